package io.citytwin.rules.internal.drools;

import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.Rule;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rule that matched. Immutable.
 *
 * @param rule the rule
 * @param matched position of each {@code EACH} condition to the fact it matched
 */
public record Firing(Rule rule, SortedMap<Integer, Fact> matched) {

    /** Copies the map. */
    public Firing {
        matched = Collections.unmodifiableSortedMap(new TreeMap<>(matched));
    }

    /**
     * Whether the same rule matched the same twins and rows, whatever their unknown cells were.
     *
     * @param other another firing
     * @return true if rule and roles are equal
     */
    public boolean matchesLike(Firing other) {
        return rule.name().equals(other.rule.name()) && roles().equals(other.roles());
    }

    private List<String> roles() {
        return matched.values().stream().map(Fact::role).toList();
    }
}
