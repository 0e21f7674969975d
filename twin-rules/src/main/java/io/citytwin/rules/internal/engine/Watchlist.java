package io.citytwin.rules.internal.engine;

import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.rules.internal.engine.Watching.Reader;
import io.citytwin.rules.internal.engine.Watching.Register;
import io.citytwin.rules.internal.grammar.FactType;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which answers depend on which twins and registers, and what those were when the answers were given. For one thread at a
 * time.
 *
 * @param <A> names an answer
 */
final class Watchlist<A> {

    private final CityView city;
    private final Map<String, SortedSet<String>> reads = new TreeMap<>();
    private final Map<String, SortedSet<String>> looks = new HashMap<>();
    private final SetMultimap<TwinId, A> byTwin = LinkedHashMultimap.create();
    private final SetMultimap<Register, A> byRegister = LinkedHashMultimap.create();
    private final Map<TwinId, Optional<Sight>> sights = new HashMap<>();
    private final Map<Register, Held> held = new HashMap<>();
    private final Map<A, Watching> seen = new HashMap<>();

    Watchlist(CityView city, Collection<Group> groups) {
        this.city = city;
        groups.forEach(group -> group.types().values().forEach(type -> addReads(group, type)));
    }

    /** What of a twin can change an answer. */
    private record Sight(AssetType type, List<Optional<Value>> values, SortedSet<TwinId> zones) {}

    private record Held(Reader reader, Object value) {}

    private void addReads(Group group, FactType type) {
        SortedSet<String> names = reads.computeIfAbsent(type.name(), key -> new TreeSet<>());
        for (int slot : group.reads(type)) {
            names.add(type.slots().get(slot).name());
        }
        // By whom a counter counts is looked at whenever the counter is.
        group.regulation().state().counters().values().stream()
                .filter(counter -> names.contains(counter.name()))
                .flatMap(counter -> counter.per().stream())
                .forEach(per -> names.add(per));
    }

    /** An answer was given; it depends on what was seen, and no longer on what it had seen before. */
    void watch(A answer, Watching saw, Moment moment) {
        Watching before = seen.put(answer, saw);
        if (before != null && before.sawWhat(saw)) {
            return;
        }
        if (before != null) {
            before.twins().stream().filter(twin -> !saw.twins().contains(twin)).forEach(twin -> forget(answer, twin));
            before.registers().keySet().stream()
                    .filter(register -> !saw.registers().containsKey(register))
                    .forEach(register -> forget(answer, register));
        }
        saw.twins().forEach(twin -> {
            byTwin.put(twin, answer);
            sights.computeIfAbsent(twin, this::sight);
        });
        saw.registers().forEach((register, reader) -> {
            byRegister.put(register, answer);
            held.computeIfAbsent(register, key -> new Held(reader, reader.read(city, moment)));
        });
    }

    private void forget(A answer, TwinId twin) {
        byTwin.remove(twin, answer);
        if (!byTwin.containsKey(twin)) {
            sights.remove(twin);
        }
    }

    private void forget(A answer, Register register) {
        byRegister.remove(register, answer);
        if (!byRegister.containsKey(register)) {
            held.remove(register);
        }
    }

    private Optional<Sight> sight(TwinId id) {
        return city.twin(id).map(this::sight);
    }

    private Sight sight(Twin twin) {
        List<Optional<Value>> values = looks.computeIfAbsent(twin.type().name(), name -> looks(twin.type())).stream()
                .map(twin::value)
                .toList();
        return new Sight(twin.type(), values, twin.zones());
    }

    /** What anybody looks at in twins of a type: rules, and who asks where a twin is. */
    private SortedSet<String> looks(AssetType type) {
        SortedSet<String> names = new TreeSet<>(reads.getOrDefault(type.name(), new TreeSet<>()));
        names.addAll(type.within());
        names.add(Jurisdictions.CODE);
        return names;
    }

    /** The answers that depend on something in which a twin has changed. */
    Set<A> staleByTwins(Set<TwinId> touched) {
        Set<A> stale = new LinkedHashSet<>();
        touched.stream().filter(byTwin::containsKey).forEach(twin -> {
            Optional<Sight> now = sight(twin);
            if (!now.equals(sights.put(twin, now))) {
                stale.addAll(byTwin.get(twin));
            }
        });
        return stale;
    }

    /** The answers that depend on a register which is another now. */
    Set<A> staleByRegisters(Moment moment) {
        Set<A> stale = new LinkedHashSet<>();
        held.replaceAll((register, before) -> {
            Object now = before.reader().read(city, moment);
            if (!now.equals(before.value())) {
                stale.addAll(byRegister.get(register));
            }
            return new Held(before.reader(), now);
        });
        return stale;
    }
}
