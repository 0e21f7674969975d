package io.citytwin.rules.internal.verify;

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
                && expected.limit().map(this::passes).orElse(true);
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
        return expected.allowed() ? "allowed" : "{" + String.join(", ", parts) + "}";
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
        } else if (parts.isEmpty()) {
            return decision.question() instanceof Question.Limits ? "allowed, limit: none" : "allowed";
        }
        return "{" + String.join(", ", parts) + "}";
    }

    private SortedSet<String> provisions() {
        SortedSet<String> names = new TreeSet<>();
        decision.findings().stream().map(Finding::provision).forEach(provision -> names.add(nameOf(provision)));
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
