package io.citytwin.rules.internal.verify;

import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.ResolvedRules;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.regulation.Regulation;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Provisions of which it was never read whether they hold: none of their rules can fire, and an answer that is unknown
 * because of them is all that a case can show. Immutable.
 *
 * @param regulation whose provisions
 */
record UnreadLaw(Regulation regulation) {

    /** Names of the provisions that such an answer shows, by the cells that it says would decide. */
    Set<String> behind(Set<String> unknown) {
        TreeMap<String, List<Rule>> byProvision = ((ResolvedRules) regulation.rules())
                .rules().stream().collect(Collectors.groupingBy(Rule::provision, TreeMap::new, Collectors.toList()));
        byProvision.values().removeIf(rules -> !rules.stream().allMatch(rule -> needs(rule, unknown)));
        return byProvision.keySet();
    }

    private boolean needs(Rule rule, Set<String> unknown) {
        return rule.conditions().stream()
                .filter(condition -> condition.type().origin() == FactType.Origin.LAW)
                .flatMap(condition -> flags(condition.test())
                        .map(flag -> condition.type().slots().get(flag.slot()).name()))
                .anyMatch(flag -> unknown.contains(flag) && wasNeverRead(flag));
    }

    private static Stream<Rule.IsTrue> flags(Rule.Test test) {
        if (test instanceof Rule.All all) {
            return all.tests().stream().flatMap(UnreadLaw::flags);
        }
        return test instanceof Rule.IsTrue flag ? Stream.of(flag) : Stream.empty();
    }

    private boolean wasNeverRead(String parameter) {
        return regulation
                .parameters()
                .find(parameter)
                .filter(found -> found.values().stream().allMatch(dated -> dated.value() instanceof LawValue.NotRead))
                .isPresent();
    }
}
