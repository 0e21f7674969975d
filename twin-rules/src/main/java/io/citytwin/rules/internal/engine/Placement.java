package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.Value;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps each twin in its class of each table, whatever changes about it or about what rules see from it. For one thread at a time. */
final class Placement {

    private final CityRows city;
    private final Places places;
    private final Registers registers;
    private Moment moment;

    Placement(AssetTypes assets, Registers registers, Moment start) {
        this.city = new CityRows(assets);
        this.places = new Places(city, this::place);
        this.registers = registers;
        this.moment = start;
    }

    CityRows city() {
        return city;
    }

    Wheres wheres() {
        return places.wheres();
    }

    Moment moment() {
        return moment;
    }

    /** Lets time go on. */
    void advanceTo(Moment next) {
        boolean sameDay = next.day().equals(moment.day());
        moment = next;
        if (!sameDay) {
            readRegisters();
        }
    }

    /**
     * Takes a twin in, or all that is known of it anew.
     *
     * @param asked whether something is said of it; else it is only looked at from others
     */
    int put(Twin twin, boolean asked) {
        int number = city.number(twin.id());
        TypeRows rows = city.type(twin.type().name());
        places.zones(number, twin.zones());
        if (city.isPut(number)) {
            rows.numbers()
                    .forEach((property, column) ->
                            set(number, column, twin.value(property).orElse(null)));
        } else {
            city.add(number, twin.type());
            rows.numbers()
                    .forEach((property, column) ->
                            fill(number, column, twin.value(property).orElse(null)));
            rows.registers().forEach((register, column) -> fill(number, register, column));
        }
        places.look(number);
        for (ClassTable table : rows.tables()) {
            if (asked) {
                place(table, city.row(number));
            } else {
                table.leave(city.row(number));
            }
        }
        placeDependents(number, rows.arrivals());
        return number;
    }

    /** A twin is no more. */
    void remove(int twin) {
        TypeRows rows = city.rows(twin);
        int row = city.row(twin);
        rows.tables().forEach(table -> table.leave(row));
        rows.numbers().values().forEach(property -> fill(twin, property, null));
        places.forget(twin);
        city.remove(twin);
        places.around(twin);
        placeDependents(twin, rows.arrivals());
    }

    /** Writes a value of a twin that is in no class yet. */
    private void fill(int twin, int property, @Nullable Value value) {
        TypeRows rows = city.rows(twin);
        Leads leads = rows.leads(property);
        Column column = rows.column(property);
        if (leads != null) {
            leads.set(city.row(twin), value instanceof Value.Ref ref ? city.number(ref.target()) : Roster.NOBODY);
        }
        if (column != null) {
            column.set(city.row(twin), column.codes().orUnknown(value, Codes.UNKNOWN));
        }
    }

    private void fill(int twin, Register register, Column column) {
        column.set(city.row(twin), column.codeOf(content(twin, register)));
    }

    private Object content(int twin, Register register) {
        boolean known = register instanceof Register.OfCounter counter
                && counter.counter().per().map(per -> isKnown(twin, per)).orElse(true);
        return registers.content(register, city.id(twin), known, moment);
    }

    private boolean isKnown(int twin, String property) {
        TypeRows rows = city.rows(twin);
        return Objects.requireNonNull(rows.column(rows.number(property))).get(city.row(twin)) != Codes.UNKNOWN;
    }

    private void place(ClassTable table, int row) {
        Outlook outlook = table.outlook();
        int[] written = table.sheet();
        int where = places.code(outlook.subjects().twin(row), outlook.jurisdiction());
        if (where == Wheres.ELSEWHERE) {
            Arrays.fill(written, 0);
        } else {
            city.sign(outlook, row, written);
        }
        written[Outlook.WHERE] = where;
        table.place(row, written);
    }

    private void placeDependents(int twin, Collection<Outlook.Path> paths) {
        for (Outlook.Path path : paths) {
            ClassTable table = path.table();
            city.dependents(path, twin, row -> {
                if (table.holds(row)) {
                    place(table, row);
                }
            });
        }
    }

    /** Changes one property of a twin. */
    void set(int twin, int property, @Nullable Value value) {
        TypeRows rows = city.rows(twin);
        Column column = rows.column(property);
        if (column != null) {
            int before = column.get(city.row(twin));
            int code = column.codes().orUnknown(value, before);
            if (code != before) {
                change(twin, column, before, code);
            }
        }
        Leads leads = rows.leads(property);
        if (leads != null) {
            lead(twin, property, leads, value instanceof Value.Ref ref ? city.number(ref.target()) : Roster.NOBODY);
        }
    }

    /** The number of a value: of a relation, one more than that of the twin it leads to. */
    int code(TypeRows rows, int property, @Nullable Value value) {
        Column column = rows.column(property);
        if (rows.leads(property) != null) {
            return value instanceof Value.Ref ref ? city.number(ref.target()) + 1 : 0;
        }
        return column == null ? 0 : column.codes().orUnknown(value, Codes.UNKNOWN);
    }

    /** Changes one property of a twin to the value with a number. */
    void set(int twin, int property, int code) {
        TypeRows rows = city.rows(twin);
        Leads leads = rows.leads(property);
        Column column = rows.column(property);
        if (leads != null && column != null) {
            set(twin, property, code == 0 ? null : new Value.Ref(city.id(code - 1)));
        } else if (leads != null) {
            lead(twin, property, leads, code - 1);
        } else if (column != null) {
            change(twin, column, code);
        }
    }

    private void change(int twin, Column column, int code) {
        int before = column.get(city.row(twin));
        if (code != before) {
            change(twin, column, before, code);
        }
    }

    private void change(int twin, Column column, int before, int code) {
        column.set(city.row(twin), code);
        for (Column.Turn turn : column.turns(before, code)) {
            change(twin, turn.cell(), turn.code());
        }
        if (column.tellsArea()) {
            places.look(twin);
            places.around(twin);
        }
        if (column.tellsHolder()) {
            city.rows(twin).registers().forEach((register, kept) -> {
                if (register instanceof Register.OfCounter) {
                    change(twin, kept, kept.codeOf(content(twin, register)));
                }
            });
        }
    }

    private void change(int twin, Outlook.Cell cell, int code) {
        ClassTable table = cell.path.table();
        if (cell.path.parent == null) {
            table.change(city.row(twin), cell.at, code);
            return;
        }
        city.dependents(cell.path, twin, row -> {
            if (table.holds(row) && table.at(row, cell.path.linkAt) == Outlook.Path.FRESH) {
                table.change(row, cell.at, code);
            }
        });
    }

    private void lead(int twin, int property, Leads leads, int target) {
        int row = city.row(twin);
        if (leads.target(row) == target) {
            return;
        }
        leads.set(row, target);
        TypeRows rows = city.rows(twin);
        places.look(twin);
        for (Outlook.Path path : rows.onwards(property)) {
            placeDependents(twin, List.of(Objects.requireNonNull(path.parent)));
        }
    }

    /** Looks again at all registers; most are others on another day. */
    void readRegisters() {
        for (TypeRows rows : city.types()) {
            rows.registers()
                    .forEach((register, column) ->
                            rows.forEach(twin -> change(twin, column, column.codeOf(content(twin, register)))));
        }
    }

    /** Asks about the classes that twins would be in if a register held something else. */
    void prepare(Register register, Object content) {
        for (TypeRows rows : city.types()) {
            Column column = rows.registers().get(register);
            if (column != null) {
                for (Outlook.Cell cell : column.cells()) {
                    cell.path.table().prepare(cell, cell.local(column.codeOf(content)));
                }
            }
        }
    }

    /** A register of a twin is told. */
    void tell(int twin, Register register, Object content) {
        Column column = city.rows(twin).registers().get(register);
        if (column != null) {
            change(twin, column, column.codeOf(content));
        }
    }
}
