package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Decision.Outcome;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.register.Settlement;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Passages are settled once, in the order of arrival, under the law of their time. */
class SettlementTest {

    private static final String BONUS = "xx.northland.outer/bonusDays";
    private static final String FREE = "xx.northland.inner/freeDays";
    private static final String TICKETS = "xx.northland.inner/tickets";
    private static final TwinId OTHER = TwinId.of("xx:other");

    private final RegulationEngine engine = Town.engine();
    private int number;

    @AfterEach
    void close() {
        engine.close();
    }

    private Settlement pass(TwinId vehicle, TwinId gate, String civil) {
        return late(vehicle, gate, civil, civil);
    }

    private Settlement late(TwinId vehicle, TwinId gate, String civil, String received) {
        String id = "p" + ++number;
        engine.accept(Town.late(id, vehicle, gate, civil, received));
        return engine.settlement(id).orElseThrow();
    }

    private static Optional<Quantity> euro(String amount) {
        return Optional.of(Quantity.of(amount, Unit.EURO));
    }

    @Test
    void aDayTicketIsDueOncePerDayAndVehicle() {
        engine.put(Town.car(""), Town.car(OTHER, ""));
        Settlement first = pass(Town.CAR, Town.INNER_GATE, "2025-11-11T10:00");
        assertThat(first.fee()).isEqualTo(euro("7.5"));
        assertThat(first.spent()).isEqualTo(Map.of(TICKETS, 1));
        Settlement second = pass(Town.CAR, Town.INNER_GATE, "2025-11-11T18:00");
        assertThat(second.fee()).isEqualTo(euro("0"));
        assertThat(second.spent()).isEmpty();
        assertThat(pass(OTHER, Town.INNER_GATE, "2025-11-11T18:30").fee()).isEqualTo(euro("7.5"));
        assertThat(pass(Town.CAR, Town.INNER_GATE, "2025-11-12T10:00").fee()).isEqualTo(euro("7.5"));
    }

    @Test
    void aPassageOutsideTheHoursDoesNotBuyTheTicketOfTheDay() {
        engine.put(Town.car(""));
        assertThat(pass(Town.CAR, Town.INNER_GATE, "2025-11-11T07:00").fee()).isEqualTo(euro("0"));
        assertThat(pass(Town.CAR, Town.INNER_GATE, "2025-11-11T08:00").fee()).isEqualTo(euro("7.5"));
    }

    @Test
    void bonusDaysAreCountedOncePerDayAndHolderUntilTheyAreUsedUp() {
        engine.put(Town.car("euro=2 registered=true"), Town.car(OTHER, "euro=2 registered=true"));
        assertThat(pass(Town.CAR, Town.OUTER_GATE, "2025-11-10T10:00").spent()).isEqualTo(Map.of(BONUS, 1));
        assertThat(pass(Town.CAR, Town.OUTER_GATE, "2025-11-10T12:00").spent()).isEqualTo(Map.of(BONUS, 1));
        assertThat(pass(OTHER, Town.OUTER_GATE, "2025-11-10T12:01").spent()).isEqualTo(Map.of(BONUS, 1));
        assertThat(pass(OTHER, Town.OUTER_GATE, "2025-11-11T12:00").spent()).isEqualTo(Map.of(BONUS, 2));
        assertThat(pass(Town.CAR, Town.OUTER_GATE, "2025-11-12T12:00").spent()).isEqualTo(Map.of(BONUS, 3));
        Settlement fourth = pass(Town.CAR, Town.OUTER_GATE, "2025-11-13T12:00");
        assertThat(fourth.decision().outcome()).isEqualTo(Outcome.FORBIDDEN);
        assertThat(fourth.spent()).isEmpty();
        // A day that is counted already stays one.
        assertThat(late(OTHER, Town.OUTER_GATE, "2025-11-12T18:00", "2025-11-13T13:00")
                        .spent())
                .isEqualTo(Map.of(BONUS, 3));
    }

    @Test
    void countingStartsAgainOnTheFirstDayOfThePeriod() {
        engine.put(Town.car("euro=2 registered=true"));
        for (String day : new String[] {"24", "25", "26"}) {
            pass(Town.CAR, Town.OUTER_GATE, "2025-09-" + day + "T10:00");
        }
        assertThat(pass(Town.CAR, Town.OUTER_GATE, "2025-09-30T10:00")
                        .decision()
                        .outcome())
                .isEqualTo(Outcome.FORBIDDEN);
        assertThat(pass(Town.CAR, Town.OUTER_GATE, "2025-10-01T10:00").spent()).isEqualTo(Map.of(BONUS, 1));
    }

    @Test
    void aPassageOfTheLastDayCountsInItsPeriodWhenItArrivesOnTheNext() {
        engine.put(Town.car("euro=2 registered=true"));
        pass(Town.CAR, Town.OUTER_GATE, "2025-09-29T10:00");
        pass(Town.CAR, Town.OUTER_GATE, "2025-10-01T10:00");
        assertThat(late(Town.CAR, Town.OUTER_GATE, "2025-09-30T19:00", "2025-10-01T23:59")
                        .spent())
                .isEqualTo(Map.of(BONUS, 2));
    }

    // Nothing tells who passed once the period is over, so what was used up in it is unknown.
    @Test
    void aPassageOfAForgottenPeriodIsUnknownAndSpendsNothing() {
        engine.put(Town.car("euro=2 registered=true"));
        pass(Town.CAR, Town.OUTER_GATE, "2025-09-29T10:00");
        Settlement late = late(Town.CAR, Town.OUTER_GATE, "2025-09-30T19:00", "2025-10-02T00:00");
        assertThat(late.decision().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(late.decision().unknown()).containsExactly("bonusDays erased");
        assertThat(late.spent()).isEmpty();
        assertThat(Town.ask(engine, Town.OUTER_GATE, "2025-10-02T10:00").outcome())
                .isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void latePassagesAreSettledInTheOrderOfArrivalAndNeverSettleOthersAgain() {
        engine.put(Town.car("homeZone=xx:inner"));
        Settlement tuesday = pass(Town.CAR, Town.INNER_GATE, "2025-11-11T10:00");
        Settlement wednesday = pass(Town.CAR, Town.INNER_GATE, "2025-11-12T10:00");
        Settlement monday = late(Town.CAR, Town.INNER_GATE, "2025-11-10T10:00", "2025-11-12T11:00");
        assertThat(tuesday.fee()).isEqualTo(euro("0"));
        assertThat(wednesday.spent()).isEqualTo(Map.of(FREE, 2));
        assertThat(monday.fee()).isEqualTo(euro("2"));
        assertThat(engine.settlements()).containsExactly(tuesday, wednesday, monday);
    }

    @Test
    void theLawIsThatOfThePassageAndTheTwinsAreAsKnownWhenItArrives() {
        engine.put(Town.car(""));
        assertThat(pass(Town.CAR, Town.INNER_GATE, "2023-10-30T10:00").fee()).isEqualTo(euro("7.5"));
        engine.accept(new Input.TwinChanged(Town.car("fuel=electric"), Town.at("2023-10-30T12:00")));
        Settlement late = late(Town.CAR, Town.INNER_GATE, "2023-10-27T10:00", "2023-10-30T13:00");
        assertThat(late.fee()).isEqualTo(euro("0"));
        assertThat(late.decision().lifted()).hasSize(0);
        engine.accept(new Input.TwinChanged(Town.car(""), Town.at("2023-10-30T14:00")));
        assertThat(late(Town.CAR, Town.INNER_GATE, "2023-10-30T11:00", "2023-10-30T15:00")
                        .fee())
                .isEqualTo(euro("0"));
    }

    @Test
    void theSamePassageAgainChangesNothingAndIsToldSo() {
        engine.put(Town.car("euro=2 registered=true"));
        Input passed = Town.passed("p", Town.CAR, Town.OUTER_GATE, "2025-11-10T10:00");
        long journalled = engine.accept(passed);
        Settlement settled = engine.settlement("p").orElseThrow();
        engine.advanceTo(Town.at("2025-11-11T10:00"));
        assertThat(engine.accept(passed)).isEqualTo(journalled);
        assertThat(engine.accept(Town.late("p", Town.CAR, Town.OUTER_GATE, "2025-11-10T10:00", "2025-11-12T10:00")))
                .isEqualTo(journalled);
        assertThat(engine.settlements()).containsExactly(settled);
        assertThat(engine.now()).isEqualTo(Town.at("2025-11-11T10:00"));
        assertThatThrownBy(() -> engine.accept(Town.passed("p", Town.CAR, Town.INNER_GATE, "2025-11-12T10:00")))
                .hasMessageContaining("R304")
                .hasMessageContaining("xx:outerGate");
    }

    @Test
    void questionsNeverSpend() {
        engine.put(Town.car("euro=2 registered=true"));
        Decision first = Town.ask(engine, Town.OUTER_GATE, "2025-11-10T10:00");
        for (int again = 0; again < 5; again++) {
            assertThat(Town.ask(engine, Town.OUTER_GATE, "2025-11-10T10:00")).isEqualTo(first);
        }
        assertThat(engine.settlements()).isEmpty();
        assertThat(pass(Town.CAR, Town.OUTER_GATE, "2025-11-11T10:00").spent()).isEqualTo(Map.of(BONUS, 1));
    }

    @Test
    void thePastIsFoldedAgainAsOtherClocksSeeIt() {
        engine.put(Town.car("homeZone=xx:inner"));
        pass(Town.CAR, Town.INNER_GATE, "2025-11-10T10:00");
        pass(Town.CAR, Town.INNER_GATE, "2025-11-11T10:00");
        pass(Town.CAR, Town.INNER_GATE, "2025-11-12T10:00");
        AsOf asked = AsOf.at(Town.at("2025-11-13T10:00"));
        assertThat(fee(asked)).isEqualTo(euro("2"));
        assertThat(fee(asked.knownBy(Town.at("2025-11-10T10:00")))).isEqualTo(euro("0"));
        assertThat(fee(asked.knownBy(Town.at("2025-11-11T10:00")))).isEqualTo(euro("2"));
        assertThat(fee(asked.inHindsight())).isEqualTo(euro("2"));
        assertThat(fee(asked.publishedBy(LocalDate.of(2023, 1, 1)))).isEqualTo(euro("2"));
        // Had it been known then that the car was electric, nothing would have been spent.
        engine.accept(new Input.TwinChanged(Town.car("fuel=electric homeZone=xx:inner"), Town.at("2025-11-13T09:00")));
        engine.accept(new Input.TwinChanged(Town.car("homeZone=xx:inner"), Town.at("2025-11-13T09:01")));
        assertThat(fee(asked)).isEqualTo(euro("2"));
    }

    private Optional<Quantity> fee(AsOf asked) {
        return engine.decide(Question.passage(Town.CAR, Town.INNER_GATE), asked).fee();
    }

    @Test
    void inHindsightPassagesAreSettledWithAllThatIsKnown() {
        engine.put(Town.car("homeZone=xx:inner fuel=electric"));
        pass(Town.CAR, Town.INNER_GATE, "2025-11-10T10:00");
        pass(Town.CAR, Town.INNER_GATE, "2025-11-11T10:00");
        engine.accept(new Input.TwinChanged(Town.car("homeZone=xx:inner"), Town.at("2025-11-12T09:00")));
        AsOf asked = AsOf.at(Town.at("2025-11-13T10:00"));
        assertThat(fee(asked)).isEqualTo(euro("0"));
        assertThat(fee(asked.inHindsight())).isEqualTo(euro("2"));
    }

    @Test
    void refusesAPassageThatCannotBe() {
        engine.put(Town.car(""));
        assertThatThrownBy(() -> pass(Town.CAR, TwinId.of("xx:nowhere"), "2025-11-10T10:00"))
                .hasMessageContaining("R304");
        assertThatThrownBy(() -> pass(TwinId.of("xx:nobody"), Town.LANE, "2025-11-10T10:00"))
                .hasMessageContaining("R304");
        assertThatThrownBy(() -> pass(Town.CAR, TwinId.of("xx:inner"), "2025-11-10T10:00"))
                .hasMessageContaining("not a `Gate`");
        assertThatThrownBy(() -> late(Town.CAR, Town.LANE, "2025-11-10T10:00", "2025-11-10T09:59"))
                .hasMessageContaining("C108");
        assertThat(engine.settlements()).isEmpty();
        assertThat(engine.settlement("p1")).isEmpty();
    }
}
