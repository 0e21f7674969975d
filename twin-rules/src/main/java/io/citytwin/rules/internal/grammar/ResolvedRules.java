package io.citytwin.rules.internal.grammar;

import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.RuleSet;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rules with every name resolved. Immutable.
 *
 * @param rules in file order
 * @param declared where regulation.yaml says what carries no place of its own: {@code verified}, and the sources as
 *     {@code sources.key}
 */
public record ResolvedRules(List<Rule> rules, SortedMap<String, Place> declared) implements RuleSet {

    /** Copies the collections. */
    public ResolvedRules {
        rules = List.copyOf(rules);
        declared = Collections.unmodifiableSortedMap(new TreeMap<>(declared));
    }

    @Override
    public List<String> names() {
        return rules.stream().map(Rule::name).toList();
    }
}
