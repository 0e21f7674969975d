package io.citytwin.examples.benchmark.city;

import com.google.common.primitives.ImmutableIntArray;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * A city that follows from its size and a seed: of 1000 twins 600 are vehicles, 300 lamp posts, 50 stand where one
 * charges and 50 where one lives, in 20 towns of two provinces, and 20 air stations watch over it. Twins have numbers,
 * kind by kind, and are made when they are asked for, so that what an engine keeps is all that stays. Immutable.
 */
public final class ReferenceCity {

    /** How many towns there are. */
    public static final int TOWNS = 20;

    /** How many provinces there are. */
    public static final int PROVINCES = 2;

    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final int AIR_STATIONS = 20;
    private static final TwinId REGION = TwinId.of("bench:region");

    private final long seed;
    private final Map<Kind, List<Column>> columns = Columns.read();
    private final Map<Kind, Integer> first = new EnumMap<>(Kind.class);
    private final int[] firsts = new int[Kind.values().length + 1];

    private ReferenceCity(int size, long seed, ToIntFunction<Kind> share) {
        this.seed = seed;
        int next = 0;
        for (Kind kind : Kind.values()) {
            first.put(kind, next);
            firsts[kind.number()] = next;
            next += kind == Kind.AIR_STATION ? AIR_STATIONS : Math.max(1, size * share.applyAsInt(kind) / 1000);
        }
        firsts[Kind.values().length] = next;
    }

    /**
     * The city of a size.
     *
     * @param size how many twins, air stations and areas aside
     * @param seed of what they are like
     * @return the same for the same size and seed
     */
    public static ReferenceCity of(int size, long seed) {
        return new ReferenceCity(size, seed, Kind::share);
    }

    /**
     * A city with as many twins of each kind, to see rules at work that few twins of the other one meet.
     *
     * @param size how many twins, air stations and areas aside
     * @param seed of what they are like
     * @return the same for the same size and seed
     */
    public static ReferenceCity even(int size, long seed) {
        return new ReferenceCity(size, seed, kind -> 1000 / (Kind.values().length - 1));
    }

    /** How many twins there are, areas aside. */
    public int twins() {
        return firsts[Kind.values().length];
    }

    /** The number of the first twin of a kind. */
    public int first(Kind kind) {
        return Objects.requireNonNull(first.get(kind));
    }

    /** How many twins of a kind there are. */
    public int count(Kind kind) {
        return firsts[kind.number() + 1] - firsts[kind.number()];
    }

    /** What a twin is. */
    public Kind kind(int twin) {
        int at = 0;
        while (firsts[at + 1] <= twin) {
            at++;
        }
        return KINDS.get(at);
    }

    /** The properties of a kind. */
    public List<Column> columns(Kind kind) {
        return Collections.unmodifiableList(Objects.requireNonNull(columns.get(kind)));
    }

    /** Which of a column's values a twin has at the start. */
    public int valueOf(int twin, Column column) {
        Column.Habit habit = column.habit();
        if (habit.follows().isPresent()) {
            Column followed = columns(column.kind()).get(habit.follows().getAsInt());
            return habit.followed().get(valueOf(twin, followed));
        }
        long random = Mix.of(seed, twin, column.index());
        if (habit.weights().isEmpty()) {
            return (int) Long.remainderUnsigned(random, column.values().size());
        }
        ImmutableIntArray weights = habit.weights();
        int drawn = (int) Long.remainderUnsigned(random, weights.get(weights.length() - 1));
        int at = 0;
        while (weights.get(at) <= drawn) {
            at++;
        }
        return at;
    }

    /** The number of the twin that a twin is part of; -1 if it is part of none. */
    public int wholeOf(int twin) {
        Kind kind = kind(twin);
        return kind.whole()
                .map(whole -> first(whole) + (twin - first(kind)) % count(whole))
                .orElse(-1);
    }

    /** A town by its number. */
    public Town townAt(int number) {
        return Town.of(number);
    }

    /** The id of a twin. */
    public TwinId id(int twin) {
        return TwinId.of("bench:t" + twin);
    }

    /** The id of a town. */
    static TwinId town(int number) {
        return TwinId.of("bench:town" + number);
    }

    static int numberOfTown(TwinId id) {
        return IntStream.range(0, TOWNS)
                .filter(number -> town(number).equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The id of a province. */
    public TwinId province(int number) {
        return TwinId.of("bench:province" + number);
    }

    /** A twin as it is at the start. */
    public Twin twin(int number) {
        Kind kind = kind(number);
        TreeMap<String, Value> values = new TreeMap<>();
        for (Column column : columns(kind)) {
            values.put(column.property(), column.values().get(valueOf(number, column)));
        }
        int whole = wholeOf(number);
        if (whole >= 0) {
            values.put(kind.wholeProperty(), new Value.Ref(id(whole)));
        } else if (kind == Kind.AIR_STATION) {
            values.put("province", new Value.Ref(province(number % PROVINCES)));
        }
        return new Twin(id(number), AssetTypes.builtIn().get(kind.type()), values, new TreeMap<>(), new TreeSet<>());
    }

    /** The region, its provinces, its towns and a district in each. */
    public List<Twin> areas() {
        AssetTypes types = AssetTypes.builtIn();
        List<Twin> areas = new ArrayList<>();
        areas.add(Twin.of(REGION, types.get("Region")).with("code", "IT-25"));
        for (int i = 0; i < PROVINCES; i++) {
            areas.add(Twin.of(province(i), types.get("Province")).with("region", REGION));
        }
        for (int i = 0; i < TOWNS; i++) {
            Town town = Town.of(i);
            areas.add(Twin.of(town(i), types.get("Municipality"))
                    .with("province", province(town.province()))
                    .with("population", Quantity.of(town.population(), Unit.of("inhabitants")))
                    .with("volunteer", new Value.Flag(town.volunteer()))
                    .with("trafficBand", Quantity.of(town.trafficBand(), Unit.ONE))
                    .with("degreeDays", Quantity.of(town.degreeDays(), Unit.of("degree-days"))));
            areas.add(Twin.of(TwinId.of("bench:district" + i), types.get("District"))
                    .with("place", town(i)));
        }
        return areas;
    }
}
