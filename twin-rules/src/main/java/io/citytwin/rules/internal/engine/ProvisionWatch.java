package io.citytwin.rules.internal.engine;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.Table;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Evaluated;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.register.StateSpec;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * When each provision heard something last that its rules read, and when it was evaluated last. Safe for use by many
 * threads.
 */
public final class ProvisionWatch {

    private final Fold live;
    private final ReentrantLock turn;
    /** The last step, which evaluated all provisions but those that were stopped. */
    private Optional<Instant> step = Optional.empty();
    /** The last step before a provision was stopped. */
    private final Map<String, Optional<Instant>> stopped = new HashMap<>();

    private final SortedMap<String, Instant> heard = new TreeMap<>();
    /** By asset type and property, the provisions whose rules read it. */
    private final Table<String, String, Set<String>> readers = HashBasedTable.create();

    private Set<String> provisions = Set.of();
    private String law = "";

    ProvisionWatch(Fold live, ReentrantLock turn) {
        this.live = live;
        this.turn = turn;
    }

    /**
     * Whether the law asks for a value of twins that they do not have themselves.
     *
     * @param type such as {@code Province}
     * @param property such as {@code pm10Forecast}
     * @return true if it is remembered
     */
    public boolean takes(String type, String property) {
        return inTurn(() -> live.edition().law().remembers(type, property));
    }

    /**
     * An input was taken.
     *
     * @param input by the engine
     */
    public synchronized void accept(Input input) {
        if (law.isEmpty() || input instanceof Input.LawAdopted) {
            followLaw();
        }
        if (input instanceof Input.Observed seen) {
            inTurn(() -> live.twin(seen.observation().twin()))
                    .ifPresent(
                            twin -> heard(twin.type().name(), seen.observation().property(), input.receivedAt()));
        } else if (input instanceof Input.TwinChanged changed) {
            String type = changed.twin().type().name();
            changed.twin().values().keySet().forEach(property -> heard(type, property, input.receivedAt()));
        }
    }

    private void heard(String type, String property, Instant at) {
        Set<String> reading = readers.get(type, property);
        if (reading != null) {
            reading.forEach(provision -> heard.put(provision, at));
        }
    }

    /**
     * All provisions were evaluated, but for those that were stopped.
     *
     * @param moment the step's end
     */
    public synchronized void evaluated(Instant moment) {
        if (law.isEmpty()) {
            followLaw();
        }
        inTurn(() -> live.edition().law())
                .isolation()
                .all()
                .forEach(one -> stopped.putIfAbsent(one.regulation() + "/" + one.provision(), step));
        step = Optional.of(moment);
    }

    /**
     * What is known.
     *
     * @return sorted by provision
     */
    public synchronized List<Evaluated> all() {
        return provisions.stream()
                .sorted()
                .map(provision -> new Evaluated(
                        provision, Optional.ofNullable(heard.get(provision)), stopped.getOrDefault(provision, step)))
                .toList();
    }

    private void followLaw() {
        Edition edition = inTurn(live::edition);
        law = edition.hash();
        Law inForce = edition.law();
        readers.clear();
        inForce.provisions().forEach(this::read);
        provisions = Collections.unmodifiableSet(
                inForce.provisions().stream().map(ProvisionWatch::id).collect(Collectors.toSet()));
        heard.keySet().retainAll(provisions);
        stopped.clear();
    }

    private static String id(Group group) {
        return group.regulation().id() + "/" + group.name();
    }

    private void read(Group group) {
        String id = id(group);
        for (FactType type : group.types().values()) {
            if (type.origin() == FactType.Origin.ASSET) {
                for (int slot : group.reads(type)) {
                    read(type.name(), type.slots().get(slot).name(), id);
                }
            }
        }
        // What is computed for it from observations is heard when they are.
        StateSpec state = group.regulation().state();
        for (StateSpec.Run run : state.runs().values()) {
            StateSpec.Indicator indicator = state.indicators().get(run.indicator());
            Set<String> reading = readers.get(run.of(), run.name());
            if (indicator != null && reading != null && reading.contains(id)) {
                read(indicator.from(), indicator.property(), id);
            }
        }
    }

    private void read(String type, String property, String provision) {
        Set<String> reading = readers.get(type, property);
        if (reading == null) {
            reading = new HashSet<>();
            readers.put(type, property, reading);
        }
        reading.add(provision);
    }

    private <T> T inTurn(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }
}
