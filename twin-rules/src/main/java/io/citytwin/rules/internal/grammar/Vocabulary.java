package io.citytwin.rules.internal.grammar;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.ValueType;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.parameter.ParameterTree;
import io.citytwin.rules.register.StateSpec;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every name that the rules of one regulation may use. Immutable. */
public final class Vocabulary {

    /** The fact type of a regulation's own parameters. */
    public static final String LAW = "Law";

    private final AssetTypes assets;
    private final StateSpec state;
    private final SortedSet<String> provisions;
    private final SortedMap<String, FactType> types;
    private final SortedMap<String, ValueType.Names> lists;
    private final List<Problem> problems;

    Vocabulary(AssetTypes assets, StateSpec state, Set<String> provisions, VocabularyBuilder built) {
        this.assets = assets;
        this.state = state;
        this.provisions = Collections.unmodifiableSortedSet(new TreeSet<>(provisions));
        this.types = Collections.unmodifiableSortedMap(new TreeMap<>(built.types()));
        this.lists = Collections.unmodifiableSortedMap(new TreeMap<>(built.lists()));
        this.problems = List.copyOf(built.problems());
    }

    /**
     * Collects the names.
     *
     * @param assets the city's asset types
     * @param own the regulation's parameters; its tables are fact types of their own
     * @param state what the regulation declares as state
     * @param provisions names of the regulation's provisions
     * @param used alias to what rules see of another regulation
     * @return the names; look at {@link #problems} too
     */
    public static Vocabulary of(
            AssetTypes assets, ParameterTree own, StateSpec state, Set<String> provisions, Map<String, Used> used) {
        VocabularyBuilder builder = new VocabularyBuilder();
        StateSpec seen = builder.withUsedLevels(state, used);
        builder.addLists(assets, seen);
        assets.all().forEach(asset -> builder.addAsset(asset, seen));
        builder.addLaw(LAW, own);
        new TreeMap<>(used).forEach((alias, other) -> builder.addLaw(lawName(alias), other.parameters()));
        builder.addTables(own);
        builder.checkState(state);
        return new Vocabulary(assets, state, provisions, builder);
    }

    /**
     * What rules call the parameters of a used regulation.
     *
     * @param alias as in {@code uses} of regulation.yaml
     * @return such as {@code HeatingLaw} for {@code heating}
     */
    public static String lawName(String alias) {
        return alias.isEmpty() ? LAW : Character.toUpperCase(alias.charAt(0)) + alias.substring(1) + LAW;
    }

    /**
     * Names that are declared twice, are reserved, or belong to asset types that do not exist.
     *
     * @return to be reported once, by whoever made this vocabulary
     */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * Finds a kind of fact.
     *
     * @param name what rules call it
     * @return the type, or empty
     */
    public Optional<FactType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** The regulation's own parameters; always there, without slots if there are none. */
    FactType law() {
        return Objects.requireNonNull(types.get(LAW));
    }

    /**
     * All kinds of facts.
     *
     * @return by name
     */
    public SortedMap<String, FactType> types() {
        return types;
    }

    /**
     * All lists of names, such as {@code Fuel}, or the states of a level.
     *
     * @return by name
     */
    public SortedMap<String, ValueType.Names> lists() {
        return lists;
    }

    /**
     * What an asset can do.
     *
     * @param assetType its type
     * @return the acts' names; none for an unknown type
     */
    public SortedSet<String> acts(String assetType) {
        return assets.find(assetType).map(AssetType::acts).orElseGet(Collections::emptySortedSet);
    }

    /**
     * What an asset itself holds, without what state.yaml adds.
     *
     * @param assetType its type
     * @return property to type; none for an unknown type
     */
    public SortedMap<String, ValueType> properties(String assetType) {
        return assets.find(assetType).map(AssetType::properties).orElseGet(Collections::emptySortedMap);
    }

    /**
     * What the devices of an asset can be asked to take.
     *
     * @param assetType its type
     * @return the properties' names; none for an unknown type
     */
    public SortedSet<String> actuators(String assetType) {
        return assets.find(assetType)
                .<SortedSet<String>>map(type -> new TreeSet<>(type.actuators().keySet()))
                .orElseGet(Collections::emptySortedSet);
    }

    /**
     * The declared levels.
     *
     * @return by name
     */
    public SortedMap<String, StateSpec.Level> levels() {
        return state.levels();
    }

    /**
     * The declared counters.
     *
     * @return by name
     */
    public SortedMap<String, StateSpec.Counter> counters() {
        return state.counters();
    }

    /**
     * The regulation's provisions.
     *
     * @return their names
     */
    public SortedSet<String> provisions() {
        return provisions;
    }
}
