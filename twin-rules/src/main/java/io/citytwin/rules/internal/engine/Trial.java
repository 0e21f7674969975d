package io.citytwin.rules.internal.engine;

import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tries what two sides say about twins of which nothing is known, for all values that some rules can tell apart. For one
 * thread at a time.
 */
final class Trial {

    private final Side first;
    private final Side second;
    private final Twins twins;
    private final Scene scene = new Scene();
    private final List<List<Object>> choices = new ArrayList<>();

    /**
     * Twins of which nothing is known.
     *
     * @param facts one of each type
     * @param cells their properties, by the position of the twin
     */
    record Twins(List<Fact> facts, List<Scene.UnknownCell> cells) {}

    /** What two sides say of the same values. */
    record Example(List<Object> values, Set<Object> first, Set<Object> second) {}

    /** For the values that these rules, of one side or the other, can tell apart. */
    Trial(Side first, Side second, Twins twins, List<Rule> rules) {
        this(first, second, twins, rules, false);
    }

    /** The same; unread law can have values below, between and above those of the twins, whatever these are. */
    static Trial withRoom(Side first, Side second, Twins twins, List<Rule> rules) {
        return new Trial(first, second, twins, rules, true);
    }

    private Trial(Side first, Side second, Twins twins, List<Rule> rules, boolean room) {
        this.first = first;
        this.second = second;
        this.twins = twins;
        int firstLaw = first.law().facts.size();
        scene.facts.addAll(first.law().facts);
        scene.facts.addAll(twins.facts());
        scene.facts.addAll(second.law().facts);
        // What of the law nobody read is the same on both sides, and has the same values.
        scene.unknown.addAll(first.unread());
        twins.cells().forEach(cell -> scene.unknown.add(moved(cell, firstLaw)));
        rules.forEach(rule -> scene.switchedOn.add(rule.name()));
        Candidates candidates = room ? new Candidates(rules, scene, firstLaw) : new Candidates(rules, scene);
        for (Scene.Unknown unknown : scene.unknown) {
            choices.add(unknown instanceof Scene.UnknownCell cell ? candidates.of(cell) : List.of(false, true));
        }
    }

    private static Scene.UnknownCell moved(Scene.UnknownCell cell, int by) {
        return new Scene.UnknownCell(cell.fact() + by, cell.slot(), cell.name(), cell.least(), cell.most());
    }

    /** How many combinations there are, or one more than the most that count. */
    long size(long most) {
        return choices.stream().mapToLong(List::size).reduce(1, (one, other) -> Math.min(one * other, most + 1));
    }

    /**
     * The first combination of which the two sides say something different.
     *
     * @param ofFirst the rules of the first side that can make a difference
     * @param ofSecond those of the second side
     * @param all whether the other rules are asked as well, which may say the same anyway
     */
    Optional<Example> difference(List<Rule> ofFirst, List<Rule> ofSecond, boolean all, long most) {
        long size = size(most);
        PlainRules one = first.with(values(0));
        PlainRules other = second.with(values(0));
        for (long number = 0; number < size; number++) {
            List<Object> values = values(number);
            if (!first.unread().isEmpty()) {
                one = first.with(values);
                other = second.with(values);
            }
            List<Fact> facts = facts(values);
            Set<Object> says = one.says(ofFirst, facts);
            Set<Object> changed = other.says(ofSecond, facts);
            if (all && !says.equals(changed)) {
                says = one.says(first.rules(), facts);
                changed = other.says(second.rules(), facts);
            }
            if (!says.equals(changed)) {
                return Optional.of(new Example(values, says, changed));
            }
        }
        return Optional.empty();
    }

    /** How many values each unknown has: what nobody read of the law first, then the properties of twins. */
    List<Integer> widths() {
        return choices.stream().map(List::size).toList();
    }

    /** Whether an unknown is a level: the engine keeps it, and knows it under the law that declares it. */
    boolean isLevel(int unknown) {
        if (scene.unknown.get(unknown) instanceof Scene.UnknownCell cell) {
            FactType type = scene.facts.get(cell.fact()).type();
            return first.group()
                    .level(type.name(), type.slots().get(cell.slot()).name())
                    .isPresent();
        }
        return false;
    }

    /** What the first side says of a combination; the first unknown is the first to change from one to the next. */
    Set<Object> firstSays(long number) {
        List<Object> values = values(number);
        return first.with(values).says(first.rules(), facts(values));
    }

    /** What the second side says of a combination. */
    Set<Object> secondSays(long number) {
        List<Object> values = values(number);
        return second.with(values).says(second.rules(), facts(values));
    }

    private List<Object> values(long number) {
        List<Object> values = new ArrayList<>();
        long rest = number;
        for (List<Object> choice : choices) {
            values.add(choice.get((int) (rest % choice.size())));
            rest /= choice.size();
        }
        return values;
    }

    private List<Fact> facts(List<Object> values) {
        List<Fact> facts = new ArrayList<>(twins.facts());
        int position = first.unread().size();
        for (Scene.UnknownCell cell : twins.cells()) {
            facts.set(cell.fact(), facts.get(cell.fact()).with(cell.slot(), values.get(position++)));
        }
        return facts;
    }

    /** What is unknown and matters, with its values. */
    Stream<String> shown(List<Object> values) {
        List<String> shown = new ArrayList<>();
        for (int position = 0; position < values.size(); position++) {
            if (choices.get(position).size() > 1) {
                shown.add(scene.unknown.get(position).name() + " " + text(position, values.get(position)));
            }
        }
        return shown.stream();
    }

    private String text(int position, Object value) {
        if (scene.unknown.get(position) instanceof Scene.UnknownCell cell) {
            Fact fact = scene.facts.get(cell.fact()).with(cell.slot(), value);
            return Sentences.text(fact, cell.slot()).orElse(value.toString());
        }
        return value.equals(true) ? "has a row" : "has no row";
    }
}
