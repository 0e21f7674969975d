package io.citytwin.rules.internal.explain;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Value;
import io.citytwin.rules.Cell;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Effect;
import io.citytwin.rules.Finding;
import io.citytwin.rules.Justification;
import io.citytwin.rules.Unmet;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.verify.Answer;
import io.citytwin.rules.verify.Explanation;
import io.citytwin.rules.verify.Flip;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The value that an answer hinges on, and since when the rule holds that makes it count. Immutable.
 *
 * @param name of a property, a counter or a level; {@code fee}, {@code limit} or {@code hours} for what is none
 * @param value as values are written
 * @param since first day in force; empty if nobody can say which rule would decide
 */
record Hinge(String name, String value, Optional<LocalDate> since) {

    /** A fee, a limit, what flips the answer, what was read, what failed unless time changes it: the first that there is. */
    static Optional<Hinge> of(Explanation explanation) {
        Decision decision = explanation.decision();
        Optional<LocalDate> since = since(decision);
        return first(List.of(
                () -> decision.findings().stream().flatMap(finding -> effect(finding).stream()),
                () -> flip(explanation).stream()
                        .flatMap(flip -> flip.now().stream()
                                .map(now -> new Hinge(flip.cell().name(), now.toString(), since))),
                () -> decision.findings().stream().flatMap(finding -> reading(finding, since).stream()),
                () -> Stream.of(explanation)
                        .filter(all -> all.earlier().or(all::later).isEmpty())
                        .flatMap(all -> decision.notApplied().stream())
                        .flatMap(not -> failed(not).stream()),
                () -> decision.findings().stream()
                        .flatMap(finding -> finding.why().law().stream())
                        .map(law -> new Hinge(
                                "hours", law.value(), Optional.of(law.dated().from())))));
    }

    private static Optional<Hinge> first(List<Supplier<Stream<Hinge>>> choices) {
        return choices.stream().flatMap(choice -> choice.get().limit(1)).findFirst();
    }

    /**
     * The flip that people understand best: what is missing before what is known, the twin itself before its surroundings,
     * what has a nearest value before a yes or no.
     */
    static Optional<Flip<Answer>> flip(Explanation explanation) {
        return explanation.flips().stream()
                .filter(flip -> !(flip.value() instanceof Value.Ref) && !(flip.cell() instanceof Cell.Ground))
                .filter(flip -> flip.then().outcome() != Decision.Outcome.UNKNOWN
                        || explanation.answer().outcome() == Decision.Outcome.UNKNOWN)
                .min(Comparator.comparingInt(flip -> remoteness(flip, explanation)));
    }

    private static int remoteness(Flip<Answer> flip, Explanation explanation) {
        boolean own =
                flip.cell().twin().equals(explanation.decision().question().subject());
        boolean yesNo = flip.value() instanceof Value.Flag;
        boolean level = flip.cell() instanceof Cell.Level;
        boolean named =
                flip.cell() instanceof Cell.Property && flip.cell().name().equals("category");
        boolean beside = explanation.answer().outcome() == Decision.Outcome.UNKNOWN
                && flip.now().isPresent();
        return (own ? 0 : level ? 1 : 4) + (yesNo ? 2 : 0) + (named ? 3 : 0) + (beside ? 10 : 0);
    }

    private static Optional<Hinge> effect(Finding finding) {
        Optional<LocalDate> since = Optional.of(newest(finding));
        if (finding.effect() instanceof Effect.Fee fee) {
            return Optional.of(new Hinge("fee", fee.fee().toString(), since));
        } else if (finding.effect() instanceof Effect.Limit limit) {
            String tolerance = limit.tolerance().map(more -> " + " + more).orElse("");
            return Optional.of(new Hinge("limit", limit.most() + tolerance, since));
        } else if (finding.effect() instanceof Effect.Figure figure) {
            return Optional.of(new Hinge(figure.property(), figure.amount().toString(), since));
        }
        return Optional.empty();
    }

    private static Optional<Hinge> reading(Finding finding, Optional<LocalDate> since) {
        return finding.why().readings().stream()
                .filter(read -> read.value().isPresent())
                .filter(read -> !read.value().equals(Optional.of("true"))
                        && !read.value().equals(Optional.of("false")))
                .map(read -> new Hinge(read.property(), read.value().orElse(""), since))
                .findFirst();
    }

    private static Optional<Hinge> failed(Decision.NotApplied not) {
        return not.unmet().stream()
                .map(Unmet::failed)
                .flatMap(List::stream)
                .flatMap(one -> one.value().stream()
                        .filter(value -> value instanceof Quantity || value instanceof Value.Term)
                        .map(value -> new Hinge(
                                one.property(),
                                value.toString(),
                                Optional.of(not.provision().since()))))
                .findFirst();
    }

    /** The newest law behind the answer; without any, the first provision that could have answered. */
    static Optional<LocalDate> since(Decision decision) {
        return decision.findings().stream()
                .findFirst()
                .map(Hinge::newest)
                .or(() -> Stream.<Predicate<Decision.NotApplied>>of(
                                not -> not.unmet().isPresent(),
                                not -> !not.failed().equals(Decision.NotApplied.OUTSIDE))
                        .flatMap(which -> decision.notApplied().stream().filter(which))
                        .map(not -> not.provision().since())
                        .findFirst());
    }

    private static LocalDate newest(Finding finding) {
        return finding.why().law().stream()
                .map(Justification.LawReading::dated)
                .map(DatedValue::from)
                .max(Comparator.naturalOrder())
                .orElse(finding.provision().since());
    }
}
