package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.Unit;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Signed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts together what some groups of rules see. For one thread at a time. */
final class Looks {

    private final Law law;
    private final AssetTypes assets;
    private final List<Group> groups;
    private final CellCodes codes;
    private boolean runs;
    private boolean counts;

    Looks(Law law, AssetTypes assets, List<Group> groups) {
        this.law = law;
        this.assets = assets;
        this.groups = groups;
        this.codes = new CellCodes(law, groups);
    }

    /** Of twins of a type. */
    Look of(AssetType subject) {
        Map<Group, Sight> sights = new LinkedHashMap<>();
        groups.forEach(group -> sights.put(group, Sight.of(group, subject, assets)));
        return together("", subject, sights);
    }

    /** Whether a run was seen, which time alone can change at any hour. */
    boolean seeRuns() {
        return runs;
    }

    private Look together(String relation, AssetType type, Map<Group, Sight> sights) {
        SortedMap<String, Look.Cell> cells = new TreeMap<>();
        SortedMap<String, Map<Group, Sight>> beyond = new TreeMap<>();
        sights.forEach((group, sight) -> {
            for (Sight.Seen seen : sight.cells()) {
                counts |= !relation.isEmpty() && isCount(seen);
                String key = seen.register().map(Register::key).orElse(seen.name());
                cells.computeIfAbsent(key, fresh -> new Look.Cell(new HashSet<>(), reader(type, seen)))
                        .groups()
                        .add(group);
            }
            sight.beyond()
                    .forEach(next -> beyond.computeIfAbsent(next.relation(), key -> new LinkedHashMap<>())
                            .put(group, next));
        });
        List<Look> further = new ArrayList<>();
        beyond.forEach((next, seen) ->
                further.add(together(next, seen.values().iterator().next().type(), seen)));
        return new Look(relation, type, sights.keySet(), List.copyOf(cells.values()), further);
    }

    /** Whether a count of other twins than the first was seen. */
    boolean seeCountsElsewhere() {
        return counts;
    }

    private static boolean isCount(Sight.Seen seen) {
        return seen.register().filter(Register.OfCounter.class::isInstance).isPresent();
    }

    private Look.Reader reader(AssetType type, Sight.Seen seen) {
        if (seen.register().isPresent()) {
            return kept(type, seen.register().get());
        }
        String property = seen.name();
        Codes of = codes.of(groups, type, property);
        return (twin, city, moment) -> Codes.orUnknown(of, twin.values().get(property));
    }

    private Look.Reader kept(AssetType type, Register register) {
        if (register instanceof Register.OfLevel of) {
            return (twin, city, moment) -> state(city.level(of.regulation(), of.level(), twin.id(), moment), moment);
        } else if (register instanceof Register.OfRun of) {
            runs = true;
            return (twin, city, moment) -> city.run(of.regulation(), of.run(), twin.id(), moment);
        } else if (register instanceof Register.OfInput of) {
            return (twin, city, moment) -> city.input(of.input(), twin.id(), moment);
        }
        Register.OfCounter of = (Register.OfCounter) register;
        Codes counted = counts(type.name() + "." + of.counter().name());
        return (twin, city, moment) ->
                count(of, counted, twin, city.counter(of.regulation(), of.counter(), twin, moment));
    }

    /** A state that nobody knows is one of that day. */
    private static Object state(int position, Moment moment) {
        return position < 0 ? moment.day() : position;
    }

    /** Where nobody knows the count, whether somebody knows with whom the twin is counted. */
    private static Object count(Register.OfCounter of, Codes counted, Twin twin, OptionalInt count) {
        Optional<String> per = of.counter().per();
        return count.isPresent()
                ? counted.of(Quantity.of(count.getAsInt(), Unit.ONE))
                : per.isEmpty() || twin.value(per.get()).isPresent();
    }

    /** A count as its part of the line, unless rules say it or compare it with what else is told of twins. */
    private Codes counts(String cell) {
        TreeSet<Cuts.Edge> edges = new TreeSet<>();
        for (Group group : groups) {
            Cuts cuts = Cuts.of(
                    group.regulation(),
                    type -> GroupLaw.regulationOf(group, type, law).orElseThrow(),
                    group.rules());
            if (cuts.compared().contains(cell) || says(group, cell)) {
                return new Codes.Exact();
            }
            edges.addAll(cuts.edges(cell));
        }
        return new Codes.Parts(List.copyOf(edges), Unit.ONE);
    }

    private static boolean says(Group group, String cell) {
        return group.rules().stream()
                .anyMatch(rule -> rule.action().terms().stream()
                        .map(Signed::operand)
                        .anyMatch(operand -> operand instanceof Rule.CellOf of
                                && nameOf(rule, of).equals(cell)));
    }

    private static String nameOf(Rule rule, Rule.CellOf cell) {
        FactType type = rule.conditions().get(cell.condition()).type();
        return type.name() + "." + type.slots().get(cell.slot()).name();
    }
}
