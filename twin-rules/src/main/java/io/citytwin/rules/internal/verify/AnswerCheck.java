package io.citytwin.rules.internal.verify;

import io.citytwin.core.model.Quantity;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Effect;
import io.citytwin.rules.Finding;
import io.citytwin.rules.Question;
import io.citytwin.rules.regulation.Provision;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Compares a decision with what a case expects, both in the words of case files. Immutable. */
final class AnswerCheck {

    private final String regulation;
    private final Decision decision;

    AnswerCheck(String regulation, Decision decision) {
        this.regulation = regulation;
        this.decision = decision;
    }

    boolean passes(Expectation.Verdict expected) {
        boolean forbidden = decision.outcome() == Decision.Outcome.FORBIDDEN;
        boolean outcome = expected.allowed()
                ? decision.outcome() == Decision.Outcome.ALLOWED
                : expected.forbidden().isPresent() == forbidden;
        return outcome
                && expected.forbidden().map(names -> names.equals(provisions())).orElse(true)
                && expected.unknown()
                        .map(names -> names.equals(decision.unknown()))
                        .orElse(true)
                && passes(expected.cost())
                && expected.limit().map(this::passes).orElse(true);
    }

    private boolean passes(Expectation.Cost expected) {
        return expected.fee().map(fee -> same(fee(), fee.amount())).orElse(true)
                && expected.because().map(names -> names.equals(provisions())).orElse(true)
                && expected.lifted().map(names -> names.equals(lifted())).orElse(true)
                && expected.spends().map(names -> names.equals(spends())).orElse(true);
    }

    private boolean passes(Expectation.Limit expected) {
        Optional<Effect.Limit> limit = limit();
        return same(limit.map(found -> found.most().amount()), expected.most())
                && (expected.tolerance().isEmpty()
                        || same(limit.flatMap(AnswerCheck::tolerance), expected.tolerance()));
    }

    private static boolean same(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.isPresent() == other.isPresent()
                && one.map(number -> number.compareTo(other.orElse(number)) == 0)
                        .orElse(true);
    }

    static String text(Expectation.Verdict expected) {
        List<String> parts = new ArrayList<>();
        expected.limit().ifPresent(limit -> {
            parts.add("limit: " + limit.most().map(BigDecimal::toPlainString).orElse("none"));
            limit.tolerance().ifPresent(more -> parts.add("tolerance: " + more.toPlainString()));
        });
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

    private SortedSet<String> provisions() {
        return names(decision.findings().stream());
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
        return decision.findings().stream()
                .map(Finding::effect)
                .filter(Effect.Limit.class::isInstance)
                .map(Effect.Limit.class::cast)
                .min(Comparator.comparing(limit -> limit.most().amount()));
    }

    private static Optional<BigDecimal> tolerance(Effect.Limit limit) {
        return limit.tolerance().map(more -> more.amount());
    }

    static String list(Collection<String> names) {
        return names.size() == 1 ? names.iterator().next() : "[" + String.join(", ", names) + "]";
    }
}
