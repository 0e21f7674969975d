package io.citytwin.rules.internal.engine;

import com.google.common.base.Suppliers;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.citytwin.rules.internal.drools.Firing;
import io.citytwin.rules.internal.drools.RuleBase;
import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.Rule;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * F: a pure function of facts, remembered by what the rules can see. It holds no law besides the rules, so groups with
 * the same rules can share one. Safe for use by many threads.
 */
final class RuleFunction {

    private static final int REMEMBERED = 10_000;

    private final List<Rule> rules;
    private final Supplier<RuleBase> base;
    private final Cache<Matched, List<Firing>> remembered =
            CacheBuilder.newBuilder().maximumSize(REMEMBERED).build();

    RuleFunction(String unit, List<Rule> rules) {
        this.rules = List.copyOf(rules);
        // Most engines are asked for few of their groups: Drools sees the others never.
        this.base = Suppliers.memoize(() -> new RuleBase(unit, this.rules));
    }

    /** Hands the rules to Drools now, so that whoever asks first does not wait for it. */
    RuleFunction prepared() {
        base();
        return this;
    }

    private RuleBase base() {
        return base.get();
    }

    /** Facts and the rules that may fire: all that F depends on. */
    private record Matched(List<Fact> facts, Set<String> switchedOn) {}

    boolean isOf(List<Rule> others) {
        return rules.equals(others);
    }

    /** F, remembered. */
    List<Firing> findings(List<Fact> facts, Set<String> switchedOn) {
        Matched matched = new Matched(List.copyOf(facts), Set.copyOf(switchedOn));
        List<Firing> before = remembered.getIfPresent(matched);
        if (before == null) {
            before = cold(facts, switchedOn);
            remembered.put(matched, before);
        }
        return before;
    }

    /** F, called anew. */
    List<Firing> cold(List<Fact> facts, Set<String> switchedOn) {
        return switchedOn.isEmpty() ? List.of() : base().fire(facts, switchedOn);
    }
}
