package io.citytwin.rules;

import io.citytwin.core.model.Quantity;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Sureness;
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
        addCost(decision);
        decision.findings().forEach(finding -> add("  ", finding));
        decision.lifted().forEach(this::add);
        if (!decision.unknown().isEmpty()) {
            lines.add("  would be decided by " + String.join(", ", decision.unknown()));
        }
        decision.notApplied().stream()
                .filter(not -> !not.failed().equals(Decision.NotApplied.OUTSIDE))
                .map(not -> "  not " + not.provision().id() + ": " + not.failed())
                .distinct()
                .forEach(lines::add);
        // One line for all of them: what holds elsewhere is soon longer than the answer.
        String elsewhere = decision.notApplied().stream()
                .filter(not -> not.failed().equals(Decision.NotApplied.OUTSIDE))
                .map(not -> not.provision().regulation())
                .distinct()
                .collect(Collectors.joining(", "));
        if (!elsewhere.isEmpty()) {
            lines.add("  not here: " + elsewhere);
        }
        return String.join("\n", lines);
    }

    /** As clocks in the city show it, in the form that {@link AsOf#at(String)} reads. */
    private OffsetDateTime civil(Instant moment) {
        return moment.atZone(zone).toOffsetDateTime();
    }

    private static String asked(Question question) {
        if (question instanceof Question.Act act) {
            return act.subject() + " " + act.act();
        } else if (question instanceof Question.Passage passage) {
            return passage.subject() + " through " + passage.gate();
        } else if (question instanceof Question.Drive drive) {
            return drive.subject() + " to " + drive.destination();
        }
        return question.subject() + " " + ((Question.Limits) question).property();
    }

    /** Who goes through a gate wants to know the cost, also that there is none; about acts, only what there is. */
    private void addCost(Decision decision) {
        boolean gate = decision.question() instanceof Question.Passage;
        boolean due = decision.fee().map(fee -> fee.amount().signum() != 0).orElse(true);
        if (due || (gate && decision.outcome() == Decision.Outcome.ALLOWED)) {
            lines.add("  fee " + decision.fee().map(Quantity::toString).orElse("unknown"));
        }
        if (!decision.spends().isEmpty()) {
            lines.add("  spends " + String.join(", ", decision.spends()));
        }
    }

    private void add(Decision.Lifted lifted) {
        lines.add("  lifted by " + lifted.by().provision().id() + ": " + head(lifted.finding()));
        lifted.finding().why().says().ifPresent(says -> lines.add("    \"" + says.in(language) + "\""));
    }

    private String head(Finding finding) {
        Provision provision = finding.provision();
        return provision.id() + " (" + provision.title().in(language) + "; " + provision.source()
                + marked(provision.sureness()) + ")";
    }

    private void add(String indent, Finding finding) {
        lines.add(indent + head(finding));
        String below = indent + "  ";
        Justification why = finding.why();
        why.says().ifPresent(says -> lines.add(below + "\"" + says.in(language) + "\""));
        if (finding.effect() instanceof Effect.Limit limit) {
            String tolerance =
                    limit.tolerance().map(more -> " + " + more + " tolerance").orElse("");
            lines.add(below + "limit " + limit.most() + tolerance);
        } else if (finding.effect() instanceof Effect.Figure figure) {
            lines.add(below + "computed " + figure.property() + " = " + figure.amount());
        } else if (finding.effect() instanceof Effect.Fee fee) {
            lines.add(below + "fee " + fee.fee());
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
    private static String marked(Optional<Sureness> sureness) {
        return sureness.filter(Sureness::doubtful)
                .map(read -> "; " + read.shown())
                .orElse("");
    }

    private static String dated(DatedValue dated) {
        return " (from " + dated.from()
                + dated.lastDay().map(day -> " to " + day).orElse("")
                + dated.published().map(day -> ", published " + day).orElse(", publication not read")
                + "; " + dated.source()
                + marked(Optional.of(dated.sureness())) + ")";
    }
}
