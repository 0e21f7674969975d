package io.citytwin.rules.internal.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What one group of rules can tell apart of vehicles and of gates, and what it said of each pair. For one thread at a
 * time.
 */
final class GroupClasses {

    /** So many laws come and go by the hour and the day of the week. */
    private static final int CONTEXTS = 16;

    private final Group group;
    private final Share ofVehicle;
    private final Share ofGate;
    private final Map<List<Object>, Integer> vehicles = new HashMap<>();
    private final Map<List<Object>, Integer> gates = new HashMap<>();
    private final List<Decider.Verdict> said = new ArrayList<>();
    private final Map<List<Object>, LongIntMap> contexts = new LinkedHashMap<>(CONTEXTS, 0.75F, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, LongIntMap> eldest) {
            return size() > CONTEXTS;
        }
    };
    private LongIntMap verdicts = new LongIntMap();

    /** The lists say who looks at each position of a signature. */
    GroupClasses(Group group, List<Set<Group>> vehicle, List<Set<Group>> gate) {
        this.group = group;
        this.ofVehicle = Share.of(group, vehicle);
        this.ofGate = Share.of(group, gate);
    }

    int vehicle(List<Object> signature) {
        return numbered(vehicles, ofVehicle.of(signature));
    }

    int gate(List<Object> signature) {
        return numbered(gates, ofGate.of(signature));
    }

    private static int numbered(Map<List<Object>, Integer> numbers, List<Object> seen) {
        Integer known = numbers.get(seen);
        if (known == null) {
            known = numbers.size() + 1;
            numbers.put(seen, known);
        }
        return known;
    }

    /** Goes by the law as it is at a moment; what the group sees of it. */
    List<Object> goBy(Scenes scenes, Moment moment) {
        Scene law = scenes.lawAt(group, moment);
        List<Object> sees = List.of(law.facts, law.unknown, law.switchedOn);
        verdicts = contexts.computeIfAbsent(sees, fresh -> new LongIntMap());
        return sees;
    }

    /** What the group said of such a vehicle at such a gate, or says now. */
    Decider.Verdict verdict(int vehicle, int gate, Supplier<Decider.Verdict> ask) {
        long key = Crossings.Pair.key(vehicle, gate);
        int known = verdicts.get(key);
        if (known == LongIntMap.ABSENT) {
            known = said.size();
            said.add(ask.get());
            verdicts.put(key, known);
        }
        return said.get(known);
    }
}
