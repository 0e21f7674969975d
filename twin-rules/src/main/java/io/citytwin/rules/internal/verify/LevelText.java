package io.citytwin.rules.internal.verify;

import io.citytwin.core.time.DayValue;
import io.citytwin.core.time.RunLength;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.regulation.Provision;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes decisions about levels as text. Safe for use by many threads. */
public final class LevelText {

    private LevelText() {}

    /**
     * Reason, rules, values and what was unknown, on one line.
     *
     * @param decision about a level
     * @return such as {@code RAISED by level.first; pm10 61 ug/m3, over 2 days}
     */
    public static String of(LevelDecision decision) {
        String rules = decision.findings().stream()
                .map(finding -> finding.provision())
                .map(Provision::name)
                .distinct()
                .collect(Collectors.joining(", "));
        List<String> saw = new ArrayList<>();
        decision.known().days().forEach((name, day) -> saw.add(name + " " + value(day)));
        decision.known().runs().forEach((name, run) -> saw.add(name + " " + length(run)));
        return decision.reason()
                + (rules.isEmpty() ? "" : " by " + rules)
                + (saw.isEmpty() ? "" : "; " + String.join(", ", saw))
                + (decision.unknown().isEmpty() ? "" : "; unknown " + String.join(", ", decision.unknown()))
                + decision.computed().map(state -> "; computed " + state).orElse("");
    }

    /**
     * The value of a day.
     *
     * @param day the day
     * @return with its unit, or {@code missing}
     */
    public static String value(DayValue day) {
        return day instanceof DayValue.Known known ? known.value().toString() : "missing";
    }

    /**
     * The length of a run, which missing days can leave open.
     *
     * @param run in days
     * @return one number, or {@code least-most}
     */
    public static String length(RunLength run) {
        return run.known() ? String.valueOf(run.min()) : run.min() + "-" + run.max();
    }
}
