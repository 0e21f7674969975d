package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All twins of one type, each in a row, and what is known of them in columns. For one thread at a time. */
final class TypeRows {

    private final AssetType type;
    private final Map<String, Integer> numbers = new TreeMap<>();
    private final @Nullable Column[] columns;
    private final @Nullable Leads[] leads;
    private Map<Register, Column> registers = Map.of();
    private final List<ClassTable> tables = new ArrayList<>();
    /** Paths of tables that end at a twin of this type, but do not begin there. */
    private final List<Outlook.Path> arrivals = new ArrayList<>();

    /** By the number of a relation, the paths that go along it. */
    private final Map<Integer, List<Outlook.Path>> onwards = new HashMap<>();

    private int[] twins = {};
    private int size;

    TypeRows(AssetType type) {
        this.type = type;
        type.properties().keySet().forEach(property -> numbers.put(property, numbers.size()));
        this.columns = new Column[numbers.size()];
        this.leads = new Leads[numbers.size()];
        numbers.forEach((property, number) -> {
            // Where nobody looks along a relation, its targets are still needed to say where a twin is.
            if (type.properties().get(property) instanceof ValueType.Relation) {
                leads[number] = new Leads();
            }
        });
    }

    /** What rules read of these twins is known from now on. */
    void read(CellCodes codes) {
        numbers.forEach((property, number) -> columns[number] = codes.find(type, property));
        registers = codes.registers(type);
    }

    AssetType type() {
        return type;
    }

    Map<String, Integer> numbers() {
        return numbers;
    }

    int number(String property) {
        return numbers.getOrDefault(property, -1);
    }

    @Nullable
    Column column(int property) {
        return columns[property];
    }

    @Nullable
    Leads leads(int property) {
        return leads[property];
    }

    Leads leads(String relation) {
        return Objects.requireNonNull(leads[number(relation)]);
    }

    Map<Register, Column> registers() {
        return registers;
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

    /** A new row for a twin. */
    int add(int twin) {
        if (size == twins.length) {
            twins = Arrays.copyOf(twins, size + 1 + (size >> 1));
        }
        twins[size] = twin;
        return size++;
    }

    int twin(int row) {
        return twins[row];
    }

    int size() {
        return size;
    }
}
