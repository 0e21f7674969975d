package io.citytwin.rules.internal.grammar;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.ValueType;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.FactType.FlagKind;
import io.citytwin.rules.internal.grammar.FactType.KeyKind;
import io.citytwin.rules.internal.grammar.FactType.Kind;
import io.citytwin.rules.internal.grammar.FactType.NameKind;
import io.citytwin.rules.internal.grammar.FactType.NamesKind;
import io.citytwin.rules.internal.grammar.FactType.NumberKind;
import io.citytwin.rules.internal.grammar.FactType.Origin;
import io.citytwin.rules.internal.grammar.FactType.Slot;
import io.citytwin.rules.internal.grammar.FactType.TextKind;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.parameter.ParameterTree;
import io.citytwin.rules.parameter.ParameterType;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Turns asset types, declared state and parameters into fact types. For one thread at a time. */
final class VocabularyBuilder {

    static final String ID = "id";

    /** Asset types and aliases stand in no file that rules could clash with, but problems need a place. */
    private static final Place REGULATION = new Place("regulation.yaml", 1, 1);

    /** What verbs call acts and properties; no list may have these names. */
    private static final Set<String> VERB_LISTS = Set.of(Verbs.ACT, Verbs.PROPERTY);

    private final SortedMap<String, FactType> types = new TreeMap<>();
    private final SortedMap<String, ValueType.Names> lists = new TreeMap<>();
    private final Set<String> assetNames = new TreeSet<>();
    private final List<Problem> problems = new ArrayList<>();

    SortedMap<String, FactType> types() {
        return types;
    }

    SortedMap<String, ValueType.Names> lists() {
        return lists;
    }

    List<Problem> problems() {
        return problems;
    }

    /** The state with the levels of used regulations, as rules see them. */
    StateSpec withUsedLevels(StateSpec state, Map<String, Used> used) {
        SortedMap<String, StateSpec.Level> levels = new TreeMap<>(state.levels());
        new TreeMap<>(used)
                .forEach((alias, other) -> other.levels(alias).forEach(level -> {
                    if (levels.putIfAbsent(level.name(), level) != null) {
                        duplicate(level.name(), REGULATION);
                    }
                }));
        return new StateSpec(state.inputs(), state.indicators(), state.runs(), levels, state.counters());
    }

    void addLists(AssetTypes assets, StateSpec state) {
        for (AssetType asset : assets.all()) {
            for (ValueType type : asset.properties().values()) {
                if (type instanceof ValueType.Names names) {
                    addList(names, REGULATION);
                }
            }
        }
        state.levels().values().forEach(level -> addList(level.states(), level.place()));
        for (StateSpec.Input input : state.inputs().values()) {
            if (input.values() instanceof ValueType.Names names) {
                addList(names, input.place());
            }
        }
    }

    private void addList(ValueType.Names names, Place place) {
        ValueType.Names before = lists.putIfAbsent(names.list(), names);
        if (VERB_LISTS.contains(names.list()) || (before != null && !before.equals(names))) {
            duplicate(names.list(), place);
        }
    }

    void addAsset(AssetType asset, StateSpec state) {
        Map<String, Kind> slots = new LinkedHashMap<>();
        slots.put(ID, new KeyKind(asset.name()));
        asset.properties().forEach((name, type) -> slots.put(name, kind(type)));
        state.inputs().values().stream()
                .filter(input -> input.of().equals(asset.name()))
                .forEach(input -> addSlot(slots, input.name(), kind(input.values()), input.place()));
        state.runs().values().stream()
                .filter(run -> run.of().equals(asset.name()))
                .forEach(run -> addSlot(slots, run.name(), new NumberKind(Unit.DAYS), run.place()));
        state.levels().values().stream()
                .filter(level -> level.of().equals(asset.name()))
                .forEach(level -> addSlot(slots, level.property(), new NameKind(level.states()), level.place()));
        state.counters().values().stream()
                .filter(counter -> counter.of().equals(asset.name()))
                .forEach(counter -> addSlot(
                        slots, counter.name(), new NumberKind(counter.counts().unit()), counter.place()));
        assetNames.add(asset.name());
        addType(asset.name(), Origin.ASSET, slots, REGULATION);
    }

    private void addSlot(Map<String, Kind> slots, String name, Kind kind, Place place) {
        reserved(name, place);
        if (slots.putIfAbsent(name, kind) != null) {
            duplicate(name, place);
        }
    }

    void addLaw(String name, ParameterTree tree) {
        Map<String, Kind> slots = new LinkedHashMap<>();
        for (Parameter parameter : tree.byName().values()) {
            if (parameter.type() instanceof ParameterType.Number number) {
                slots.put(parameter.name(), new NumberKind(number.unit()));
            } else if (!(parameter.type() instanceof ParameterType.Table)) {
                slots.put(parameter.name(), new FlagKind());
            }
        }
        addType(name, Origin.LAW, slots, REGULATION);
    }

    void addTables(ParameterTree own) {
        for (Parameter parameter : own.byName().values()) {
            reserved(parameter.name(), parameter.place());
            if (parameter.type() instanceof ParameterType.Table table) {
                Map<String, Kind> slots = new LinkedHashMap<>();
                for (ParameterType.Column column : table.columns()) {
                    addSlot(slots, column.name(), kind(column.kind(), parameter.place()), parameter.place());
                }
                addType(parameter.name(), Origin.TABLE, slots, parameter.place());
            }
        }
    }

    private void addType(String name, Origin origin, Map<String, Kind> slots, Place place) {
        List<Slot> ordered = slots.entrySet().stream()
                .map(slot -> new Slot(slot.getKey(), slot.getValue()))
                .toList();
        if (types.putIfAbsent(name, new FactType(name, origin, ordered)) != null) {
            duplicate(name, place);
        }
    }

    private Kind kind(ParameterType.ColumnKind column, Place place) {
        if (column instanceof ParameterType.OneName one) {
            addList(one.of(), place);
            return new NameKind(one.of());
        } else if (column instanceof ParameterType.SomeNames some) {
            addList(some.of(), place);
            return new NamesKind(some.of());
        } else if (column instanceof ParameterType.RowNumber number) {
            return new NumberKind(number.unit());
        }
        return column instanceof ParameterType.RowText ? new TextKind() : new FlagKind();
    }

    private static Kind kind(ValueType type) {
        if (type instanceof ValueType.Number number) {
            return new NumberKind(number.unit());
        } else if (type instanceof ValueType.Names names) {
            return new NameKind(names);
        } else if (type instanceof ValueType.Relation relation) {
            return new KeyKind(relation.assetType());
        }
        return type instanceof ValueType.YesNo ? new FlagKind() : new TextKind();
    }

    /** State that belongs to no asset would silently be seen by no rule. */
    void checkState(StateSpec state) {
        state.inputs().values().forEach(input -> carried(input.name(), input.of(), input.place()));
        state.runs().values().forEach(run -> carried(run.name(), run.of(), run.place()));
        state.levels().values().forEach(level -> carried(level.name(), level.of(), level.place()));
        state.counters().values().forEach(counter -> carried(counter.name(), counter.of(), counter.place()));
    }

    private void carried(String name, String of, Place place) {
        if (!assetNames.contains(of)) {
            problems.add(Problem.error(
                    RulesError.UNKNOWN_NAME,
                    place,
                    Token.quoted(name) + " belongs to " + Token.quoted(of) + ", which is no asset type.",
                    Nearest.advice(of, assetNames, "Maybe one of " + String.join(", ", assetNames) + ".")));
        }
    }

    private void reserved(String name, Place place) {
        if (ReservedWords.contains(name)) {
            problems.add(Problem.error(
                    RulesError.RESERVED,
                    place,
                    Token.quoted(name) + " is a reserved word of rules.",
                    "Maybe choose another name, such as `" + name + "Value`."));
        }
    }

    private void duplicate(String name, Place place) {
        problems.add(Problem.error(
                RulesError.DUPLICATE,
                place,
                Token.quoted(name) + " is declared twice among what rules can name.",
                "Maybe rename one: " + taken(name) + " has this name already."));
    }

    private String taken(String name) {
        if (VERB_LISTS.contains(name)) {
            return "a list that verbs use";
        } else if (assetNames.contains(name)) {
            return "an asset type";
        }
        return lists.containsKey(name)
                ? "a list of " + lists.get(name).names().stream().limit(3).collect(Collectors.joining(", "))
                : "another declaration";
    }
}
