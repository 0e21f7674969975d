package io.citytwin.rules.internal.engine;

import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Tests;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Regulation;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

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
                .filter(rule -> isEverCertain(rule, one) || isEverCertain(rule, other))
                .toList();
        return one.provisions().values().stream()
                .allMatch(left -> one.provisions().values().stream()
                        .filter(right -> order(one, left, right) != order(other, left, right))
                        .noneMatch(right -> meet(own, left, right)));
    }

    /** A rule that needs a flag of its own law which no source says is up never fires for certain, so it never wins. */
    private static boolean isEverCertain(Rule rule, Regulation version) {
        return rule.conditions().stream()
                .filter(condition -> condition.quantifier() == Rule.Quantifier.EACH)
                .filter(condition -> condition.type().name().equals("Law"))
                .flatMap(condition -> Tests.parts(condition.test()).stream()
                        .filter(Rule.IsTrue.class::isInstance)
                        .map(flag -> condition
                                .type()
                                .slots()
                                .get(((Rule.IsTrue) flag).slot())
                                .name()))
                .allMatch(flag -> version.parameters().find(flag).stream()
                        .flatMap(parameter -> parameter.values().stream())
                        .anyMatch(dated -> isEverUp(dated.value())));
    }

    /** Seasons and hours are up at times. */
    private static boolean isEverUp(LawValue value) {
        return !(value instanceof LawValue.NotRead) && !(value instanceof LawValue.OfFlag flag && !flag.on());
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
                        .anyMatch(other -> meet(one, other) && !excludeEachOther(one, other)));
    }

    /** An exemption that spends nothing goes before one that does. */
    private static boolean meet(Rule one, Rule other) {
        if (one.action() instanceof Rule.Lift && other.action() instanceof Rule.Lift) {
            return one.spends().isPresent() == other.spends().isPresent()
                    && !Collections.disjoint(one.lifts(), other.lifts());
        }
        return actuator(one).isPresent() && actuator(one).equals(actuator(other));
    }

    /** Two rules about twins of which one name each is asked for, and never the same one. */
    private static boolean excludeEachOther(Rule one, Rule other) {
        Rule.Condition left = one.conditions().get(one.action().subject());
        Rule.Condition right = other.conditions().get(other.action().subject());
        return left.type().name().equals(right.type().name())
                && named(left)
                        .anyMatch(name -> named(right)
                                .anyMatch(another -> name.slot() == another.slot()
                                        && !((Rule.Constant) name.right())
                                                .value()
                                                .equals(((Rule.Constant) another.right()).value())));
    }

    private static Stream<Rule.Compare> named(Rule.Condition condition) {
        return Tests.parts(condition.test()).stream()
                .filter(Rule.Compare.class::isInstance)
                .map(Rule.Compare.class::cast)
                .filter(compare -> compare.operator() == Rule.Operator.EQUAL
                        && compare.right() instanceof Rule.Constant constant
                        && constant.value() instanceof Integer);
    }

    private static Optional<String> actuator(Rule rule) {
        return rule.action() instanceof Rule.Compute compute
                ? Optional.of(compute.property())
                : rule.action().claimed();
    }
}
