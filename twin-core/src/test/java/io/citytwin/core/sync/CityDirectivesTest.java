package io.citytwin.core.sync;

import static io.citytwin.core.sync.SmallTown.GATE;
import static io.citytwin.core.sync.SmallTown.LAMP;
import static io.citytwin.core.sync.SmallTown.MIDNIGHT;
import static io.citytwin.core.sync.SmallTown.OTHER_LAMP;
import static io.citytwin.core.sync.SmallTown.dim;
import static io.citytwin.core.sync.SmallTown.minute;
import static io.citytwin.core.sync.SmallTown.power;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Input;
import io.citytwin.core.sync.DirectiveRecord.State;
import io.citytwin.core.time.VirtualClock;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CityDirectivesTest {

    private final SmallTown town = new SmallTown();

    @Test
    void aDirectiveIsNotedInTheGraphSentOnceAndAcknowledged() {
        town.governor.at(minute(15), dim("d1", LAMP, 70, minute(15)));
        town.devices.obeying();
        try (CityTwin city = town.started()) {
            city.advanceTo(minute(14));
            assertThat(city.directives()).isEmpty();
            city.advanceTo(minute(120));
            assertThat(town.graph.desired(LAMP, "dimming")).contains(Quantity.of(70, Unit.PERCENT));
            assertThat(town.devices.commands).containsExactly(minute(15) + " d1");
            assertThat(city.directives()).singleElement().satisfies(record -> {
                assertThat(record.state()).isEqualTo(State.ACKNOWLEDGED);
                assertThat(record.attempts()).isEqualTo(1);
                assertThat(record.adapter()).contains("fake");
                assertThat(record.settledAt()).contains(minute(15));
                assertThat(record.replacedAt()).isEmpty();
            });
            assertThat(city.directives(LAMP)).hasSize(1);
            assertThat(city.directives(OTHER_LAMP)).isEmpty();
            assertThat(city.directives(PlannedGovernor.PROVISION)).hasSize(1);
            assertThat(city.directives("xx.area.smog/traffic")).isEmpty();
        }
    }

    @Test
    void anUnansweredDirectiveIsSentAgainWithGrowingPatienceAndThenRaised() {
        town.governor.at(MIDNIGHT, dim("d1", LAMP, 70, MIDNIGHT));
        try (CityTwin city = town.started()) {
            city.advanceTo(minute(30));
            assertThat(town.devices.commands)
                    .containsExactly(
                            minute(0) + " d1",
                            minute(1) + " d1",
                            minute(3) + " d1",
                            minute(7) + " d1",
                            minute(15) + " d1");
            assertThat(state(city)).isEqualTo(State.ISSUED);
            city.advanceTo(minute(31));
            assertThat(state(city)).isEqualTo(State.RAISED);
            assertThat(city.directives().get(0).problem())
                    .hasValueSatisfying(why -> assertThat(why).contains("`5` attempts"));
            assertThat(city.health().count(State.RAISED)).isEqualTo(1);
            town.devices.answer("d1", Optional.empty());
            city.advanceTo(minute(32));
            assertThat(state(city)).isEqualTo(State.ACKNOWLEDGED);
            assertThat(city.directives().get(0).problem()).isEmpty();
        }
    }

    @Test
    void aRefusedDirectiveIsRaisedWithTheReasonAndNotSentAgain() {
        town.governor.at(MIDNIGHT, dim("d1", LAMP, 70, MIDNIGHT));
        town.devices.reacting(directive -> town.devices.answer(directive, Optional.of("lamp broken")));
        try (CityTwin city = town.started()) {
            city.advanceTo(minute(60));
            assertThat(state(city)).isEqualTo(State.RAISED);
            assertThat(city.directives().get(0).problem()).contains("lamp broken");
            assertThat(town.devices.commands).hasSize(1);
        }
    }

    @Test
    void anotherDirectiveForTheActuatorEndsTheOneBefore() {
        town.governor
                .at(MIDNIGHT, dim("d1", LAMP, 70, MIDNIGHT), dim("other", OTHER_LAMP, 70, MIDNIGHT))
                .at(minute(15), dim("d2", LAMP, 50, minute(15)))
                .at(minute(30), dim("d1", LAMP, 70, MIDNIGHT));
        town.devices.reacting(directive -> {
            boolean cameBack = !town.devices.context().clock().now().isBefore(minute(30));
            if (directive.id().equals("d2") || cameBack) {
                town.devices.answer(directive, Optional.empty());
            }
        });
        try (CityTwin city = town.started()) {
            city.advanceTo(minute(40));
            assertThat(city.directives(LAMP))
                    .extracting(DirectiveRecord::state)
                    .containsExactly(State.SUPERSEDED, State.ACKNOWLEDGED, State.ACKNOWLEDGED);
            assertThat(city.directives(LAMP))
                    .extracting(DirectiveRecord::replacedAt)
                    .containsExactly(Optional.of(minute(15)), Optional.of(minute(30)), Optional.empty());
            assertThat(city.directives(OTHER_LAMP))
                    .extracting(DirectiveRecord::state)
                    .containsExactly(State.RAISED);
            assertThat(city.directives(OTHER_LAMP).get(0).settledAt()).contains(minute(31));
            assertThat(town.graph.desired(LAMP, "dimming")).contains(Quantity.of(70, Unit.PERCENT));
        }
    }

    @Test
    void onlyServedTwinsGetDirectivesAndTheOthersAreCounted() {
        town.governor.at(
                MIDNIGHT,
                PlannedGovernor.claim("g", GATE, "active", new Value.Flag(true), MIDNIGHT),
                dim("d1", LAMP, 70, MIDNIGHT));
        try (CityTwin city = town.started()) {
            city.advanceTo(MIDNIGHT);
            assertThat(town.devices.commands).containsExactly(MIDNIGHT + " d1");
            assertThat(city.health().count(State.UNSERVED)).isEqualTo(1);
            assertThat(city.health().count(State.ISSUED)).isEqualTo(1);
            assertThat(town.graph.desired(GATE, "active")).contains(new Value.Flag(false));
        }
    }

    @Test
    void anAnswerToNothingIsADeadLetterAndASecondAnswerSaysNothing() {
        town.governor.at(MIDNIGHT, dim("d1", LAMP, 70, MIDNIGHT));
        town.devices.obeying();
        try (CityTwin city = town.started()) {
            city.advanceTo(MIDNIGHT);
            town.devices.answer("d1", Optional.of("changed my mind"));
            town.devices.answer("never asked", Optional.empty());
            city.advanceTo(minute(1));
            assertThat(state(city)).isEqualTo(State.ACKNOWLEDGED);
            assertThat(city.health().deadLetters()).containsOnlyKeys("C115");
        }
    }

    @Test
    void anAdapterThatThrowsEverywhereStopsNothing() {
        town.governor.at(MIDNIGHT, dim("d1", LAMP, 70, MIDNIGHT));
        town.devices.reacting(directive -> {
            throw new IllegalStateException("wire cut");
        });
        ThrowingAdapter throwing = new ThrowingAdapter();
        try (CityTwin city = CityTwin.builder()
                .graph(town.graph)
                .clock(new VirtualClock(MIDNIGHT))
                .adapter(throwing)
                .adapter(town.devices)
                .governor(town.governor)
                .build()) {
            city.start();
            town.devices.context().at(minute(1), () -> {
                throw new IllegalStateException("timer broke");
            });
            city.accept(new Input.Observed(power(70, minute(2))));
            city.advanceTo(minute(31));
            assertThat(state(city)).isEqualTo(State.RAISED);
            assertThat(town.devices.commands).hasSize(5);
            assertThat(town.graph.find(LAMP).orElseThrow().value("power")).isPresent();
            assertThat(city.health().deadLetters()).containsOnlyKeys("C117");
            assertThat(city.deadLetters())
                    .extracting(letter -> letter.source() + ": " + letter.text())
                    .contains("throwing: start", "fake: command d1", "fake: timer of " + minute(1));
        }
        assertThat(town.devices.stopped).isTrue();
    }

    @Test
    void aGovernorThatFailsStopsNothing() {
        town.governor.failsAtSteps = true;
        try (CityTwin city = town.started()) {
            city.advanceTo(minute(15));
            assertThat(city.health().deadLetters()).containsEntry("C117", 2L);
            assertThat(city.now()).isEqualTo(minute(15));
        }
    }

    @Test
    void aDirectiveLeavesOnlyAfterItsCauseIsWrittenDown() {
        town.governor.at(minute(15), dim("d1", LAMP, 70, minute(15)));
        FullDisk disk = new FullDisk();
        try (CityTwin city = town.builder().journal(disk).build()) {
            city.start();
            city.advanceTo(minute(1));
            disk.full = true;
            assertThatThrownBy(() -> city.advanceTo(minute(16))).isInstanceOf(UncheckedIOException.class);
            assertThat(town.devices.commands).isEmpty();
            disk.full = false;
            city.advanceTo(minute(30));
            assertThat(town.devices.commands).first().isEqualTo(minute(30) + " d1");
            assertThat(disk.payloads).anyMatch(payload -> payload.contains("\"id\":\"d1\",\"state\":\"ISSUED\""));
        }
    }

    @Test
    void theJournalTellsWhatBecameOfADirective() {
        town.governor.at(MIDNIGHT, dim("d1", LAMP, 70, MIDNIGHT));
        town.devices.obeying();
        try (CityTwin city = town.started()) {
            city.advanceTo(minute(15));
        }
        List<String> payloads = new ArrayList<>();
        town.journal.replay(
                "directives", LAMP.toString(), each -> payloads.add(each.entry().payload()));
        assertThat(payloads)
                .containsExactly(
                        "{\"id\":\"d1\",\"state\":\"ISSUED\",\"property\":\"dimming\",\"value\":{\"amount\":\"70\",\"unit\":\"%\"},\"kind\":\"CLAIM\","
                                + "\"provision\":\"xx.area.smog/heating\",\"reason\":\"Because.\","
                                + "\"since\":\"2024-01-10T00:00:00Z\",\"adapter\":\"fake\",\"at\":\"2024-01-10T00:00:00Z\"}",
                        "{\"id\":\"d1\",\"state\":\"ACKNOWLEDGED\",\"attempts\":1,\"at\":\"2024-01-10T00:00:00Z\"}");
    }

    private static State state(CityTwin city) {
        return city.directives().get(0).state();
    }
}
