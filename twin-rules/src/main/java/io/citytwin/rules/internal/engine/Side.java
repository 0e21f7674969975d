package io.citytwin.rules.internal.engine;

import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.Reads;
import io.citytwin.rules.internal.grammar.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One of two versions of a group of rules at a moment. Immutable.
 *
 * @param group the rules of both versions, with the parameters of this one
 * @param law what is in force
 * @param rules of this version, as far as they may fire
 */
record Side(Group group, Scene law, List<Rule> rules) {

    /** All that a rule says and sees of law, its own name left out. */
    private record Content(List<Object> rule, SortedMap<String, List<List<@Nullable Object>>> law) {}

    private Content content(Rule rule) {
        SortedMap<String, List<List<@Nullable Object>>> seen = new TreeMap<>();
        Reads.of(rule)
                .forEach((type, slots) -> seen.put(
                        type,
                        law.facts.stream()
                                .filter(fact -> fact.type().name().equals(type))
                                .map(fact -> cells(fact, slots))
                                .toList()));
        return new Content(
                List.of(rule.provision(), rule.lifts(), rule.spends(), rule.conditions(), rule.action()), seen);
    }

    private static List<@Nullable Object> cells(Fact fact, SortedSet<Integer> slots) {
        List<@Nullable Object> cells = new ArrayList<>();
        slots.forEach(slot -> cells.add(fact.cell(slot)));
        return cells;
    }

    /** The rules that the other side does not have, or has under other law. */
    List<Rule> rulesBesides(Side other) {
        List<Content> others = other.rules.stream().map(other::content).toList();
        return rules.stream().filter(rule -> !others.contains(content(rule))).toList();
    }

    /** Whether law alone keeps every rule from firing. */
    boolean isSilent() {
        return rules.stream()
                .noneMatch(rule -> rule.conditions().stream().allMatch(condition -> Scenes.mayBeMet(condition, law)));
    }

    /** Everything that this side has in common with another one at another moment, if it is the same. */
    List<Object> view() {
        return List.of(List.copyOf(law.facts), List.copyOf(law.unknown), rules);
    }

    /** What is not known of the law. */
    List<Scene.Unknown> unread() {
        return law.unknown;
    }

    /** The law if what is unknown of it has the first of some values. */
    PlainRules with(List<Object> values) {
        List<Fact> facts = new ArrayList<>(law.facts);
        List<Fact> absent = new ArrayList<>();
        for (int position = 0; position < unread().size(); position++) {
            Object value = values.get(position);
            if (unread().get(position) instanceof Scene.UnknownCell cell) {
                facts.set(cell.fact(), facts.get(cell.fact()).with(cell.slot(), value));
            } else if (unread().get(position) instanceof Scene.UnknownTable table && value.equals(false)) {
                absent.add(facts.get(table.fact()));
            }
        }
        facts.removeAll(absent);
        return new PlainRules(group, facts);
    }
}
