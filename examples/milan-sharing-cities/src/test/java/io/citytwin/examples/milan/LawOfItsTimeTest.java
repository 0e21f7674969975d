package io.citytwin.examples.milan;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Finding;
import io.citytwin.rules.Justification.LawReading;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.register.LevelDecision.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same air under the law of another year, as another day knew the law, and as another day knew the air. */
class LawOfItsTimeTest {

    /** A Thursday, the fourth day told. */
    private static final LocalDate THURSDAY_2021 = LocalDate.of(2021, 2, 18);

    private static final LocalDate THURSDAY_2026 = LocalDate.of(2026, 1, 15);
    private static final int[] TWO_BAD_DAYS = {44, 45, 61, 58};
    private static final int[] FOUR_BAD_DAYS = {44, 61, 58, 60, 61};
    private static final LocalDate JUNE_2024 = LocalDate.of(2024, 6, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 13);

    private static LevelDecision decide(LocalDate thursday, int... means) {
        try (RegulationEngine engine = SmallCity.engine()) {
            SmallCity.tell(engine, thursday.minusDays(means.length), means);
            engine.advanceTo(SmallCity.at(thursday, 12));
            return SmallCity.on(thursday, engine.levelDecisions());
        }
    }

    private static LawReading days(LevelDecision decision) {
        Finding finding = decision.findings().get(0);
        assertThat(decision.findings()).hasSize(1);
        return finding.why().law().stream()
                .filter(law -> law.parameter().equals("levelFirstDays"))
                .findFirst()
                .orElseThrow();
    }

    // Four days under d.G.r. X/7095, two since 1 October 2024 under d.G.r. XII/2634, annex 3.
    @Test
    void twoDaysAreEnoughIn2026AndNotIn2021() {
        LevelDecision in2026 = decide(THURSDAY_2026, TWO_BAD_DAYS);
        assertThat(in2026.reason()).isEqualTo(Reason.RAISED);
        assertThat(in2026.after()).isEqualTo("first");
        assertThat(days(in2026).value()).isEqualTo("2 days");
        assertThat(days(in2026).dated().from()).isEqualTo(LocalDate.of(2024, 10, 1));
        assertThat(days(in2026).dated().source().toString()).contains("XII/2634", "2024-06-24");

        LevelDecision in2021 = decide(THURSDAY_2021, TWO_BAD_DAYS);
        assertThat(in2021.reason()).isEqualTo(Reason.KEPT);
        assertThat(in2021.after()).isEqualTo("none");
        assertThat(in2021.known().runs()).isEqualTo(in2026.known().runs());

        LevelDecision four = decide(THURSDAY_2021, FOUR_BAD_DAYS);
        assertThat(four.reason()).isEqualTo(Reason.RAISED);
        assertThat(days(four).value()).isEqualTo("4 days");
        assertThat(days(four).dated().source().toString()).contains("X/7095", "2017-09-18");
    }

    /** The two days of January 2026 as the law stood published: the amendment is of 24 June 2024. */
    @Test
    void theLawAsPublishedInJune2024GivesAnotherPastThanTheLawOfToday() {
        try (RegulationEngine engine = SmallCity.engine()) {
            SmallCity.tell(engine, THURSDAY_2026.minusDays(4), TWO_BAD_DAYS);
            engine.advanceTo(SmallCity.at(THURSDAY_2026.plusDays(1), 13));
            AsOf friday = AsOf.at(SmallCity.at(THURSDAY_2026.plusDays(1), 9));
            Said june = Said.by(engine, friday.publishedBy(JUNE_2024));
            Said today = Said.by(engine, friday.publishedBy(TODAY));

            assertThat(SmallCity.on(THURSDAY_2026, june.levels()).reason()).isEqualTo(Reason.KEPT);
            assertThat(SmallCity.on(THURSDAY_2026, today.levels()).reason()).isEqualTo(Reason.RAISED);
            assertThat(june.car().outcome()).isEqualTo(Decision.Outcome.ALLOWED);
            assertThat(today.car().outcome()).isEqualTo(Decision.Outcome.FORBIDDEN);
            assertThat(today.levels()).isEqualTo(engine.levelDecisions(friday));

            assertThat(Said.by(engine, friday.publishedBy(JUNE_2024))).isEqualTo(june);
            engine.accept(SmallCity.mean(THURSDAY_2026.minusDays(2), 40, SmallCity.at(THURSDAY_2026.plusDays(3), 9)));
            AsOf known = friday.knownBy(engine.now().minusSeconds(1));
            assertThat(Said.by(engine, known.publishedBy(JUNE_2024)).levels()).isEqualTo(june.levels());
            assertThat(Said.by(engine, known.publishedBy(TODAY)).levels()).isEqualTo(today.levels());
            assertThat(Said.by(engine, friday.publishedBy(TODAY))).isEqualTo(today);
        }
    }

    private record Said(List<LevelDecision> levels, Decision car) {
        static Said by(RegulationEngine engine, AsOf asOf) {
            return new Said(
                    engine.levelDecisions(asOf), engine.decide(Question.may(SmallCity.CAR.id(), "circulate"), asOf));
        }
    }

    /** From 1 October 2023 seven days make the second level; Monday's run is seven days long only once it is corrected. */
    @Test
    void aValueCorrectedDaysLaterChangesLaterDecisionsOnly() {
        LocalDate monday = THURSDAY_2026.plusDays(4);
        Instant correction = SmallCity.at(THURSDAY_2026.plusDays(3), 10);
        try (RegulationEngine engine = SmallCity.engine();
                RegulationEngine uncorrected = SmallCity.engine()) {
            for (RegulationEngine each : List.of(engine, uncorrected)) {
                SmallCity.tell(each, LocalDate.of(2026, 1, 11), 44, 55, 61, 49, 60, 60, 60);
            }
            engine.accept(SmallCity.mean(LocalDate.of(2026, 1, 14), 58, correction));
            for (RegulationEngine each : List.of(engine, uncorrected)) {
                SmallCity.tell(each, LocalDate.of(2026, 1, 18), 60);
                each.advanceTo(SmallCity.at(monday, 12));
            }
            List<LevelDecision> decided = engine.levelDecisions();
            int before = (int) decided.stream()
                    .filter(decision -> decision.decidedAt().isBefore(correction))
                    .count();
            assertThat(before).isEqualTo(6);
            assertThat(decided.subList(0, before))
                    .isEqualTo(uncorrected.levelDecisions().subList(0, before));
            assertThat(SmallCity.on(THURSDAY_2026, decided).after()).isEqualTo("none");
            assertThat(SmallCity.on(monday, decided).after()).isEqualTo("second");
            assertThat(SmallCity.on(monday, uncorrected.levelDecisions()).after())
                    .isEqualTo("first");
            assertBothPastsReproduce(engine, uncorrected, monday, correction);
        }
    }

    private static void assertBothPastsReproduce(
            RegulationEngine engine, RegulationEngine uncorrected, LocalDate monday, Instant correction) {
        AsOf then = AsOf.at(SmallCity.at(monday, 12));
        AsOf early = then.knownBy(correction.minusSeconds(1));
        List<LevelDecision> hindsight = engine.levelDecisions(then.inHindsight());
        List<LevelDecision> blind = engine.levelDecisions(early.inHindsight());
        // With all data Thursday has a run of three days, and nobody would have waited.
        assertThat(SmallCity.on(THURSDAY_2026, hindsight).after()).isEqualTo("first");
        assertThat(SmallCity.on(THURSDAY_2026, blind).after()).isEqualTo("none");
        assertThat(SmallCity.on(THURSDAY_2026, engine.levelDecisions(then)).after())
                .isEqualTo("none");
        assertThat(engine.levelDecisions(early))
                .isEqualTo(uncorrected
                        .levelDecisions()
                        .subList(0, engine.levelDecisions(early).size()));
        assertThat(engine.levelDecisions(early)).isNotEmpty();

        engine.advanceTo(SmallCity.at(monday.plusDays(9), 9));
        assertThat(engine.levelDecisions(then.inHindsight())).isEqualTo(hindsight);
        assertThat(engine.levelDecisions(early.inHindsight())).isEqualTo(blind);
        assertThat(engine.levelDecisions().subList(0, 8)).isEqualTo(engine.levelDecisions(then));
    }
}
