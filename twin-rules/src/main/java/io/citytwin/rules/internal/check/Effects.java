package io.citytwin.rules.internal.check;

import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Signed;
import io.citytwin.rules.internal.grammar.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what one rule says leaves nothing for another one to say. Immutable. */
record Effects(List<Rule> rules) {

    /** Copies the rules. */
    Effects {
        rules = List.copyOf(rules);
    }

    /** Without looking at when they fire; numbers that rules say are compared where the values are known. */
    boolean covers(Rule wide, Rule narrow) {
        if (!typeOf(wide).equals(typeOf(narrow))) {
            return false;
        }
        Rule.Action more = wide.action();
        Rule.Action less = narrow.action();
        boolean sameProvision = wide.provision().equals(narrow.provision());
        if (more instanceof Rule.Forbid one && less instanceof Rule.Forbid other) {
            return one.act().equals(other.act())
                    && (sameProvision || liftersOf(wide).equals(liftersOf(narrow)));
        } else if (more instanceof Rule.Require one && less instanceof Rule.Require other) {
            return one.property().equals(other.property());
        } else if (more instanceof Rule.Raise one && less instanceof Rule.Raise other) {
            return one.level().equals(other.level()) && one.state() >= other.state();
        } else if (more instanceof Rule.Clear one && less instanceof Rule.Clear other) {
            return one.level().equals(other.level());
        } else if (more instanceof Rule.Lift one && less instanceof Rule.Lift other) {
            return one.act().equals(other.act())
                    && Set.copyOf(wide.lifts()).containsAll(narrow.lifts())
                    && (wide.spends().isEmpty() || wide.spends().equals(narrow.spends()));
        }
        return sameProvision && saysSameNumber(wide, narrow);
    }

    private static boolean saysSameNumber(Rule wide, Rule narrow) {
        return sameKind(wide.action(), narrow.action()) && wide.spends().equals(narrow.spends());
    }

    private static boolean sameKind(Rule.Action wide, Rule.Action narrow) {
        if (wide instanceof Rule.Claim one && narrow instanceof Rule.Claim other) {
            return one.property().equals(other.property())
                    && (one.value() instanceof Wanted.Amount && other.value() instanceof Wanted.Amount
                            || one.value().equals(other.value()));
        } else if (wide instanceof Rule.Cap one && narrow instanceof Rule.Cap other) {
            return one.property().equals(other.property())
                    && one.tolerance().size() == other.tolerance().size();
        } else if (wide instanceof Rule.Floor one && narrow instanceof Rule.Floor other) {
            return one.property().equals(other.property());
        }
        if (wide instanceof Rule.Compute one && narrow instanceof Rule.Compute other) {
            return one.property().equals(other.property()) && one.percent() == other.percent();
        }
        return wide instanceof Rule.Charge one
                && narrow instanceof Rule.Charge other
                && one.act().equals(other.act());
    }

    private static String typeOf(Rule rule) {
        return rule.conditions().get(rule.action().subject()).type().name();
    }

    /** The exemptions from a provision: two bans with the same ones stand and fall together. */
    private Set<String> liftersOf(Rule ban) {
        return rules.stream()
                .filter(rule -> rule.lifts().contains(ban.provision()))
                .map(Rule::name)
                .collect(Collectors.toSet());
    }

    /** The numbers that a rule says, as lists of terms that must come out alike. */
    static List<List<Signed>> sums(Rule.Action action) {
        if (action instanceof Rule.Cap cap) {
            return List.of(cap.limit(), cap.tolerance());
        } else if (action instanceof Rule.Compute compute) {
            return List.of(compute.amount());
        } else if (action instanceof Rule.Charge charge) {
            return List.of(charge.fee());
        } else if (action instanceof Rule.Floor floor) {
            return List.of(floor.least());
        }
        return Optional.of(action)
                .filter(Rule.Claim.class::isInstance)
                .map(claim -> ((Rule.Claim) claim).value())
                .filter(Wanted.Amount.class::isInstance)
                .map(amount -> List.of(((Wanted.Amount) amount).sum()))
                .orElse(List.of());
    }
}
