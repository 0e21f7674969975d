package io.citytwin.rules;

import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.regulation.Confidence;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a decision as text. For one thread at a time. */
final class DecisionText {

    private final String language;
    private final ZoneId zone;
    private final List<String> lines = new ArrayList<>();

    DecisionText(String language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
    }

    String of(Decision decision) {
        lines.add(decision.outcome() + " " + asked(decision.question()) + " at "
                + civil(decision.asOf().at()));
        decision.findings().forEach(finding -> add("  ", finding));
        if (!decision.unknown().isEmpty()) {
            lines.add("  would be decided by " + String.join(", ", decision.unknown()));
        }
        decision.notApplied()
                .forEach(not -> lines.add("  not " + not.provision().id() + ": " + not.failed()));
        return String.join("\n", lines);
    }

    /** As clocks in the city show it, in the form that {@link AsOf#at(String)} reads. */
    private OffsetDateTime civil(Instant moment) {
        return moment.atZone(zone).toOffsetDateTime();
    }

    private static String asked(Question question) {
        return question instanceof Question.Act act
                ? question.subject() + " " + act.act()
                : question.subject() + " " + ((Question.Limits) question).property();
    }

    private void add(String indent, Finding finding) {
        lines.add(indent + finding.provision().id() + " ("
                + finding.provision().title().in(language) + "; "
                + finding.provision().source() + marked(finding.provision().confidence()) + ")");
        String below = indent + "  ";
        Justification why = finding.why();
        why.says().ifPresent(says -> lines.add(below + "\"" + says.in(language) + "\""));
        if (finding.effect() instanceof Effect.Limit limit) {
            String tolerance =
                    limit.tolerance().map(more -> " + " + more + " tolerance").orElse("");
            lines.add(below + "limit " + limit.most() + tolerance);
        }
        why.law()
                .forEach(
                        law -> lines.add(below + "law: " + law.parameter() + " = " + law.value() + dated(law.dated())));
        why.readings().forEach(reading -> lines.add(below + read(reading)));
        String margins = why.margins().stream().map(DecisionText::compared).collect(Collectors.joining("; "));
        if (!margins.isEmpty()) {
            lines.add(below + "compared: " + margins);
        }
        why.levels().forEach(level -> add(below, level));
    }

    private void add(String indent, LevelDecision level) {
        lines.add(indent + "because: " + level.subject() + " " + level.level() + " is " + level.after() + " from "
                + level.inForce() + ", " + level.reason() + " at " + civil(level.decidedAt()));
        level.findings().forEach(finding -> add(indent + "  ", finding));
    }

    private String read(Justification.Reading reading) {
        String seen = reading.observation()
                .map(one -> " (" + one.source() + ", measured " + civil(one.measuredAt()) + ", " + one.quality() + ")")
                .orElse("");
        return "read: " + reading.twin() + " " + reading.property() + " = "
                + reading.value().orElse("unknown") + seen;
    }

    private static String compared(Justification.Margin margin) {
        return margin.property() + " " + margin.value().toPlainString() + " " + margin.sign() + " "
                + margin.limit().toPlainString();
    }

    /** What was not verified says so wherever it is used. */
    private static String marked(Optional<Confidence> confidence) {
        return confidence
                .filter(Confidence::doubtful)
                .map(read -> "; " + read.label())
                .orElse("");
    }

    private static String dated(DatedValue dated) {
        return " (from " + dated.from()
                + dated.lastDay().map(day -> " to " + day).orElse("")
                + dated.published().map(day -> ", published " + day).orElse(", publication not read")
                + "; " + dated.source()
                + marked(Optional.of(dated.confidence())) + ")";
    }
}
