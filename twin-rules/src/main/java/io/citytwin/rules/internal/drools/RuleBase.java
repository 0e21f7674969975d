package io.citytwin.rules.internal.drools;

import com.google.common.collect.Maps;
import io.citytwin.rules.internal.grammar.Effort;
import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.Match;

/**
 * Some rules in Drools, called as a pure function: facts in, firings out, nothing remembered. Safe for use by many
 * threads.
 */
public final class RuleBase {

    private static final Comparator<Firing> ORDER = Comparator.<Firing, String>comparing(
                    firing -> firing.rule().name())
            .thenComparing(firing ->
                    firing.matched().values().stream().map(Fact::role).toList().toString());

    private final Map<String, Rule> byName;
    private final KieBase base;

    /**
     * Hands rules to Drools.
     *
     * @param unit name of the group of rules
     * @param rules their names are unique
     */
    public RuleBase(String unit, Collection<Rule> rules) {
        byName = Maps.uniqueIndex(rules, Rule::name);
        ModelImpl model = new ModelImpl();
        rules.forEach(rule -> model.addRule(new ModelWriter(unit, rule).write()));
        base = OwnLoader.with(() -> KieBaseBuilder.createKieBaseFromModel(model));
    }

    /**
     * Matches facts against the rules.
     *
     * @param facts what the rules see
     * @param switchedOn names of the rules that may fire
     * @return what fired, in an order that depends on rules and roles only
     * @throws Effort.Exhausted if it takes more than {@link Effort#MOST} steps
     */
    public List<Firing> fire(List<Fact> facts, Set<String> switchedOn) {
        List<Firing> firings = Effort.within(Effort.MOST, () -> fired(facts, switchedOn));
        firings.sort(ORDER);
        return List.copyOf(firings);
    }

    private List<Firing> fired(List<Fact> facts, Set<String> switchedOn) {
        List<Firing> firings = new ArrayList<>();
        KieSession session = OwnLoader.with(base::newKieSession);
        try {
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    firings.add(firing(event.getMatch()));
                }
            });
            facts.forEach(session::insert);
            session.fireAllRules(match -> switchedOn.contains(match.getRule().getName()));
        } finally {
            session.dispose();
        }
        return firings;
    }

    private Firing firing(Match match) {
        Rule rule = byName.get(match.getRule().getName());
        if (rule == null) {
            throw new IllegalStateException("Drools fired `" + match.getRule().getName() + "`, which nobody gave it");
        }
        SortedMap<Integer, Fact> matched = new TreeMap<>();
        List<Integer> positions = ModelWriter.eachPositions(rule);
        // Patterns under not and exists leave nothing here; Drools' own initial fact comes first if one of them leads.
        List<?> objects =
                match.getObjects().stream().filter(Fact.class::isInstance).toList();
        for (int index = 0; index < positions.size(); index++) {
            matched.put(positions.get(index), (Fact) objects.get(index));
        }
        return new Firing(rule, matched);
    }
}
