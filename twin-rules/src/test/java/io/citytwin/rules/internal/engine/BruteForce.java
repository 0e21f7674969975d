package io.citytwin.rules.internal.engine;

import io.citytwin.rules.internal.drools.Firing;
import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.FactType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Tries every value of every unknown cell: all names, and numbers so fine that between two values of a test, which are
 * whole numbers from 0 to 3, there are three more.
 */
final class BruteForce {

    private static final List<Object> NUMBERS = IntStream.rangeClosed(-3, 15)
            .<Object>mapToObj(quarter -> BigDecimal.valueOf(25L * quarter, 2))
            .toList();

    private final Group group;
    private final Scene scene;
    private final Function<Collection<Firing>, Object> outcome;
    private final List<List<Object>> values = new ArrayList<>();
    private final Object[] outcomes;

    BruteForce(Group group, Scene scene, Function<Collection<Firing>, Object> outcome) {
        this.group = group;
        this.scene = scene;
        this.outcome = outcome;
        int size = 1;
        for (Scene.Unknown unknown : scene.unknown) {
            values.add(values(scene, (Scene.UnknownCell) unknown));
            size *= values.get(values.size() - 1).size();
        }
        outcomes = new Object[size];
        for (int index = 0; index < size; index++) {
            outcomes[index] = of(index);
        }
    }

    static long size(Scene scene) {
        return scene.unknown.stream()
                .mapToLong(unknown -> values(scene, (Scene.UnknownCell) unknown).size())
                .reduce(1, (one, other) -> one * other);
    }

    static List<Object> values(Scene scene, Scene.UnknownCell cell) {
        FactType.Kind kind =
                scene.facts.get(cell.fact()).type().slots().get(cell.slot()).kind();
        if (kind instanceof FactType.FlagKind) {
            return List.of(false, true);
        } else if (kind instanceof FactType.NameKind names) {
            return IntStream.range(0, names.of().names().size())
                    .<Object>mapToObj(Integer::valueOf)
                    .toList();
        }
        return NUMBERS;
    }

    private Object of(int index) {
        List<Fact> facts = new ArrayList<>(scene.facts);
        int rest = index;
        for (int position = 0; position < values.size(); position++) {
            Scene.UnknownCell cell = (Scene.UnknownCell) scene.unknown.get(position);
            List<Object> choice = values.get(position);
            facts.set(cell.fact(), facts.get(cell.fact()).with(cell.slot(), choice.get(rest % choice.size())));
            rest /= choice.size();
        }
        return outcome.apply(new NaiveRules(facts).firings(group.rules(), scene.switchedOn));
    }

    /** Every outcome that some values give. */
    Set<Object> outcomes() {
        return new HashSet<>(List.of(outcomes));
    }

    /** The cells of which another value alone changes the outcome. */
    SortedSet<String> decisive() {
        SortedSet<String> names = new TreeSet<>();
        int stride = 1;
        for (int position = 0; position < values.size(); position++) {
            if (decides(stride, values.get(position).size())) {
                names.add(scene.unknown.get(position).name());
            }
            stride *= values.get(position).size();
        }
        return names;
    }

    private boolean decides(int stride, int size) {
        for (int index = 0; index < outcomes.length; index++) {
            int first = index - index / stride % size * stride;
            if (!outcomes[index].equals(outcomes[first])) {
                return true;
            }
        }
        return false;
    }
}
