package io.citytwin.rules.internal.grammar;

import io.citytwin.rules.regulation.RuleSet;
import java.util.List;

/**
 * Rules with every name resolved. Immutable.
 *
 * @param rules in file order
 */
public record ResolvedRules(List<Rule> rules) implements RuleSet {

    /** Copies the rules. */
    public ResolvedRules {
        rules = List.copyOf(rules);
    }

    @Override
    public List<String> names() {
        return rules.stream().map(Rule::name).toList();
    }
}
