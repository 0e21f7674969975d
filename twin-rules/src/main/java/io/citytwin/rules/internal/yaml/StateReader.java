package io.citytwin.rules.internal.yaml;

import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.ValueType;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.parameter.ParameterTree;
import io.citytwin.rules.register.StateSpec;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Reads {@code state.yaml}. What its schema refused is passed over in silence. For one thread at a time. */
final class StateReader {

    private final FolderReading reading;
    private final Node.Mapping root;
    private final Lists lists;
    private final ParameterTree parameters;
    private final Set<String> taken = new HashSet<>();

    StateReader(FolderReading reading, Node.Mapping root, Lists lists, ParameterTree parameters) {
        this.reading = reading;
        this.root = root;
        this.lists = lists;
        this.parameters = parameters;
    }

    StateSpec read() {
        SortedMap<String, StateSpec.Input> inputs = section("inputs", this::input);
        IndicatorReader indicatorReader = new IndicatorReader(reading);
        SortedMap<String, StateSpec.Indicator> indicators = section("indicators", indicatorReader::read);
        RunReader runReader = new RunReader(reading, indicators, parameters);
        SortedMap<String, StateSpec.Run> runs = section("runs", runReader::read);
        LevelReader levelReader = new LevelReader(reading, lists, parameters);
        SortedMap<String, StateSpec.Level> levels = section("levels", levelReader::read);
        SortedMap<String, StateSpec.Counter> counters = section("counters", new CounterReader(reading)::read);
        return new StateSpec(inputs, indicators, runs, levels, counters);
    }

    private <T> SortedMap<String, T> section(String name, BiFunction<Declared, AssetType, Optional<T>> reader) {
        SortedMap<String, T> read = new TreeMap<>();
        for (Node.Entry entry : root.mapping(name).entries()) {
            Optional<T> one = Optional.empty();
            if (Names.check(reading, entry.key()) && entry.value() instanceof Node.Mapping body) {
                Declared declared = new Declared(entry.key(), body);
                one = carrier(declared)
                        .filter(type -> isFree(name, declared, type))
                        .flatMap(type -> reader.apply(declared, type));
            }
            one.ifPresentOrElse(
                    value -> read.put(entry.key().text(), value),
                    () -> spoilt(entry.key().text()));
        }
        return read;
    }

    private void spoilt(String name) {
        reading.spoilt(name);
        reading.spoilt(property(name));
        reading.spoilt(Lists.listName(name));
    }

    private Optional<AssetType> carrier(Declared declared) {
        Optional<Node.Scalar> of = declared.body().scalar("of");
        return of.flatMap(name -> assetType(reading, name, name.text()));
    }

    static Optional<AssetType> assetType(FolderReading reading, Node.Scalar at, String name) {
        Optional<AssetType> type = reading.types().find(name);
        if (type.isEmpty()) {
            reading.error(
                    RulesError.UNKNOWN_NAME,
                    at.place(),
                    Words.quoted(name) + " is not an asset type.",
                    Words.maybe(
                            name,
                            reading.types().all().stream().map(AssetType::name).toList()));
        }
        return type;
    }

    /** What rules see of it must not hide something else. */
    private boolean isFree(String section, Declared declared, AssetType type) {
        String name = declared.name().text();
        String property = section.equals("levels") ? property(name) : name;
        boolean free = !type.properties().containsKey(property) && taken.add(type.name() + "." + property);
        if (!free) {
            reading.error(
                    RulesError.DUPLICATE,
                    declared.name().place(),
                    "`" + type.name() + "` has another property called " + Words.quoted(property) + ".",
                    "Maybe choose another name.");
        }
        return free;
    }

    private static String property(String level) {
        return level.isEmpty() ? "" : Character.toLowerCase(level.charAt(0)) + level.substring(1);
    }

    private Optional<StateSpec.Input> input(Declared declared, AssetType of) {
        String name = declared.name().text();
        Optional<? extends ValueType> values = declared.body().get("unit").isPresent()
                ? declared.body()
                        .scalar("unit")
                        .flatMap(new Kinds(reading, lists)::unit)
                        .map(ValueType.Number::new)
                : lists.find(Lists.listName(name));
        return values.map(type ->
                new StateSpec.Input(name, of.name(), type, declared.name().place()));
    }

    /**
     * A name with what is declared of it.
     *
     * @param name with its place
     * @param body its keys
     */
    record Declared(Node.Scalar name, Node.Mapping body) {}
}
