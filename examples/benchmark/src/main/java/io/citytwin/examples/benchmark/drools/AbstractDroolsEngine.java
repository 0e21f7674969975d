package io.citytwin.examples.benchmark.drools;

import io.citytwin.examples.benchmark.Engine;
import io.citytwin.examples.benchmark.city.Column;
import io.citytwin.examples.benchmark.city.Kind;
import io.citytwin.examples.benchmark.city.ReferenceCity;
import io.citytwin.examples.benchmark.city.Town;
import io.citytwin.examples.benchmark.city.Updates;
import io.citytwin.examples.benchmark.law.ChosenLaw;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** The shipped rules in one stateful session with all twins in it. For one thread at a time. */
abstract class AbstractDroolsEngine implements Engine {

    private static final int UNTOLD = -1;
    private static final int NO_ORDER = 0;

    private final ChosenLaw law = ChosenLaw.shipped();
    private final Style style;
    private final Drl drl;
    private final Beans beans;
    private final KieSession session;
    private final Map<LawFacts.Row, FactHandle> lawHandles = new HashMap<>();
    private final List<FactHandle> provinces = new ArrayList<>();
    private final Map<Integer, SortedSet<String>> findings = new HashMap<>();
    private FactHandle[] handles = new FactHandle[0];
    private Object[] facts = new Object[0];
    private Change[][] changes = new Change[0][];
    private int[] kinds = new int[0];
    private boolean stale = true;

    /** What an update of a column does: writes a field, or nothing if no rule reads it. */
    private record Change(String field, Beans.@Nullable Setter setter, Column column) {}

    AbstractDroolsEngine(Style style, Drl drl, KieBase base) {
        this.style = style;
        this.drl = drl;
        this.beans = new Beans(base);
        this.session = base.newKieSession();
        session.setGlobal("effects", drl.effects());
    }

    /** Tells the session that a field of a fact is another. */
    abstract void changed(FactHandle handle, Object fact, String field);

    /** All that the matches say. */
    abstract Iterable<Finding> found();

    /** Whether updates of what no rule reads are passed on. */
    abstract boolean passesOnUnread();

    KieSession session() {
        return session;
    }

    @Override
    public void load(ReferenceCity city) {
        law(ChosenLaw.morning());
        for (int i = 0; i < ReferenceCity.PROVINCES; i++) {
            provinces.add(insert("Province", new TreeMap<>(Map.of("number", i, "level", 0))));
        }
        for (int i = 0; i < ReferenceCity.TOWNS; i++) {
            insert("Municipality", town(i, city.townAt(i)));
        }
        handles = new FactHandle[city.twins()];
        facts = new Object[city.twins()];
        kinds = new int[city.twins()];
        changes = new Change[Kind.values().length][];
        for (Kind kind : Kind.values()) {
            Schema.@Nullable Type type = drl.types().get(kind.type());
            changes[kind.number()] = city.columns(kind).stream()
                    .map(column -> change(type, column))
                    .toArray(Change[]::new);
            for (int i = 0; i < city.count(kind); i++) {
                int twin = city.first(kind) + i;
                kinds[twin] = kind.number();
                if (type != null) {
                    handles[twin] = insert(type.name(), cells(city, twin, type));
                    facts[twin] = Objects.requireNonNull(session.getObject(handles[twin]));
                }
            }
        }
        fire();
    }

    private FactHandle insert(String type, Map<String, Object> cells) {
        Map<String, Object> known = new TreeMap<>(cells);
        known.keySet()
                .retainAll(
                        Objects.requireNonNull(drl.types().get(type)).fields().keySet());
        return session.insert(beans.make(type, known));
    }

    private static Map<String, Object> town(int number, Town town) {
        Map<String, Object> cells = new TreeMap<>();
        cells.put("number", number);
        cells.put("province", town.province());
        cells.put("population", (double) town.population());
        cells.put("volunteer", town.volunteer());
        cells.put("trafficBand", (double) town.trafficBand());
        cells.put("degreeDays", (double) town.degreeDays());
        cells.put("heatingWeather", UNTOLD);
        cells.put("heatingOrder", NO_ORDER);
        return cells;
    }

    private Map<String, Object> cells(ReferenceCity city, int twin, Schema.Type type) {
        Map<String, Object> cells = new TreeMap<>();
        cells.put("number", twin);
        int whole = city.wholeOf(twin);
        if (whole >= 0) {
            cells.put(city.kind(whole) == Kind.BUILDING ? "building" : "station", whole);
        }
        for (Column column : city.columns(city.kind(twin))) {
            Schema.@Nullable Field field = type.fields().get(column.property());
            if (field != null) {
                cells.put(column.property(), boxed(field, column.code(city.valueOf(twin, column))));
            }
        }
        return cells;
    }

    private static Object boxed(Schema.Field field, double code) {
        return switch (field) {
            case NUMBER -> code;
            case FLAG -> code != 0;
            default -> (int) code;
        };
    }

    private Change change(Schema.@Nullable Type type, Column column) {
        Schema.@Nullable Field field = type == null ? null : type.fields().get(column.property());
        Beans.@Nullable Setter setter =
                type == null || field == null ? null : beans.setter(type.name(), column.property(), field);
        return new Change(column.property(), setter, column);
    }

    @Override
    public void apply(Updates.Stream updates, int from, int to) {
        for (int i = from; i < to; i++) {
            int twin = updates.twins()[i];
            Change change = changes[kinds[twin]][updates.columns()[i]];
            if (change.setter() != null) {
                change.setter().set(facts[twin], change.column().code(updates.values()[i]));
                changed(handles[twin], facts[twin], change.field());
            } else if (passesOnUnread() && facts[twin] != null) {
                changed(handles[twin], facts[twin], change.field());
            }
        }
        fire();
    }

    @Override
    public void level(int province, int level) {
        FactHandle handle = provinces.get(province);
        Object fact = Objects.requireNonNull(session.getObject(handle));
        beans.setter("Province", "level", Schema.Field.NAME).set(fact, level);
        changed(handle, fact, "level");
        fire();
    }

    @Override
    public void clock(Instant moment) {
        law(moment);
        fire();
    }

    private void law(Instant moment) {
        Set<LawFacts.Row> now = LawFacts.at(law, drl, style, moment);
        for (Iterator<Map.Entry<LawFacts.Row, FactHandle>> old =
                        lawHandles.entrySet().iterator();
                old.hasNext(); ) {
            Map.Entry<LawFacts.Row, FactHandle> entry = old.next();
            if (!now.contains(entry.getKey())) {
                session.delete(entry.getValue());
                old.remove();
            }
        }
        for (LawFacts.Row row : now) {
            lawHandles.computeIfAbsent(row, missing -> session.insert(beans.make(row.type(), row.cells())));
        }
    }

    private void fire() {
        session.fireAllRules();
        stale = true;
    }

    @Override
    public SortedSet<String> findings(int twin) {
        if (stale) {
            findings.clear();
            Set<Finding> distinct = new HashSet<>();
            found().forEach(distinct::add);
            for (Finding finding : distinct) {
                findings.computeIfAbsent(finding.twin(), missing -> new TreeSet<>())
                        .add(drl.effects().text(finding.effect()));
            }
            stale = false;
        }
        return findings.getOrDefault(twin, new TreeSet<>());
    }

    @Override
    public void close() {
        session.dispose();
    }
}
