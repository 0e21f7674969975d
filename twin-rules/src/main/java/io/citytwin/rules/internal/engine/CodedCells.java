package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Signed;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;

/** Reads of cells only what some groups of rules can tell apart, whatever the day is. For one thread at a time. */
final class CodedCells implements Looks.Cells {

    private final Law law;
    private final List<Group> groups;
    private final CellCodes codes;
    private final ExactCells exact = new ExactCells();

    CodedCells(Law law, List<Group> groups) {
        this.law = law;
        this.groups = groups;
        this.codes = new CellCodes(law, groups);
    }

    @Override
    public Look.Reader reader(AssetType type, Sight.Seen seen) {
        if (seen.register().isEmpty()) {
            String property = seen.name();
            Codes of = codes.of(groups, type, property);
            return (twin, city, moment) -> of.orUnknown(twin.values().get(property), Codes.UNKNOWN);
        } else if (seen.register().get() instanceof Register.OfCounter of) {
            Codes counted = counts(type.name() + "." + of.counter().name());
            return (twin, city, moment) -> {
                OptionalInt count = city.counter(of.regulation(), of.counter(), twin, moment);
                return count.isPresent()
                        ? (Object) counted.of(Quantity.of(count.getAsInt(), Unit.ONE))
                        : ExactCells.isHolderKnown(of, twin);
            };
        }
        return exact.reader(type, seen);
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
