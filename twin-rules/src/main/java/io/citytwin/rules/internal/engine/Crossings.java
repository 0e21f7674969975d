package io.citytwin.rules.internal.engine;

import com.google.common.primitives.ImmutableIntArray;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Twin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Vehicles of one type at gates where the same rules hold. A vehicle and a gate each have a number for all that these rules
 * can tell apart of them, and two numbers have an answer in each context. For one thread at a time.
 */
final class Crossings {

    /** Who has this number is asked about each time. */
    static final int ALONE = -1;

    static final Set<String> BY_THE_GATE = Set.of(AtGate.GATE, AtGate.PLACE);

    private static final int CONTEXTS = 16;

    private final int position;
    private final Looks looks;
    private final boolean seeOthers;
    private final Look vehicle;
    private final List<Look> around;
    private final List<Group> here;
    private final List<GroupClasses> groups = new ArrayList<>();
    private final Map<Group, Integer> places = new HashMap<>();
    private final Classes vehicles = new Classes();
    private final Classes gates = new Classes();
    private final Map<List<Object>, LongIntMap> contexts = new LinkedHashMap<>(CONTEXTS, 0.75F, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, LongIntMap> eldest) {
            return size() > CONTEXTS;
        }
    };
    private LongIntMap answers = new LongIntMap();
    private long turn = -1;

    /** The position in which vehicles keep their number. */
    Crossings(Law law, AssetTypes assets, AssetType type, List<Group> here, int position) {
        this.position = position;
        this.here = here;
        this.looks = new Looks(assets, here, new CodedCells(law, here));
        Look whole = looks.of(type);
        this.seeOthers = whole.sees(type.name());
        this.vehicle = new Look(
                whole.relation(),
                type,
                whole.groups(),
                whole.cells(),
                whole.beyond().stream()
                        .filter(next -> !BY_THE_GATE.contains(next.relation()))
                        .toList());
        this.around = whole.beyond().stream()
                .filter(next -> BY_THE_GATE.contains(next.relation()))
                .toList();
        List<Set<Group>> ofVehicle = new ArrayList<>();
        vehicle.addReaders(ofVehicle);
        // A gate's signature begins with how surely each group holds there.
        List<Set<Group>> ofGate = new ArrayList<>();
        here.forEach(group -> ofGate.add(Set.of(group)));
        around.forEach(next -> next.addFollowers(ofGate));
        for (Group group : here) {
            places.put(group, groups.size());
            groups.add(new GroupClasses(group, ofVehicle, ofGate));
        }
    }

    /** Numbers for what several groups tell apart together. */
    private static final class Classes {

        private final Map<ImmutableIntArray, Integer> numbers = new HashMap<>();
        private final List<ImmutableIntArray> byNumber = new ArrayList<>();

        int number(List<GroupClasses> groups, ToIntFunction<GroupClasses> of) {
            ImmutableIntArray all =
                    ImmutableIntArray.copyOf(groups.stream().mapToInt(of).toArray());
            return numbers.computeIfAbsent(all, fresh -> {
                byNumber.add(fresh);
                return byNumber.size();
            });
        }

        /** The number that a group knows it by. */
        int in(int group, int number) {
            return byNumber.get(number - 1).get(group);
        }
    }

    /** The numbers of a vehicle and of a gate. */
    record Pair(int vehicle, int gate) {

        /** Not 0. */
        static long key(int vehicle, int gate) {
            return (long) vehicle << Integer.SIZE | gate;
        }
    }

    int position() {
        return position;
    }

    /** Whether a run is seen, which time alone can change at any hour. */
    boolean seeRuns() {
        return looks.seeRuns();
    }

    /** Whether what was spent is seen of other twins than the vehicle. */
    boolean seeCountsElsewhere() {
        return looks.seeCountsElsewhere();
    }

    /** Whether a vehicle's own relations can lead to gates. */
    boolean seeGates() {
        return vehicle.sees(AtGate.GATE_TYPE);
    }

    /** Writes what is seen of a vehicle wherever it stands; false if it can only be asked about each time. */
    boolean sign(Twin twin, Look.Sheet sheet) {
        // A vehicle that is seen from another one, or from a gate, may be the one that stands there.
        return !seeOthers && vehicle.write(twin, sheet);
    }

    /** The number of a vehicle. */
    int vehicle(List<Object> signature) {
        return vehicles.number(groups, group -> group.vehicle(signature));
    }

    /** The number of a gate, by a vehicle that stands there. */
    int gate(Twin standing, Look.Sheet sheet) {
        for (Look next : around) {
            if (!next.follow(standing.value(next.relation()), sheet)) {
                return ALONE;
            }
        }
        return gates.number(groups, group -> group.gate(sheet.signature()));
    }

    /** The answers under the law as it is since a turn. */
    LongIntMap answers(Scenes scenes, Moment moment, long since) {
        if (turn != since) {
            turn = since;
            List<Object> sees = new ArrayList<>();
            groups.forEach(group -> sees.add(group.goBy(scenes, moment)));
            answers = contexts.computeIfAbsent(sees, fresh -> new LongIntMap());
        }
        return answers;
    }

    /** Those that may hold here. */
    List<Group> groups() {
        return here;
    }

    /** What a group said of such a vehicle at such a gate, or says now. */
    Decider.Verdict verdict(Group group, Pair pair, Supplier<Decider.Verdict> ask) {
        int place = Objects.requireNonNull(places.get(group));
        return groups.get(place).verdict(vehicles.in(place, pair.vehicle()), gates.in(place, pair.gate()), ask);
    }
}
