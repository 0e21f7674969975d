package io.citytwin.adapter.ditto;

import static io.citytwin.adapter.ditto.Town.LAMP;
import static io.citytwin.adapter.ditto.Town.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.signal.Input;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.sync.DirectiveRecord;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InStepTest {

    private final TinyDitto ditto = new TinyDitto();
    private final Town town = new Town();
    private final DittoAdapter adapter = DittoAdapter.builder()
            .graph(town.graph)
            .devices(twin -> twin.type().name().equals("LampPost"))
            .build(ditto.wires());
    private CityTwin city;

    @BeforeEach
    void start() {
        adapter.provision();
        city = town.city().adapter(adapter).build();
        city.start();
    }

    @AfterEach
    void end() {
        city.close();
        ditto.close();
    }

    private TinyLink link() {
        return ditto.links.get(0);
    }

    private void settled() {
        ditto.quiet();
        city.advanceTo(city.now());
    }

    private Optional<Quantity> power() {
        city.advanceTo(city.now());
        return town.graph.find(LAMP).flatMap(twin -> twin.value("power")).map(Quantity.class::cast);
    }

    private void reports(long watts) {
        ditto.foreign(
                "town:lamp-1",
                "{'features': {'state': {'properties': {'power': " + watts + ", 'observed': "
                        + "{'power': {'at': '2024-01-10T00:0" + (watts % 10) + ":00Z', 'source': 'dev'}}}}}}");
    }

    @Test
    void whatADeviceReportsReachesItsTwinAndIsNotWrittenBack() {
        int before = ditto.writes.size();
        reports(71);
        settled();
        assertThat(power()).contains(Quantity.of(71, Unit.WATT));
        assertThat(town.graph
                        .find(LAMP)
                        .orElseThrow()
                        .observations()
                        .get("power")
                        .source())
                .isEqualTo("dev");
        ditto.quiet();
        assertThat(ditto.writes).hasSize(before + 1);
    }

    @Test
    void aLostEventIsNoticedWithTheNextOneAndReadAgain() {
        reports(71);
        link().eventsToLose = 1;
        ditto.foreign("town:lamp-1", "{'features': {'state': {'properties': {'energy': 5}}}}");
        reports(72);
        await().untilAsserted(() -> {
            settled();
            assertThat(town.graph.find(LAMP).orElseThrow().value("energy")).isPresent();
        });
        assertThat(adapter.status().gaps()).isEqualTo(1);
    }

    @Test
    void anEventThatComesTwiceCountsOnce() {
        link().eventsToRepeat = 1;
        reports(71);
        settled();
        assertThat(adapter.status().repeated()).isEqualTo(1);
        assertThat(town.inputs).filteredOn(Input.Observed.class::isInstance).hasSize(1);
    }

    @Test
    void ownWritesLeaveNoGapAndCauseNoReading() {
        for (int watts = 71; watts < 76; watts++) {
            town.graph.put(
                    List.of(town.graph.types().twin("town:lamp-1", "LampPost").withAll("ratedPower=" + watts)),
                    city.now());
            reports(watts);
        }
        settled();
        assertThat(power()).contains(Quantity.of(75, Unit.WATT));
        await().untilAsserted(() -> assertThat(
                        ditto.at("town:lamp-1", "/attributes/ratedPower").asInt())
                .isEqualTo(75));
        ditto.quiet();
        assertThat(adapter.status().gaps()).isZero();
        assertThat(adapter.status().readAgain()).isZero();
    }

    @Test
    void whatHappenedWhileTheSessionWasLostIsReadWhenItIsBack() {
        link().cut();
        reports(73);
        town.graph.put(
                List.of(town.graph.types().twin("town:lamp-2", "LampPost").withAll("ratedPower=99")), city.now());
        settled();
        assertThat(power()).isEmpty();
        link().mend();
        await().untilAsserted(() -> assertThat(power()).contains(Quantity.of(73, Unit.WATT)));
        await().untilAsserted(() -> assertThat(
                        ditto.at("town:lamp-2", "/attributes/ratedPower").asInt())
                .isEqualTo(99));
        assertThat(adapter.status().readAgain()).isEqualTo(1);
    }

    @Test
    void theInventoryBelongsToTheGraph() {
        ditto.foreign("town:lamp-1", "{'attributes': {'ratedPower': 1000}}");
        settled();
        assertThat(town.graph.find(LAMP).orElseThrow().value("ratedPower")).contains(Quantity.of(70, Unit.WATT));
        assertThat(adapter.status().foreignData()).isEqualTo(1);
        assertThat(adapter.provision().changed()).isEqualTo(1);
        assertThat(ditto.at("town:lamp-1", "/attributes/ratedPower").asInt()).isEqualTo(70);
    }

    @Test
    void nonsenseBecomesADeadLetter() {
        ditto.foreign("town:lamp-1", "{'features': {'state': {'properties': {'power': 'much', 'energy': 3}}}}");
        settled();
        assertThat(city.deadLetters()).hasSize(1);
        assertThat(town.graph.find(LAMP).orElseThrow().value("energy")).isPresent();
    }

    @Test
    void aDirectiveGoesOutAsAWishAndAsAMessageAndIsRememberedUntilItIsAnswered() {
        town.plan.put(minute(15), List.of(Town.dim("d1", 40, minute(15))));
        city.advanceTo(minute(15));
        await().untilAsserted(() -> assertThat(ditto.at("town:lamp-1", "/features/state/desiredProperties/dimming")
                        .asInt())
                .isEqualTo(40));
        JsonNode wishes = ditto.at("town:lamp-1", "/features/state/desiredProperties");
        assertThat(wishes.path("dimming").asInt()).isEqualTo(40);
        assertThat(wishes.at("/directive/dimming/id").asText()).isEqualTo("d1");
        assertThat(link().sent).singleElement().satisfies(message -> {
            assertThat(message.path()).isEqualTo("/features/state/inbox/messages/directive");
            assertThat(message.headers()).containsEntry("correlation-id", "d1");
            assertThat(message.value().orElseThrow().path("value").asInt()).isEqualTo(40);
        });
        city.advanceTo(minute(16));
        link().timeOut();
        city.advanceTo(minute(19));
        ditto.quiet();
        assertThat(link().sent).hasSize(2);
        ditto.foreign(
                "town:lamp-1",
                "{'features': {'state': {'properties': {'answered': {'dimming': "
                        + "{'directive': 'd1', 'at': '2024-01-10T00:15:05Z'}}}}}}");
        settled();
        assertThat(city.directives())
                .singleElement()
                .satisfies(record -> assertThat(record.state()).isEqualTo(DirectiveRecord.State.ACKNOWLEDGED));
        assertThat(adapter.status().waiting()).isZero();
    }

    @Test
    void aDirectiveOfAnOutageIsSentWhenTheSessionIsBackAndOnlyTheLatest() {
        link().cut();
        town.plan.put(minute(15), List.of(Town.dim("d1", 40, minute(15))));
        town.plan.put(minute(30), List.of(Town.dim("d2", 60, minute(30))));
        city.advanceTo(minute(30));
        ditto.quiet();
        assertThat(link().sent).isEmpty();
        link().mend();
        await().untilAsserted(() -> assertThat(link().sent)
                .extracting(message -> message.headers().get("correlation-id"))
                .containsExactly("d2"));
        await().untilAsserted(() -> assertThat(ditto.at("town:lamp-1", "/features/state/desiredProperties/dimming")
                        .asInt())
                .isEqualTo(60));
    }

    @Test
    void aForeignWishIsWrittenOverButNotMoreOftenThanOncePerPause() {
        town.plan.put(minute(15), List.of(Town.dim("d1", 40, minute(15))));
        city.advanceTo(minute(15));
        await().untilAsserted(() -> assertThat(ditto.at("town:lamp-1", "/features/state/desiredProperties/dimming")
                        .asInt())
                .isEqualTo(40));
        for (int percent = 90; percent < 95; percent++) {
            ditto.foreign(
                    "town:lamp-1", "{'features': {'state': {'desiredProperties': {'dimming': " + percent + "}}}}");
        }
        ditto.quiet();
        assertThat(adapter.status().foreignWishes()).isEqualTo(5);
        assertThat(adapter.status().restored()).isLessThanOrEqualTo(1);
        city.advanceTo(minute(17));
        await().untilAsserted(() -> assertThat(ditto.at("town:lamp-1", "/features/state/desiredProperties/dimming")
                        .asInt())
                .isEqualTo(40));
        await().untilAsserted(() -> assertThat(adapter.status().restored()).isBetween(1L, 2L));
    }

    @Test
    void aForeignWishForWhatNobodyAskedIsTakenAway() {
        ditto.foreign("town:lamp-1", "{'features': {'state': {'desiredProperties': {'dimming': 3}}}}");
        await().untilAsserted(() -> assertThat(ditto.at("town:lamp-1", "/features/state/desiredProperties/dimming")
                        .isMissingNode())
                .isTrue());
    }

    @Test
    void twinsThatComeAndGoTakeTheirThingsWithThem() {
        town.graph.put(List.of(town.graph.types().twin("town:lamp-9", "LampPost")), city.now());
        await().untilAsserted(() -> assertThat(ditto.in(() -> ditto.things.containsKey("town:lamp-9")))
                .isTrue());
        town.graph.remove(TwinId.of("town:lamp-9"), city.now());
        await().untilAsserted(() -> assertThat(ditto.in(() -> ditto.things.containsKey("town:lamp-9")))
                .isFalse());
    }

    @Test
    void noThreadIsLeft() {
        city.close();
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("citytwin-ditto-reader")));
    }
}
