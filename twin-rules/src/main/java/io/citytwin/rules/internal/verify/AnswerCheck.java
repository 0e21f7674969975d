package io.citytwin.rules.internal.verify;

import io.citytwin.core.model.Quantity;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Effect;
import io.citytwin.rules.Finding;
import io.citytwin.rules.Question;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.verify.Answer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Compares a decision with what a case expects, both in the words of case files. Immutable. */
final class AnswerCheck {

    private final String regulation;
    private final Decision decision;

    AnswerCheck(String regulation, Decision decision) {
        this.regulation = regulation;
        this.decision = decision;
    }

    /** The first thing that is other than expected, the answer itself before its details; empty if nothing is. */
    String difference(Expectation.Verdict expected) {
        Stream<String> outcome = sameOutcome(expected) ? Stream.empty() : Stream.of(outcome());
        Stream<String> limit = expected.limit().stream().flatMap(this::differences);
        return Stream.of(
                        outcome,
                        differs("forbidden", expected.forbidden(), this::provisions),
                        limit,
                        expected.computed().stream()
                                .flatMap(number -> number("what is computed", computed(), number.amount(), "none")),
                        expected.cost().fee().stream()
                                .flatMap(fee -> number("the fee", fee(), fee.amount(), "unknown")),
                        differs("unknown", expected.unknown(), decision::unknown),
                        differs("because", expected.cost().because(), this::provisions),
                        differs("lifted", expected.cost().lifted(), this::lifted),
                        differs("spends", expected.cost().spends(), this::spends))
                .flatMap(differences -> differences)
                .findFirst()
                .orElse("");
    }

    private boolean sameOutcome(Expectation.Verdict expected) {
        boolean forbidden = decision.outcome() == Decision.Outcome.FORBIDDEN;
        return expected.allowed()
                ? decision.outcome() == Decision.Outcome.ALLOWED
                : expected.forbidden().isPresent() == forbidden;
    }

    private String outcome() {
        return switch (decision.outcome()) {
            case ALLOWED -> "it is allowed";
            case FORBIDDEN -> "it is forbidden by " + String.join(", ", provisions());
            case UNKNOWN -> "it is unknown, for want of " + String.join(", ", decision.unknown());
        };
    }

    private Stream<String> differences(Expectation.Limit expected) {
        Optional<Effect.Limit> limit = limit();
        Stream<String> most =
                number("the limit", limit.map(found -> found.most().amount()), expected.most(), "none");
        Stream<String> tolerance = expected.tolerance().isEmpty()
                ? Stream.empty()
                : number("the tolerance", limit.flatMap(AnswerCheck::tolerance), expected.tolerance(), "none");
        return Stream.concat(most, tolerance);
    }

    private static Stream<String> differs(
            String key, Optional<SortedSet<String>> expected, Supplier<SortedSet<String>> actual) {
        return expected.stream()
                .filter(names -> !names.equals(actual.get()))
                .map(names -> besides(key, names, actual.get()));
    }

    /** How one set of names differs from what was expected. */
    static String besides(String key, SortedSet<String> expected, SortedSet<String> actual) {
        List<String> parts = new ArrayList<>();
        Set<String> more = new TreeSet<>(actual);
        more.removeAll(expected);
        Set<String> less = new TreeSet<>(expected);
        less.removeAll(actual);
        if (!more.isEmpty()) {
            parts.add("has " + String.join(", ", more) + " besides");
        }
        if (!less.isEmpty()) {
            parts.add("lacks " + String.join(", ", less));
        }
        return key + " " + String.join(" and ", parts);
    }

    private static Stream<String> number(
            String what, Optional<BigDecimal> actual, Optional<BigDecimal> expected, String none) {
        return same(actual, expected)
                ? Stream.empty()
                : Stream.of(
                        what + " is " + actual.map(BigDecimal::toPlainString).orElse(none) + ", not "
                                + expected.map(BigDecimal::toPlainString).orElse(none));
    }

    private static boolean same(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.isPresent() == other.isPresent()
                && one.map(number -> number.compareTo(other.orElse(number)) == 0)
                        .orElse(true);
    }

    /** Why it came out; first, why what was expected to apply did not. */
    String explanation(Expectation.Verdict expected) {
        Set<String> missing = new TreeSet<>(expected.forbidden().orElse(new TreeSet<>()));
        expected.cost().because().ifPresent(missing::addAll);
        expected.cost().lifted().ifPresent(missing::addAll);
        missing.removeAll(provisions());
        Stream<String> first = decision.notApplied().stream()
                .filter(not -> missing.contains(nameOf(not.provision())))
                .map(not -> nameOf(not.provision()) + " did not apply: " + not.failed());
        List<String> lines = new ArrayList<>(first.toList());
        // What else did not apply is of interest only where nothing else tells why.
        boolean told = !lines.isEmpty()
                || !decision.findings().isEmpty()
                || !decision.lifted().isEmpty();
        lines.add((told ? withoutOthers() : decision).explain("en"));
        return String.join("\n", lines);
    }

    private Decision withoutOthers() {
        return new Decision(
                decision.question(),
                decision.asOf(),
                decision.zone(),
                decision.outcome(),
                decision.findings(),
                decision.fee(),
                decision.lifted(),
                decision.spends(),
                decision.unknown(),
                List.of());
    }

    static String text(Expectation.Verdict expected) {
        List<String> parts = new ArrayList<>();
        expected.limit().ifPresent(limit -> {
            parts.add("limit: " + limit.most().map(BigDecimal::toPlainString).orElse("none"));
            limit.tolerance().ifPresent(more -> parts.add("tolerance: " + more.toPlainString()));
        });
        expected.computed()
                .ifPresent(number -> parts.add("computed: "
                        + number.amount().map(BigDecimal::toPlainString).orElse("none")));
        expected.forbidden().ifPresent(names -> parts.add("forbidden: " + list(names)));
        expected.unknown().ifPresent(names -> parts.add("unknown: " + list(names)));
        Expectation.Cost cost = expected.cost();
        cost.fee().ifPresent(fee -> parts.add("fee: " + text(fee.amount())));
        cost.because().ifPresent(names -> parts.add("because: " + list(names)));
        cost.lifted().ifPresent(names -> parts.add("lifted: " + list(names)));
        cost.spends().ifPresent(names -> parts.add("spends: " + list(names)));
        return parts.isEmpty() ? "allowed" : "{" + String.join(", ", parts) + "}";
    }

    String actual() {
        List<String> parts = new ArrayList<>();
        limit().ifPresent(limit -> {
            parts.add("limit: " + limit.most().amount().toPlainString());
            tolerance(limit).ifPresent(more -> parts.add("tolerance: " + more.toPlainString()));
        });
        computed().ifPresent(number -> parts.add("computed: " + number.toPlainString()));
        if (decision.outcome() == Decision.Outcome.FORBIDDEN) {
            parts.add("forbidden: " + list(provisions()));
        } else if (decision.outcome() == Decision.Outcome.UNKNOWN) {
            parts.add("unknown: " + list(decision.unknown()));
        } else if (costs()) {
            addCost(parts);
        } else if (parts.isEmpty()) {
            return decision.question() instanceof Question.Limits ? "allowed, limit: none" : "allowed";
        }
        return "{" + String.join(", ", parts) + "}";
    }

    /** Whether more is to be said of what is allowed than that. */
    private boolean costs() {
        boolean free = fee().map(amount -> amount.signum() == 0).orElse(false);
        return decision.question() instanceof Question.Passage
                || !(free && decision.lifted().isEmpty() && decision.spends().isEmpty());
    }

    private void addCost(List<String> parts) {
        parts.add("fee: " + text(fee()));
        if (!decision.unknown().isEmpty()) {
            parts.add("unknown: " + list(decision.unknown()));
        }
        parts.add("because: " + list(provisions()));
        parts.add("lifted: " + list(lifted()));
        parts.add("spends: " + list(spends()));
    }

    private Optional<BigDecimal> fee() {
        return decision.fee().map(Quantity::amount);
    }

    private static String text(Optional<BigDecimal> fee) {
        return fee.map(BigDecimal::toPlainString).orElse("unknown");
    }

    /** Of those that decided; what a provision computes decides nothing by itself. */
    private SortedSet<String> provisions() {
        return names(decision.findings().stream().filter(finding -> !(finding.effect() instanceof Effect.Figure)));
    }

    private SortedSet<String> lifted() {
        return names(decision.lifted().stream().map(Decision.Lifted::finding));
    }

    private SortedSet<String> spends() {
        String own = regulation + "/";
        SortedSet<String> names = new TreeSet<>();
        decision.spends()
                .forEach(counter -> names.add(counter.startsWith(own) ? counter.substring(own.length()) : counter));
        return names;
    }

    private SortedSet<String> names(Stream<Finding> findings) {
        SortedSet<String> names = new TreeSet<>();
        findings.map(Finding::provision).forEach(provision -> names.add(nameOf(provision)));
        return names;
    }

    private String nameOf(Provision provision) {
        return provision.regulation().equals(regulation) ? provision.name() : provision.id();
    }

    /** The strictest limit of all. */
    private Optional<Effect.Limit> limit() {
        return Answer.of(decision).limit();
    }

    private Optional<BigDecimal> computed() {
        return decision.findings().stream()
                .map(Finding::effect)
                .filter(Effect.Figure.class::isInstance)
                .map(figure -> ((Effect.Figure) figure).amount().amount())
                .findFirst();
    }

    private static Optional<BigDecimal> tolerance(Effect.Limit limit) {
        return limit.tolerance().map(more -> more.amount());
    }

    static String list(Collection<String> names) {
        return names.size() == 1 ? names.iterator().next() : "[" + String.join(", ", names) + "]";
    }
}
