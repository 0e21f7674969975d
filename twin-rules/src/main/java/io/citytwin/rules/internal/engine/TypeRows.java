package io.citytwin.rules.internal.engine;

import com.google.common.collect.ImmutableMap;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All twins of one type, each in a row, and what is known of them in columns. For one thread at a time. */
final class TypeRows {

    private final AssetType type;
    /** In the order of their names. */
    private final ImmutableMap<String, Integer> numbers;

    private final @Nullable Column[] columns;
    private final @Nullable Leads[] leads;
    private final Leads[] within;
    private Map<Register, Column> registers = Map.of();
    private final List<ClassTable> tables = new ArrayList<>();
    /** Paths of tables that end at a twin of this type, but do not begin there. */
    private final List<Outlook.Path> arrivals = new ArrayList<>();

    /** By the number of a relation, the paths that go along it. */
    private final Map<Integer, List<Outlook.Path>> onwards = new HashMap<>();

    private final Records records = new Records();
    /** One more than the number of the twin; 0 in a row that is free. */
    private final Records.Field twins = records.field();

    TypeRows(AssetType type) {
        this.type = type;
        List<String> names = type.properties().keySet().stream().sorted().toList();
        this.numbers = IntStream.range(0, names.size())
                .boxed()
                .collect(ImmutableMap.toImmutableMap(names::get, number -> number));
        this.columns = new Column[numbers.size()];
        this.leads = new Leads[numbers.size()];
        numbers.forEach((property, number) -> {
            // Where nobody looks along a relation, its targets are still needed to say where a twin is.
            if (type.properties().get(property) instanceof ValueType.Relation) {
                leads[number] = new Leads();
            }
        });
        this.within = type.within().stream().map(this::leads).toArray(Leads[]::new);
    }

    /** What rules read of these twins is known from now on. */
    void read(CellCodes codes) {
        numbers.forEach((property, number) -> {
            Column column = codes.find(type, property);
            columns[number] = column;
            if (column != null) {
                column.keepIn(records);
            }
        });
        registers = codes.registers(type);
        registers.values().forEach(column -> column.keepIn(records));
    }

    AssetType type() {
        return type;
    }

    ImmutableMap<String, Integer> numbers() {
        return numbers;
    }

    int number(String property) {
        Integer number = numbers.get(property);
        return number == null ? -1 : number;
    }

    /** The number of a property that somebody names. */
    int known(String property) {
        int number = number(property);
        if (number < 0) {
            throw new CityTwinException(
                    CoreError.PROPERTY,
                    "`" + type.name() + "` has no property `" + property + "`.",
                    "Maybe one of " + String.join(", ", numbers.keySet()) + ".");
        }
        return number;
    }

    @Nullable
    Column column(int property) {
        return columns[property];
    }

    @Nullable
    Leads leads(int property) {
        return leads[property];
    }

    /** Whether one of these twins leads to a twin. */
    boolean leadTo(int twin) {
        return Arrays.stream(leads).anyMatch(one -> one != null && one.isLedTo(twin));
    }

    Leads leads(String relation) {
        return Objects.requireNonNull(leads[number(relation)]);
    }

    Map<Register, Column> registers() {
        return registers;
    }

    /** Where the relations lead that say where a twin is. */
    Leads[] within() {
        return within;
    }

    List<ClassTable> tables() {
        return tables;
    }

    List<Outlook.Path> arrivals() {
        return arrivals;
    }

    void goesOnwards(Outlook.Path path) {
        onwards.computeIfAbsent(number(path.relation), key -> new ArrayList<>()).add(path);
    }

    /** The paths that go on from a twin of this type along a relation. */
    List<Outlook.Path> onwards(int relation) {
        return onwards.getOrDefault(relation, List.of());
    }

    /** What is kept of each twin. */
    Records records() {
        return records;
    }

    /** A new row for a twin. */
    int add(int twin) {
        int row = records.add();
        twins.set(row, twin + 1);
        return row;
    }

    int twin(int row) {
        return twins.get(row) - 1;
    }

    /** The numbers of all twins of the type, in the order of their rows. */
    void forEach(IntConsumer twin) {
        for (int row = 0; row < records.size(); row++) {
            if (twins.get(row) != 0) {
                twin.accept(twin(row));
            }
        }
    }
}
