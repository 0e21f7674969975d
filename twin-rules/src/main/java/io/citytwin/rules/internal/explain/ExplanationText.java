package io.citytwin.rules.internal.explain;

import io.citytwin.core.time.DayValue;
import io.citytwin.core.time.RunLength;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.verify.Explanation;
import io.citytwin.rules.verify.LevelExplanation;
import io.citytwin.rules.verify.LevelExplanation.Ahead;
import io.citytwin.rules.verify.LevelExplanation.RunState;
import io.citytwin.rules.verify.Turn;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes explanations as lines of text. Safe for use by many threads. */
public final class ExplanationText {

    private ExplanationText() {}

    /**
     * A decision and what would flip it.
     *
     * @param explanation of a decision
     * @param language of the sentences for citizens
     * @return several lines
     */
    public static String of(Explanation explanation, String language) {
        List<String> lines = new ArrayList<>();
        lines.add(explanation.decision().explain(language));
        Told.all(explanation.flips()).forEach(told -> lines.add("  flips to " + told.then() + ": " + told.line()));
        ZoneId zone = explanation.decision().zone();
        explanation.earlier().ifPresent(turn -> lines.add("  " + of(turn, zone)));
        explanation.later().ifPresent(turn -> lines.add("  " + of(turn, zone)));
        if (explanation.flips().isEmpty()) {
            lines.add("  no single value that rules look at would flip it");
        }
        if (explanation.earlier().isEmpty() && explanation.later().isEmpty()) {
            lines.add("  time alone does not flip it from " + civil(explanation.from(), zone) + " to "
                    + civil(explanation.until(), zone));
        }
        return String.join("\n", lines);
    }

    private static String of(Turn turn, ZoneId zone) {
        return "flips to " + turn.then() + ": " + when(turn, zone);
    }

    /** Such as: from 2026-01-18T19:30+01:00. */
    static String when(Turn turn, ZoneId zone) {
        return (turn.later() ? "from " : "until ") + civil(turn.moment(), zone);
    }

    static OffsetDateTime civil(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toOffsetDateTime();
    }

    /**
     * A level on a day and what would flip it.
     *
     * @param explanation of a level
     * @param language of the sentences for citizens
     * @return several lines
     */
    public static String of(LevelExplanation explanation, String language) {
        List<String> lines = new ArrayList<>();
        lines.add(explanation.state() + " " + explanation.level().twin() + " "
                + explanation.level().name() + " on " + explanation.level().day());
        lines.add("  " + explanation.change().map(ExplanationText::change).orElse("as it started, nothing changed it"));
        explanation
                .change()
                .ifPresent(change -> change.findings()
                        .forEach(finding -> finding.why()
                                .says()
                                .ifPresent(says -> lines.add("    \"" + says.in(language) + "\""))));
        explanation.decision().ifPresent(decision -> lines.add("  " + due(decision)));
        explanation.runs().forEach(run -> lines.add("  " + of(run)));
        Told.all(explanation.flips()).forEach(told -> lines.add("  would be " + told.then() + " with: " + told.line()));
        if (explanation.flips().isEmpty()) {
            lines.add("  no single value of the days before would have given another state");
        }
        explanation.ahead().forEach(ahead -> lines.add("  " + of(ahead)));
        if (explanation.ahead().isEmpty()) {
            lines.add("  no run of next daily values flips it within 14 days");
        }
        return String.join("\n", lines);
    }

    private static String change(LevelDecision change) {
        String by = change.findings().stream()
                .map(finding -> finding.provision().id())
                .distinct()
                .collect(Collectors.joining(", "));
        return "since " + change.inForce() + ", " + change.reason() + (by.isEmpty() ? "" : " by " + by) + ", before "
                + change.before();
    }

    private static String due(LevelDecision decision) {
        return "decision of that day: " + decision.reason()
                + (decision.unknown().isEmpty() ? "" : ", unknown " + String.join(", ", decision.unknown()))
                + decision.computed().map(state -> ", computed " + state).orElse("");
    }

    /** Such as: pm10 48.2 ug/m3 on 2026-01-14, limit 50 ug/m3, over: day 3 of 4. */
    private static String of(RunState run) {
        String limit = run.limit().map(dated -> dated.value().toString()).orElse("none");
        return newest(run) + ", limit " + limit + ", " + progress(run);
    }

    /** Such as: pm10 48.2 ug/m3 on 2026-01-14. */
    static String newest(RunState run) {
        String value =
                run.newest() instanceof DayValue.Known known ? known.value().toString() : "unknown";
        return run.indicator() + " " + value + " on " + run.newest().day();
    }

    /** Such as: over: day 3 of 4. */
    static String progress(RunState run) {
        String needed = run.needed().stream().map(days -> days.toPlainString()).collect(Collectors.joining(" or "));
        return run.name() + ": day " + length(run.length()) + (needed.isEmpty() ? "" : " of " + needed);
    }

    private static String length(RunLength run) {
        return run.known() ? String.valueOf(run.min()) : run.min() + " to " + run.max();
    }

    /** Such as: flips at pm10 50.1 ug/m3 on 2026-01-15: first from 2026-01-17. */
    private static String of(Ahead ahead) {
        return "flips at " + next(ahead) + ": " + ahead.then() + " from " + ahead.inForce() + " (" + less(ahead) + ")";
    }

    /** Such as: pm10 50.1 ug/m3 on 2026-01-15. */
    static String next(Ahead ahead) {
        String when = ahead.days() == 1
                ? "on " + ahead.first()
                : "on " + ahead.days() + " days, " + ahead.first() + " to " + ahead.last();
        return ahead.indicator() + " " + ahead.value() + " " + when;
    }

    /** Such as: 50 ug/m3 changes nothing. */
    static String less(Ahead ahead) {
        return ahead.keeps() + (ahead.days() == 1 ? "" : " on the last") + " changes nothing";
    }
}
