package io.citytwin.rules.internal.engine;

import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Evaluated;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
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
    private final SortedMap<String, Instant> evaluated = new TreeMap<>();
    private final SortedMap<String, Instant> heard = new TreeMap<>();
    /** By asset type and property, the provisions whose rules read it. */
    private final Map<String, Set<String>> readers = new HashMap<>();

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
                    .ifPresent(twin ->
                            heard(twin.type().name() + "." + seen.observation().property(), input.receivedAt()));
        } else if (input instanceof Input.TwinChanged changed) {
            String type = changed.twin().type().name();
            changed.twin().values().keySet().forEach(property -> heard(type + "." + property, input.receivedAt()));
        }
    }

    private void heard(String property, Instant at) {
        readers.getOrDefault(property, Set.of()).forEach(provision -> heard.put(provision, at));
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
        Set<String> stopped = inTurn(() -> live.edition().law()).isolation().all().stream()
                .map(one -> one.regulation() + "/" + one.provision())
                .collect(Collectors.toSet());
        provisions.stream()
                .filter(provision -> !stopped.contains(provision))
                .forEach(provision -> evaluated.put(provision, moment));
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
                        provision,
                        Optional.ofNullable(heard.get(provision)),
                        Optional.ofNullable(evaluated.get(provision))))
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
        evaluated.keySet().retainAll(provisions);
    }

    private static String id(Group group) {
        return group.regulation().id() + "/" + group.name();
    }

    private void read(Group group) {
        Set<String> read = new HashSet<>();
        for (FactType type : group.types().values()) {
            if (type.origin() == FactType.Origin.ASSET) {
                for (int slot : group.reads(type)) {
                    read.add(type.name() + "." + type.slots().get(slot).name());
                }
            }
        }
        // What is computed for it from observations is heard when they are.
        indicators(group.regulation(), read);
        read.forEach(property ->
                readers.computeIfAbsent(property, key -> new HashSet<>()).add(id(group)));
    }

    private static void indicators(Regulation regulation, Set<String> read) {
        for (StateSpec.Run run : regulation.state().runs().values()) {
            StateSpec.Indicator indicator = regulation.state().indicators().get(run.indicator());
            if (indicator != null && read.contains(run.of() + "." + run.name())) {
                read.add(indicator.from() + "." + indicator.property());
            }
        }
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
