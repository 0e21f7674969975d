package io.citytwin.core.sync;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.graph.Change;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Governor;
import io.citytwin.core.spi.Journal;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The one way in. An observation goes through the graph, which says whether it makes sense, and on to the governor. What
 * else changes a twin reaches the governor through the graph's change feed only, so nothing is given twice. For one
 * thread at a time, except where it says otherwise.
 */
final class Intake {

    static final String REMOVED = "Removed";

    private final TwinGraph graph;
    private final Governor governor;
    private final Minutes minutes;
    private final DeadLetters letters;
    private final Supplier<Instant> present;
    private Consumer<Input.Approved> approvals = approval -> {};
    private final Queue<TwinId> changed = new ConcurrentLinkedQueue<>();

    Intake(TwinGraph graph, Governor governor, Minutes minutes, DeadLetters letters, Supplier<Instant> present) {
        this.graph = graph;
        this.governor = governor;
        this.minutes = minutes;
        this.letters = letters;
        this.present = present;
    }

    /** Whether an entry tells that a twin was taken away, which no governor is told. */
    static boolean isRemoval(Journal.Entry entry) {
        return entry.payload().startsWith("{\"kind\":\"" + REMOVED + "\"");
    }

    /** Who lets directives go out that wait for an approval. */
    void approving(Consumer<Input.Approved> by) {
        approvals = by;
    }

    /** Listens to the graph. */
    TwinGraph.Subscription open() {
        return graph.subscribe(this::noteChange);
    }

    /** Takes in what the graph holds already, and first what was heard before the city's time began. */
    void begin(List<Input> early) {
        Instant first = early.stream()
                .map(Input::receivedAt)
                .reduce(present.get(), (one, other) -> other.isBefore(one) ? other : one);
        graph.types().all().stream()
                .map(AssetType::name)
                .map(graph::all)
                .flatMap(List::stream)
                .sorted()
                .forEach(changed::add);
        takeChanges(first);
        early.stream().sorted(Comparator.comparing(Input::receivedAt)).forEach(input -> takeAsItCame("caller", input));
    }

    private void takeAsItCame(String source, Input input) {
        try {
            apply(source, input);
        } catch (CityTwinException refused) {
            letters.add(source, refused, input.toString(), present.get());
        }
    }

    void take(String source, Input input) {
        Input now = arrivingNow(input);
        // The input may tell of a twin that was put into the graph just before.
        takeChanges();
        takeAsItCame(source, now);
        takeChanges();
    }

    /** Gives the governor what changed in the graph since the last call. */
    void takeChanges() {
        takeChanges(present.get());
    }

    private void takeChanges(Instant at) {
        if (changed.isEmpty()) {
            return;
        }
        Set<TwinId> once = new LinkedHashSet<>();
        for (TwinId id = changed.poll(); id != null; id = changed.poll()) {
            once.add(id);
        }
        for (TwinId id : once) {
            graph.find(id)
                    .ifPresentOrElse(
                            twin -> give("graph", new Input.TwinChanged(twin, at)), () -> minutes.removed(id, at));
        }
    }

    private void apply(String source, Input input) {
        if (input instanceof Input.TwinChanged twin) {
            graph.put(List.of(twin.twin()), twin.receivedAt());
            return;
        } else if (input instanceof Input.Observed observed && isProperty(observed.observation())) {
            graph.observe(observed.observation());
        }
        give(source, input);
        if (input instanceof Input.Approved approved) {
            approvals.accept(approved);
        }
    }

    /** A value that law asks for and the twin does not have, such as a forecast, is for the governor only. */
    private boolean isProperty(Observation seen) {
        Optional<AssetType> type = graph.typeOf(seen.twin());
        return type.isEmpty()
                || type.get().properties().containsKey(seen.property())
                || !governor.takes(type.get().name(), seen.property());
    }

    private void give(String source, Input input) {
        minutes.note(input);
        try {
            governor.accept(input);
        } catch (RuntimeException failure) {
            letters.add(source, failure, input.toString(), present.get());
        }
    }

    // Called by whoever writes into the graph, from any thread.
    private void noteChange(Change change) {
        if (change.kind() == Change.Kind.ADDED
                || change.kind() == Change.Kind.CHANGED
                || change.kind() == Change.Kind.REMOVED
                || change.kind() == Change.Kind.ZONES) {
            changed.add(change.twin());
        }
    }

    // What claims to have come earlier comes now: steps that ended are never opened again.
    private Input arrivingNow(Input input) {
        Instant now = present.get();
        if (!input.receivedAt().isBefore(now)) {
            return input;
        } else if (input instanceof Input.Observed observed) {
            Observation seen = observed.observation();
            return new Input.Observed(new Observation(
                    seen.twin(), seen.property(), seen.value(), seen.measuredAt(), now, seen.source(), seen.quality()));
        } else if (input instanceof Input.TwinChanged changedTwin) {
            return new Input.TwinChanged(changedTwin.twin(), now);
        } else if (input instanceof Input.Passed passed) {
            return new Input.Passed(passed.passage(), now);
        } else if (input instanceof Input.Announced act) {
            return new Input.Announced(
                    act.regulation(), act.register(), act.subject(), act.state(), act.from(), now, act.source());
        } else if (input instanceof Input.LawAdopted law) {
            return new Input.LawAdopted(law.hash(), now);
        } else if (input instanceof Input.Overridden override) {
            return new Input.Overridden(
                    override.twin(),
                    override.property(),
                    override.value(),
                    override.by(),
                    override.reason(),
                    override.until(),
                    now);
        } else if (input instanceof Input.Approved approved) {
            return new Input.Approved(approved.directive(), approved.by(), now);
        }
        return new Input.Tick(now);
    }
}
