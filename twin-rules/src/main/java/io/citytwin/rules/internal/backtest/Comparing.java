package io.citytwin.rules.internal.backtest;

import io.citytwin.rules.verify.Backtest;
import io.citytwin.rules.verify.BacktestDifference;
import io.citytwin.rules.verify.BacktestMeasure;
import io.citytwin.rules.verify.BacktestReport;
import io.citytwin.rules.verify.BacktestReport.Subject;
import io.citytwin.rules.verify.BacktestRun;
import io.citytwin.rules.verify.BacktestVersion;
import io.citytwin.rules.verify.LawDiff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Replays one or two versions and compares what came of them. Immutable. */
public final class Comparing {

    private final Backtest plan;
    private final List<LocalDate> days;

    /**
     * A comparison.
     *
     * @param plan what to replay
     * @param days first to last, without gaps
     */
    public Comparing(Backtest plan, List<LocalDate> days) {
        this.plan = plan;
        this.days = List.copyOf(days);
    }

    /**
     * What came of it.
     *
     * @return the report
     */
    public BacktestReport report() {
        try (VersionReplay candidate = new VersionReplay(plan, days, plan.candidate())) {
            return plan.against().isPresent()
                    ? compared(plan.against().get(), candidate)
                    : new BacktestReport(
                            subject(candidate),
                            List.of(candidate.run()),
                            List.copyOf(candidate.measures()),
                            Optional.empty(),
                            new LawDiff(List.of()));
        }
    }

    private BacktestReport compared(BacktestVersion against, VersionReplay candidate) {
        try (VersionReplay older = new VersionReplay(plan, days, against)) {
            List<BacktestRun> runs = List.of(older.run(), candidate.run());
            LawDiff law = LawDiff.between(
                    List.of(against.regulation()), List.of(plan.candidate().regulation()));
            SortedSet<BacktestMeasure> measures = new TreeSet<>(older.measures());
            measures.addAll(candidate.measures());
            Optional<BacktestDifference> first = new Parting(older, candidate, law).of(runs);
            return new BacktestReport(subject(candidate), runs, List.copyOf(measures), first, law);
        }
    }

    private Subject subject(VersionReplay candidate) {
        List<String> notes = new ArrayList<>(plan.people().notes());
        if (candidate.crowd().outside() > 0 && !plan.people().madeUp()) {
            notes.add(candidate.crowd().outside() + " of them are in no area that is replayed.");
        }
        return new Subject(
                plan.recording().title(),
                plan.candidate().regulation().id(),
                candidate.level().name(),
                candidate.level().states().names(),
                days.get(0),
                days.get(days.size() - 1),
                candidate.reading(),
                plan.people().withNotes(notes),
                candidate.crowd().counts(),
                plan.factors());
    }
}
