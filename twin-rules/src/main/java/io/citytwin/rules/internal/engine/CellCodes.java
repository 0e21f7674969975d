package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.ValueType;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Signed;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The columns of all that some groups of rules read, and what each of the groups can tell apart in them. For one thread at
 * a time.
 */
final class CellCodes {

    private final Map<Group, Cuts> cuts = new HashMap<>();
    private final Set<String> exact = new HashSet<>();
    private final Map<String, Column> columns = new HashMap<>();
    private final Map<String, Map<Register, Column>> registers = new HashMap<>();

    CellCodes(Law law, Collection<Group> groups) {
        for (Group group : groups) {
            cuts.put(
                    group,
                    Cuts.of(
                            group.regulation(),
                            type -> GroupLaw.regulationOf(group, type, law).orElseThrow(),
                            group.rules()));
            exact.addAll(exactIn(group));
        }
    }

    /** The properties whose very value a group needs. */
    private Set<String> exactIn(Group group) {
        Set<String> names = new HashSet<>(cutsOf(group).compared());
        for (Rule rule : group.rules()) {
            for (Signed term : rule.action().terms()) {
                if (term.operand() instanceof Rule.CellOf cell) {
                    FactType type = rule.conditions().get(cell.condition()).type();
                    names.add(type.name() + "." + type.slots().get(cell.slot()).name());
                }
            }
        }
        return names;
    }

    private Cuts cutsOf(Group group) {
        return Objects.requireNonNull(cuts.get(group));
    }

    /** The column of a property, made when it is asked for first. */
    Column column(AssetType type, String property) {
        String name = type.name() + "." + property;
        return columns.computeIfAbsent(
                name, key -> new Column(property, exact.contains(name) ? new Codes.Exact() : all(type, property)));
    }

    /** What is read besides by rules: which area something is, and with whom twins are counted. */
    void addWhatIsAlwaysRead(AssetTypes assets, Law law) {
        assets.all().stream()
                .filter(type -> type.properties().containsKey(Jurisdictions.CODE))
                .forEach(type -> columns.computeIfAbsent(
                        type.name() + "." + Jurisdictions.CODE,
                        key -> new Column(Jurisdictions.CODE, new Codes.Exact())));
        law.regulations()
                .flatMap(regulation -> regulation.state().counters().values().stream())
                .forEach(counter -> counter.per()
                        .ifPresent(per -> columns.computeIfAbsent(
                                        counter.of() + "." + per, key -> new Column(per, new Codes.Known()))
                                .tellHolder()));
    }

    /** The column of a property, if some rule reads it. */
    @Nullable
    Column find(AssetType type, String property) {
        return columns.get(type.name() + "." + property);
    }

    /** The registers of a type that some rule reads. */
    Map<Register, Column> registers(AssetType type) {
        return registers.getOrDefault(type.name(), Map.of());
    }

    /** The column of a cell. */
    Column column(AssetType type, Sight.Seen seen) {
        return seen.register().map(register -> column(type, register)).orElseGet(() -> column(type, seen.name()));
    }

    private Column column(AssetType type, Register register) {
        return registers
                .computeIfAbsent(type.name(), key -> new HashMap<>())
                .computeIfAbsent(register, key -> new Column(register.key(), new Codes.Exact()));
    }

    /** What all groups together tell apart. */
    private Codes all(AssetType type, String property) {
        String name = type.name() + "." + property;
        TreeSet<Cuts.Edge> edges = new TreeSet<>();
        cuts.values().forEach(one -> edges.addAll(one.edges(name)));
        return codes(type.properties().get(property), List.copyOf(edges));
    }

    /** What some groups tell apart; the column's own codes if that is the same. */
    Codes of(List<Group> groups, AssetType type, String property) {
        Column column = column(type, property);
        String name = type.name() + "." + property;
        TreeSet<Cuts.Edge> edges = new TreeSet<>();
        groups.forEach(group -> edges.addAll(cutsOf(group).edges(name)));
        boolean all = column.codes() instanceof Codes.Flags || column.codes() instanceof Codes.Terms;
        return all || groups.stream().anyMatch(group -> exactIn(group).contains(name))
                ? column.codes()
                : codes(type.properties().get(property), List.copyOf(edges));
    }

    private static Codes codes(@Nullable ValueType type, List<Cuts.Edge> edges) {
        if (type instanceof ValueType.Number number) {
            return new Codes.Parts(edges, number.unit());
        } else if (type instanceof ValueType.Names names) {
            return new Codes.Terms(names);
        }
        return type instanceof ValueType.YesNo ? new Codes.Flags() : new Codes.Exact();
    }
}
