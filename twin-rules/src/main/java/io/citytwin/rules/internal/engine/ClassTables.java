package io.citytwin.rules.internal.engine;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.StandingFindings;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Standing findings from tables of classes, one for each group of rules and type of twin. For one thread at a time. */
public final class ClassTables implements StandingFindings {

    private final Law law;
    private final Scenes scenes;
    private final LawTurns turns;
    private final CivilCalendar calendar;
    private final CityRows city;
    private final Places places;
    private final Registers registers;
    private final List<ClassTable> tables = new ArrayList<>();
    private final List<ClassTable> stale = new ArrayList<>();
    private Moment moment;
    private Instant turn = Instant.MIN;
    private int[] signature = {};

    /**
     * An empty city.
     *
     * @param regulations the whole law, with all regulations that are used
     * @param assets all types that twins may have
     * @param calendar time zone and holidays
     * @param start the city's time
     */
    public ClassTables(Collection<Regulation> regulations, AssetTypes assets, CivilCalendar calendar, Instant start) {
        this(new Law(List.copyOf(regulations)), assets, calendar, start, new ToldRegisters());
    }

    /** Under a law that others may apply as well. */
    ClassTables(Law law, AssetTypes assets, CivilCalendar calendar, Instant start, Registers registers) {
        this.law = law;
        this.registers = registers;
        this.scenes = new Scenes(law, assets);
        this.calendar = calendar;
        this.turns = new LawTurns(law.regulations().toList(), calendar);
        this.city = new CityRows(assets);
        this.places = new Places(city, this::place);
        CellCodes codes = new CellCodes(law, law.provisions());
        ClassJudge judge = new ClassJudge(law, scenes, places.wheres());
        Map<String, Sight> sights = new TreeMap<>();
        ListMultimap<String, Group> alike = ArrayListMultimap.create();
        for (Group group : law.provisions()) {
            for (String subject : subjects(group)) {
                Sight sight = Sight.of(group, assets.get(subject), assets);
                String shape = group.regulation().jurisdiction() + " " + sight.shape();
                sights.putIfAbsent(shape, sight);
                alike.put(shape, group);
            }
        }
        sights.forEach((shape, sight) -> addTable(new Outlook(alike.get(shape), sight, city, codes), judge));
        codes.addWhatIsAlwaysRead(assets, law);
        city.read(codes);
        this.moment = momentAt(start);
        advanceTo(start);
    }

    private static Collection<String> subjects(Group group) {
        return group.rules().stream()
                .map(rule ->
                        rule.conditions().get(rule.action().subject()).type().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void addTable(Outlook outlook, ClassJudge judge) {
        ClassTable table = new ClassTable(outlook, judge, stale);
        outlook.fill(table);
        tables.add(table);
        outlook.subjects().tables().add(table);
        signature = signature.length < outlook.length() ? new int[outlook.length()] : signature;
    }

    private Moment momentAt(Instant at) {
        return Moment.of(at, LocalDate.MAX, Instant.MAX, calendar);
    }

    @Override
    public int put(Twin twin) {
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
        rows.tables().forEach(table -> place(table, city.row(number)));
        placeDependents(number, rows.arrivals());
        return number;
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
            column.set(city.row(twin), Codes.orUnknown(column.codes(), value));
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
        int[] written = signature.length == outlook.length() ? signature : new int[outlook.length()];
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

    @Override
    public int numberOf(TwinId twin) {
        return city.known(twin);
    }

    @Override
    public int column(String type, String property) {
        int number = city.known(type).number(property);
        if (number < 0) {
            throw new CityTwinException(
                    CoreError.PROPERTY,
                    "`" + type + "` has no property `" + property + "`.",
                    "Maybe one of "
                            + String.join(", ", city.type(type).numbers().keySet()) + ".");
        }
        return number;
    }

    @Override
    public void set(int twin, int property, @Nullable Value value) {
        TypeRows rows = city.rows(twin);
        Column column = rows.column(property);
        if (column != null) {
            change(twin, column, Codes.orUnknown(column.codes(), value));
        }
        Leads leads = rows.leads(property);
        if (leads != null) {
            lead(twin, property, leads, value instanceof Value.Ref ref ? city.number(ref.target()) : Roster.NOBODY);
        }
    }

    private void change(int twin, Column column, int code) {
        int row = city.row(twin);
        int before = column.get(row);
        if (code == before) {
            return;
        }
        column.set(row, code);
        for (Outlook.Cell cell : column.cells()) {
            int local = cell.local(code);
            if (local != cell.local(before)) {
                change(twin, cell, local);
            }
        }
        if (column.name().equals(Jurisdictions.CODE)) {
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

    @Override
    public void level(String regulation, String level, TwinId subject, String state) {
        Regulation found = law.find(regulation).orElseThrow(() -> unknown("regulation", regulation));
        StateSpec.Level spec =
                Optional.ofNullable(found.state().levels().get(level)).orElseThrow(() -> unknown("level", level));
        int position = spec.states().names().indexOf(state);
        if (position < 0) {
            throw unknown("state", state);
        }
        int twin = city.known(subject);
        Register register = new Register.OfLevel(found, spec);
        if (registers instanceof ToldRegisters told) {
            told.level(register, subject, position);
        }
        Column column = city.rows(twin).registers().get(register);
        if (column != null) {
            change(twin, column, column.codeOf(position));
        }
    }

    private static CityTwinException unknown(String what, String name) {
        return new CityTwinException(
                RulesError.INPUT, "There is no " + what + " `" + name + "`.", "Maybe look at the folder's state.yaml.");
    }

    @Override
    public void advanceTo(Instant to) {
        if (to.isBefore(moment.at())) {
            throw new CityTwinException(
                    CoreError.ORDER,
                    "`" + to + "` is before the city's time `" + moment.at() + "`.",
                    "Maybe let time go on only.");
        }
        LocalDate day = moment.day();
        moment = momentAt(to);
        if (!moment.day().equals(day)) {
            readRegisters();
        }
        if (!to.isBefore(turn)) {
            turn = turns.nextAfter(to);
            tables.forEach(table -> table.goBy(scenes, moment));
        }
    }

    /** Looks again at all registers; most are others on another day. */
    void readRegisters() {
        for (TypeRows rows : city.types()) {
            rows.registers().forEach((register, column) -> {
                for (int row = 0; row < rows.size(); row++) {
                    int twin = rows.twin(row);
                    change(twin, column, column.codeOf(content(twin, register)));
                }
            });
        }
    }

    @Override
    public void prepare(Instant ahead) {
        Moment then = momentAt(ahead);
        tables.forEach(table -> table.prepare(scenes, then));
    }

    @Override
    public void step(Listener listener) {
        for (ClassTable table : stale) {
            TypeRows rows = table.outlook().subjects();
            table.step((row, before, now) -> listener.changed(rows.twin(row), before, now));
        }
        stale.clear();
    }

    @Override
    public List<Verdict> of(int twin) {
        List<Verdict> all = new ArrayList<>();
        for (ClassTable table : city.rows(twin).tables()) {
            int one = table.classOf(city.row(twin));
            for (Verdicts verdicts : table.verdicts()) {
                Verdict verdict = verdicts.now(one);
                if (!verdict.equals(verdicts.silence())) {
                    all.add(verdict);
                }
            }
        }
        all.sort(Comparator.comparing(Verdict::provision));
        return all;
    }

    @Override
    public SortedMap<String, Integer> classes() {
        SortedMap<String, Integer> classes = new TreeMap<>();
        for (ClassTable table : tables) {
            for (Verdicts verdicts : table.verdicts()) {
                String type = table.outlook().subjects().type().name();
                classes.put(verdicts.silence().provision() + " " + type, table.inUse());
            }
        }
        return classes;
    }
}
