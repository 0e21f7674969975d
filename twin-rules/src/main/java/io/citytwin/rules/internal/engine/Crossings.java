package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Twin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Vehicles of one type at gates where the same rules hold. What these can tell apart of a vehicle at a gate is a signature
 * of the vehicle and one of the gate; each has a number, and two numbers have an answer in each context. For one thread at
 * a time.
 */
final class Crossings {

    /** Who has this number is asked about each time. */
    static final int ALONE = -1;

    /** So many laws come and go by the hour and the day of the week. */
    private static final int CONTEXTS = 64;

    static final Set<String> BY_THE_GATE = Set.of(AtGate.GATE, AtGate.PLACE);

    private final List<Group> groups;
    private final int position;
    private final boolean seeRuns;
    private final boolean seeOthers;
    private final Look vehicle;
    private final List<Look> around;
    private final Map<List<Object>, Integer> vehicles = new HashMap<>();
    private final Map<List<Object>, Integer> gates = new HashMap<>();
    private final Map<List<Object>, LongIntMap> contexts = new LinkedHashMap<>(CONTEXTS, 0.75F, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, LongIntMap> eldest) {
            return size() > CONTEXTS;
        }
    };
    private LongIntMap answers = new LongIntMap();
    private long turn = -1;

    /** The position in which vehicles keep their number. */
    Crossings(Law law, AssetTypes assets, AssetType type, List<Group> groups, int position) {
        this.groups = groups;
        this.position = position;
        Looks looks = new Looks(law, assets, groups);
        Look whole = looks.of(type);
        this.seeRuns = looks.seeRuns();
        this.seeOthers = whole.sees(type.name());
        this.vehicle = new Look(
                whole.relation(),
                type,
                whole.cells(),
                whole.beyond().stream()
                        .filter(next -> !BY_THE_GATE.contains(next.relation()))
                        .toList());
        this.around = whole.beyond().stream()
                .filter(next -> BY_THE_GATE.contains(next.relation()))
                .toList();
    }

    int position() {
        return position;
    }

    boolean seeRuns() {
        return seeRuns;
    }

    /** Whether a vehicle's own relations can lead to gates. */
    boolean seeGates() {
        return vehicle.sees(AtGate.GATE_TYPE);
    }

    /** The number of a vehicle, wherever it stands. */
    int vehicle(Twin twin, Look.Sheet sheet) {
        // A vehicle that is seen from another one, or from a gate, may be the one that stands there.
        return !seeOthers && vehicle.write(twin, sheet) ? numbered(vehicles, sheet.signature()) : ALONE;
    }

    /** The number of a gate, by a vehicle that stands there. */
    int gate(Twin standing, Look.Sheet sheet) {
        for (Look next : around) {
            if (!next.follow(standing.value(next.relation()), sheet)) {
                return ALONE;
            }
        }
        return numbered(gates, sheet.signature());
    }

    private static int numbered(Map<List<Object>, Integer> numbers, List<Object> signature) {
        Integer known = numbers.get(signature);
        if (known == null) {
            known = numbers.size() + 1;
            numbers.put(signature, known);
        }
        return known;
    }

    /** The answers under the law as it is since a turn. */
    LongIntMap answers(Scenes scenes, Moment moment, long since) {
        if (turn != since) {
            turn = since;
            List<Object> sees = new ArrayList<>();
            for (Group group : groups) {
                Scene law = scenes.lawAt(group, moment);
                sees.add(law.facts);
                sees.add(law.unknown);
                sees.add(law.switchedOn);
            }
            answers = contexts.computeIfAbsent(sees, fresh -> new LongIntMap());
        }
        return answers;
    }
}
