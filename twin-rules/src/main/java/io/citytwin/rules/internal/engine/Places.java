package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.TwinId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where each twin is, kept up to date as areas, zones and relations change; the same as {@link Jurisdictions} finds by
 * walking. For one thread at a time.
 */
final class Places {

    private final CityRows city;
    private final Placing placing;
    private final Wheres wheres = new Wheres();
    private final NarrowInts numbers = new NarrowInts();
    private final NarrowInts zones = new NarrowInts();
    private final Map<SortedSet<TwinId>, Integer> zoneSets = new HashMap<>();
    private final List<SortedSet<TwinId>> zoneSetsByNumber = new ArrayList<>(List.of(new TreeSet<TwinId>()));

    /** Places a row of a table anew. */
    interface Placing {
        void place(ClassTable table, int row);
    }

    Places(CityRows city, Placing placing) {
        this.city = city;
        this.placing = placing;
    }

    Wheres wheres() {
        return wheres;
    }

    /** The zones on whose ground a twin is. */
    void zones(int twin, SortedSet<TwinId> in) {
        if (!in.isEmpty() || zones.get(twin) != 0) {
            zones.set(
                    twin,
                    in.isEmpty()
                            ? 0
                            : zoneSets.computeIfAbsent(in, fresh -> {
                                zoneSetsByNumber.add(fresh);
                                return zoneSetsByNumber.size() - 1;
                            }));
        }
    }

    /** What the first position of a twin's signature says for a jurisdiction. */
    int code(int twin, String jurisdiction) {
        return wheres.code(jurisdiction, numbers.get(twin) - 1);
    }

    /** Looks again where a twin is, and all whose place follows from it. */
    void look(int twin) {
        int now = whereOf(twin);
        if (now == numbers.get(twin)) {
            return;
        }
        numbers.set(twin, now);
        TypeRows rows = city.rows(twin);
        for (ClassTable table : rows.tables()) {
            String jurisdiction = table.outlook().jurisdiction();
            if (table.holds(city.row(twin)) && !Wheres.isState(jurisdiction)) {
                placing.place(table, city.row(twin));
            }
        }
        around(twin);
    }

    /** A twin is nowhere. */
    void forget(int twin) {
        numbers.set(twin, 0);
        zones.set(twin, 0);
    }

    /** Looks again where those are whose place follows from a twin. */
    void around(int twin) {
        for (TypeRows from : city.types()) {
            for (String relation : from.type().within()) {
                from.leads(relation).sources(twin, row -> look(from.twin(row)));
            }
        }
        lookInside(city.id(twin));
    }

    private void lookInside(TwinId zone) {
        if (zoneSetsByNumber.size() == 1 || zoneSetsByNumber.stream().noneMatch(set -> set.contains(zone))) {
            return;
        }
        for (TypeRows rows : city.types()) {
            rows.forEach(twin -> {
                if (zoneSetsByNumber.get(zones.get(twin)).contains(zone)) {
                    look(twin);
                }
            });
        }
    }

    /** Most twins are in one area, which says all. */
    private int whereOf(int twin) {
        TypeRows rows = city.rows(twin);
        if (zones.get(twin) == 0 && rows.within().length == 1 && rows.number(Jurisdictions.CODE) < 0) {
            int target = rows.within()[0].target(city.row(twin));
            int there = target == Roster.NOBODY ? 0 : numbers.get(target);
            if (there != 0 && wheres.where(there - 1).missing().isEmpty()) {
                return there;
            }
        }
        return wheres.number(where(twin)) + 1;
    }

    private Wheres.Where where(int twin) {
        Set<String> codes = new HashSet<>();
        SortedSet<String> missing = new TreeSet<>();
        boolean coded = addCode(twin, codes);
        for (TwinId zone : zoneSetsByNumber.get(zones.get(twin))) {
            int number = city.number(zone);
            if (city.isPut(number)) {
                addCode(number, codes);
            }
        }
        Set<String> within = city.rows(twin).type().within();
        if (within.isEmpty() && !coded) {
            missing.add(Jurisdictions.CODE);
        }
        for (String relation : within) {
            int target = city.target(twin, relation);
            if (target == Roster.NOBODY || numbers.get(target) == 0) {
                missing.add(relation);
            } else {
                Wheres.Where there = wheres.where(numbers.get(target) - 1);
                codes.addAll(there.codes());
                there.missing().forEach(name -> missing.add(relation + "." + name));
            }
        }
        return new Wheres.Where(codes, missing);
    }

    private boolean addCode(int twin, Set<String> codes) {
        TypeRows rows = city.rows(twin);
        int property = rows.number(Jurisdictions.CODE);
        int code = property < 0
                ? Codes.UNKNOWN
                : Objects.requireNonNull(rows.column(property)).get(city.row(twin));
        if (code != Codes.UNKNOWN) {
            codes.add(Objects.requireNonNull(rows.column(property))
                    .codes()
                    .value(code)
                    .toString());
        }
        return code != Codes.UNKNOWN;
    }
}
