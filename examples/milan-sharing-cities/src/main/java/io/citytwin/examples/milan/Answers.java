package io.citytwin.examples.milan;

import io.citytwin.examples.milan.report.Answer;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Finding;
import io.citytwin.rules.Justification;
import io.citytwin.rules.directive.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns decisions into what a report shows of them. Immutable. */
final class Answers {

    private Answers() {}

    static Answer of(String asked, Decision decision) {
        return new Answer(
                asked,
                decision.outcome().name(),
                decision.findings().stream().map(Answers::reason).toList(),
                others(decision));
    }

    /** A finding with its law, its readings and its comparisons. */
    static Answer.Reason reason(Finding finding) {
        Justification why = finding.why();
        List<String> lines = new ArrayList<>();
        Words.law(why.law()).forEach(line -> lines.add("law: " + line));
        why.readings().stream()
                .map(reading -> "read: " + reading.twin().name() + " " + Words.reading(reading))
                .distinct()
                .forEach(lines::add);
        why.margins()
                .forEach(margin -> lines.add("compared: " + margin.property() + " "
                        + margin.value().toPlainString() + " " + margin.sign() + " "
                        + margin.limit().toPlainString()));
        return new Answer.Reason(
                finding.provision().id() + ", " + finding.provision().title().in("en") + "; "
                        + finding.provision().source(),
                why.says().map(says -> says.in("en")).orElse(""),
                lines);
    }

    /** A claim on a device, with who made it. */
    static Answer.Reason reason(Claim claim) {
        String by =
                claim.authority().map(Claim.Authority::name).or(claim::person).orElse("");
        String wants = claim.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + claim.value();
        return new Answer.Reason(
                claim.provision() + ", " + claim.title() + "; " + by, claim.reason(), List.of("claims: " + wants));
    }

    private static List<String> others(Decision decision) {
        List<String> lines = new ArrayList<>();
        if (!decision.unknown().isEmpty()) {
            lines.add("would be decided by " + String.join(", ", decision.unknown()));
        }
        decision.notApplied()
                .forEach(not -> lines.add("not " + not.provision().id() + ", "
                        + not.provision().title().in("en") + ": " + not.failed()));
        return lines;
    }
}
