package io.citytwin.adapter.ditto;

import static io.citytwin.adapter.ditto.Town.LAMP;
import static io.citytwin.adapter.ditto.Town.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.signal.Input;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.sync.DirectiveRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayTest {

    private final TinyDitto ditto = new TinyDitto();
    private final Town town = new Town();
    private final FakeField field = new FakeField();
    private CityTwin city;

    @AfterEach
    void end() {
        if (city != null) {
            city.close();
        }
        ditto.close();
    }

    private void start(boolean inStep) {
        DittoAdapter adapter =
                DittoAdapter.builder().graph(town.graph).devices(twin -> true).build(ditto.wires());
        adapter.provision();
        DittoGatewayBuilder gateway = DittoGateway.builder().hosting(field);
        if (inStep) {
            gateway.inStepWith(adapter);
        }
        city = town.city()
                .adapter(adapter)
                .adapter(gateway.build(ditto.wires()))
                .retry(Duration.ofMinutes(1), 5)
                .build();
        city.start();
    }

    private TinyLink cityLink() {
        return ditto.links.get(0);
    }

    private void settled() {
        ditto.quiet();
        city.advanceTo(city.now());
        ditto.quiet();
        city.advanceTo(city.now());
    }

    private DirectiveRecord only() {
        assertThat(city.directives()).hasSize(1);
        return city.directives().get(0);
    }

    @Test
    void aDirectiveReachesItsDeviceAndTheAnswerComesBack() {
        start(false);
        field.obeying = true;
        town.plan.put(minute(15), List.of(Town.dim("d1", 40, minute(15))));
        city.advanceTo(minute(15));
        await().untilAsserted(() -> {
            settled();
            assertThat(only().state()).isEqualTo(DirectiveRecord.State.ACKNOWLEDGED);
        });
        assertThat(field.commands).containsExactly("d1 40 %");
    }

    @Test
    void aRefusalComesBackWithItsReason() {
        start(false);
        field.obeying = true;
        field.refusal = Optional.of("It is under local control.");
        town.plan.put(minute(15), List.of(Town.dim("d1", 40, minute(15))));
        city.advanceTo(minute(15));
        await().untilAsserted(() -> {
            settled();
            assertThat(only().problem()).contains("It is under local control.");
        });
    }

    @Test
    void anAnswerThatWasLostIsGivenAgainAndTheDeviceIsNotAskedTwice() {
        start(false);
        field.obeying = true;
        cityLink().repliesToLose = 1;
        town.plan.put(minute(15), List.of(Town.dim("d1", 40, minute(15))));
        city.advanceTo(minute(15));
        settled();
        assertThat(only().state()).isEqualTo(DirectiveRecord.State.ISSUED);
        cityLink().timeOut();
        city.advanceTo(minute(16));
        await().untilAsserted(() -> {
            settled();
            assertThat(only().state()).isEqualTo(DirectiveRecord.State.ACKNOWLEDGED);
        });
        assertThat(field.commands).hasSize(1);
        assertThat(only().attempts()).isEqualTo(2);
    }

    @Test
    void aDirectiveThatIsSentThriceActsOnceAndIsAnsweredOnce() {
        start(false);
        town.plan.put(minute(15), List.of(Town.dim("d1", 40, minute(15))));
        city.advanceTo(minute(15));
        settled();
        cityLink().timeOut();
        city.advanceTo(minute(16));
        settled();
        cityLink().timeOut();
        city.advanceTo(minute(18));
        settled();
        assertThat(only().attempts()).isEqualTo(3);
        assertThat(cityLink().sent).hasSize(3);
        assertThat(field.commands).containsExactly("d1 40 %");
        field.answer("d1");
        field.answer("d1");
        settled();
        assertThat(only().state()).isEqualTo(DirectiveRecord.State.ACKNOWLEDGED);
        assertThat(city.deadLetters()).isEmpty();
        assertThat(field.commands).hasSize(1);
    }

    @Test
    void aDirectiveThatALaterOneReplacedDoesNotActOnceMore() {
        start(false);
        field.obeying = true;
        town.plan.put(minute(15), List.of(Town.dim("d1", 40, minute(15))));
        town.plan.put(minute(30), List.of(Town.dim("d2", 60, minute(30))));
        city.advanceTo(minute(15));
        settled();
        city.advanceTo(minute(30));
        settled();
        assertThat(field.commands).containsExactly("d1 40 %", "d2 60 %");
        var late = cityLink().send(cityLink().sent.get(0));
        settled();
        assertThat(late.join().status()).isEqualTo(200);
        assertThat(field.commands).hasSize(2);
    }

    @Test
    void aDirectiveThatTheGatewayMissedIsFoundInTheThing() {
        start(false);
        TinyLink gateway = ditto.links.get(1);
        gateway.cut();
        town.plan.put(minute(15), List.of(Town.dim("d1", 40, minute(15))));
        city.advanceTo(minute(15));
        settled();
        assertThat(field.commands).isEmpty();
        field.obeying = true;
        gateway.mend();
        await().untilAsserted(() -> {
            settled();
            assertThat(only().state()).isEqualTo(DirectiveRecord.State.ACKNOWLEDGED);
        });
        assertThat(field.commands).containsExactly("d1 40 %");
        assertThat(ditto.at("town:lamp-1", "/features/state/properties/answered/dimming/directive")
                        .asText())
                .isEqualTo("d1");
    }

    @Test
    void whatADeviceReportsIsTheSameObservationBehindDitto() {
        start(true);
        Observation seen = new Observation(
                LAMP,
                "power",
                Optional.of(Quantity.of(35, Unit.WATT)),
                minute(0),
                minute(0),
                "field",
                Quality.UNCERTAIN);
        field.context.at(minute(0), () -> field.context.observe(seen));
        city.advanceTo(minute(0));
        assertThat(town.graph.find(LAMP).orElseThrow().observations().get("power"))
                .isEqualTo(seen);
    }

    @Test
    void aPassageThatNobodyHeardIsToldAgainByItself() {
        start(false);
        cityLink().cut();
        Passage passage = new Passage("p1", TwinId.of("town:car"), TwinId.of("town:gate-1"), minute(0));
        field.context.passed(passage);
        ditto.quiet();
        ditto.links.get(1).timeOut();
        cityLink().mend();
        await().untilAsserted(() -> {
            settled();
            assertThat(town.inputs).contains(new Input.Passed(passage, minute(0)));
        });
        assertThat(ditto.links.get(1).sent).hasSizeGreaterThan(1);
    }

    @Test
    void aPassageAtAGateReachesTheGovernor() {
        start(true);
        Passage passage = new Passage("p1", TwinId.of("town:car"), TwinId.of("town:gate-1"), minute(0));
        field.context.at(minute(0), () -> field.context.passed(passage));
        city.advanceTo(minute(0));
        assertThat(town.inputs).contains(new Input.Passed(passage, minute(0)));
    }
}
