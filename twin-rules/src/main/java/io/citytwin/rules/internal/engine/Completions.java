package io.citytwin.rules.internal.engine;

import io.citytwin.rules.internal.drools.Firing;
import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Asks F over the possible completions of what is unknown: if all agree, that is the answer; if not, or if there are too
 * many, the answer is unknown and names the cells that matter. For one thread at a time.
 *
 * @param <O> what of the firings has to agree
 */
final class Completions<O> {

    static final int MOST = 64;

    private final Group group;
    private final Scene scene;
    private final Function<List<Firing>, O> outcome;
    private final BiFunction<List<Fact>, Set<String>, List<Firing>> function;

    /** Asks the group's remembered F, or the given one in its place. */
    Completions(
            Group group,
            Scene scene,
            Function<List<Firing>, O> outcome,
            BiFunction<List<Fact>, Set<String>, List<Firing>> function) {
        this.group = group;
        this.scene = scene;
        this.outcome = outcome;
        this.function = function;
    }

    /**
     * An answer.
     *
     * @param outcome on which all completions agree; empty if they do not
     * @param firings that give the outcome; empty if there is none
     * @param unknown names of the cells that would decide
     */
    record Answer<O>(Optional<O> outcome, List<Firing> firings, SortedSet<String> unknown) {}

    Answer<O> ask() {
        List<Scene.Unknown> unknown = scene.unknown;
        // Most scenes are known: whoever tries no value need not look for those to try.
        List<Rule> open = unknown.isEmpty() ? List.of() : OpenRules.of(group, scene);
        Candidates candidates = new Candidates(open, scene);
        List<List<Object>> choices = new ArrayList<>();
        for (Scene.Unknown one : unknown) {
            choices.add(one instanceof Scene.UnknownCell cell ? candidates.of(cell) : List.of(false, true));
        }
        List<List<Object>> completions = Candidates.product(choices, MOST);
        SortedSet<String> names = new TreeSet<>();
        if (completions.isEmpty()) {
            unknown.forEach(one -> names.add(one.name()));
            return new Answer<>(Optional.empty(), List.of(), names);
        }
        Map<List<Object>, List<Firing>> fired = new LinkedHashMap<>();
        completions.forEach(completion -> fired.put(completion, fire(completion)));
        Map<List<Object>, O> outcomes = new HashMap<>();
        fired.forEach((completion, firings) -> outcomes.put(completion, outcome.apply(firings)));
        Set<O> agreed = Set.copyOf(outcomes.values());
        if (agreed.size() == 1) {
            return new Answer<>(Optional.of(agreed.iterator().next()), reasons(List.copyOf(fired.values())), names);
        }
        for (int position = 0; position < unknown.size(); position++) {
            if (matters(position, choices.get(position), outcomes)) {
                names.add(unknown.get(position).name());
            }
        }
        return new Answer<>(Optional.empty(), List.of(), names);
    }

    /** What fires in every completion, if that alone gives the outcome: no reason is quoted that only might hold. */
    private List<Firing> reasons(List<List<Firing>> fired) {
        List<Firing> first = fired.get(0);
        List<Firing> certain = first.stream()
                .filter(firing ->
                        fired.stream().allMatch(other -> other.stream().anyMatch(firing::matchesLike)))
                .toList();
        return outcome.apply(certain).equals(outcome.apply(first)) ? certain : first;
    }

    private List<Firing> fire(List<Object> completion) {
        List<Fact> facts = new ArrayList<>(scene.facts);
        List<Fact> absent = new ArrayList<>();
        for (int position = 0; position < completion.size(); position++) {
            Object value = completion.get(position);
            if (scene.unknown.get(position) instanceof Scene.UnknownCell cell) {
                facts.set(cell.fact(), facts.get(cell.fact()).with(cell.slot(), value));
            } else if (scene.unknown.get(position) instanceof Scene.UnknownTable table && value.equals(false)) {
                absent.add(facts.get(table.fact()));
            }
        }
        facts.removeAll(absent);
        return function.apply(facts, scene.switchedOn);
    }

    /** Whether two completions that differ in this cell only give different outcomes. */
    private boolean matters(int position, List<Object> choice, Map<List<Object>, O> outcomes) {
        return outcomes.entrySet().stream()
                .anyMatch(entry -> choice.stream().anyMatch(value -> {
                    List<Object> other = new ArrayList<>(entry.getKey());
                    other.set(position, value);
                    return !entry.getValue().equals(outcomes.get(other));
                }));
    }
}
