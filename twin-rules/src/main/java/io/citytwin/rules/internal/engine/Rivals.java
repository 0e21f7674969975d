package io.citytwin.rules.internal.engine;

import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Regulation;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Provisions of which one can win over another: they lift the same, claim the same actuator, or compute the same. Bans and
 * fees add up, whichever comes first. Immutable.
 */
final class Rivals {

    /** As far as two provisions of one regulation differ: the later one, the declared priority, the name. */
    private static final Comparator<Provision> ORDER = Comparator.comparing(Provision::since, Comparator.reverseOrder())
            .thenComparing(Provision::priority, Comparator.reverseOrder())
            .thenComparing(Provision::name);

    private final List<Map.Entry<String, Rule>> rules;

    /** Among the rules of all regulations, each with the id of its own. */
    Rivals(Collection<Map.Entry<String, Rule>> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Whether rivals are in the same order in another version of a regulation that has the same rules. */
    boolean keepTheirOrder(Regulation one, Regulation other) {
        List<Rule> own = rules.stream()
                .filter(rule -> rule.getKey().equals(one.id()))
                .map(Map.Entry::getValue)
                .toList();
        return one.provisions().values().stream()
                .allMatch(left -> one.provisions().values().stream()
                        .filter(right -> order(one, left, right) != order(other, left, right))
                        .noneMatch(right -> meet(own, left, right)));
    }

    private static int order(Regulation version, Provision left, Provision right) {
        return Integer.signum(ORDER.compare(in(version, left), in(version, right)));
    }

    private static Provision in(Regulation version, Provision provision) {
        return Objects.requireNonNull(version.provisions().get(provision.name()));
    }

    private static boolean meet(List<Rule> rules, Provision left, Provision right) {
        return rules.stream()
                .filter(rule -> rule.provision().equals(left.name()))
                .anyMatch(one -> rules.stream()
                        .filter(rule -> rule.provision().equals(right.name()))
                        .anyMatch(other -> meet(one, other)));
    }

    /** An exemption that spends nothing goes before one that does. */
    private static boolean meet(Rule one, Rule other) {
        if (one.action() instanceof Rule.Lift && other.action() instanceof Rule.Lift) {
            return one.spends().isPresent() == other.spends().isPresent()
                    && !Collections.disjoint(one.lifts(), other.lifts());
        }
        return actuator(one).isPresent() && actuator(one).equals(actuator(other));
    }

    private static Optional<String> actuator(Rule rule) {
        if (rule.action() instanceof Rule.Cap cap) {
            return Optional.of(cap.property());
        } else if (rule.action() instanceof Rule.Compute compute) {
            return Optional.of(compute.property());
        }
        return rule.action() instanceof Rule.Claim claim ? Optional.of(claim.property()) : Optional.empty();
    }
}
