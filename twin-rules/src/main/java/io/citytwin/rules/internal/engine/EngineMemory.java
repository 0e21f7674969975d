package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Twin;
import io.citytwin.core.signal.Input;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.internal.binary.RecordCodec;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What of an engine outlives its process: its state as text, and the inputs that somebody else keeps. Safe for use by many
 * threads.
 */
public final class EngineMemory {

    private static final RecordCodec<EngineState> CODEC = RecordCodec.of(EngineState.class);

    private final Parts parts;

    EngineMemory(Parts parts) {
        this.parts = parts;
    }

    /** The parts of an engine that know something. */
    record Parts(
            Laws laws,
            String firstLaw,
            AssetTypes assets,
            CivilCalendar calendar,
            InputLog journal,
            PassageNumbers passages,
            Fold live,
            DefaultGatekeeper gatekeeper,
            ReentrantLock turn) {

        List<Twin> twins(EngineState state) {
            return state.twins().stream()
                    .map(one ->
                            new Twin(one.id(), assets.get(one.type()), one.values(), one.observations(), one.zones()))
                    .toList();
        }
    }

    /**
     * What a follower has not seen.
     *
     * @param lost whether some of it was let go of
     * @param footing what it can begin with, if so; empty if that can be read no more
     * @param inputs after the last that it has seen, or else after the footing
     * @param now the engine's time
     */
    record News(boolean lost, Optional<Footing> footing, List<Input> inputs, Instant now) {}

    /**
     * What is decided about levels and passages.
     *
     * @return a log of what is decided from now on and was decided before
     */
    public DecisionLog log() {
        return new DecisionLog(parts.live(), parts.turn());
    }

    /**
     * Watches when provisions are evaluated.
     *
     * @return a watch that has seen nothing
     */
    public ProvisionWatch watch() {
        return new ProvisionWatch(parts.live(), parts.turn());
    }

    /**
     * All that the engine must know to go on.
     *
     * @return text for {@link #resume}
     */
    public String state() {
        parts.turn().lock();
        try {
            return Base64.getEncoder().encodeToString(CODEC.write(known()));
        } finally {
            parts.turn().unlock();
        }
    }

    private EngineState known() {
        Fold live = parts.live();
        return new EngineState(
                parts.firstLaw(),
                live.edition().hash(),
                List.copyOf(live.adoptions()),
                parts.journal().size(),
                live.times(),
                live.twins().values().stream()
                        .sorted(Comparator.comparing(Twin::id))
                        .map(twin -> new EngineState.Known(
                                twin.id(), twin.type().name(), twin.values(), twin.observations(), twin.zones()))
                        .toList(),
                live.arrivals().observed().all(),
                live.book().state(),
                live.counters().state(),
                live.settlements().values().stream()
                        .map(one -> new EngineState.Settled(
                                one, parts.passages().of(one.passage().id())))
                        .toList());
    }

    /**
     * Goes on from a state, before the first input. An engine that took inputs already goes on holding them all itself.
     *
     * @param state as another engine gave it; empty to begin with nothing
     * @param kept reads the inputs that the engine was given; it need not hold them itself from now on
     * @throws IllegalArgumentException if the state is none of this version, or the engine took inputs already
     * @throws io.citytwin.core.error.CityTwinException {@code R430} if the law that was in force is not known
     */
    public void resume(Optional<String> state, Keeper kept) {
        parts.turn().lock();
        try {
            if (parts.journal().size() > 0) {
                refuseState(state);
                return;
            }
            Optional<EngineState> known = state.map(EngineMemory::read);
            known.ifPresent(before -> {
                parts.laws().refuseUnknown(before.law());
                parts.live().restore(before, parts.twins(before));
                before.settled()
                        .forEach(one -> parts.passages().put(one.settlement().passage(), one.number()));
            });
            parts.journal().keptBy(kept, known.map(EngineState::inputs).orElse(0L));
            parts.live().arrivals().keptBy(kept);
        } finally {
            parts.turn().unlock();
        }
    }

    private static void refuseState(Optional<String> state) {
        if (state.isPresent()) {
            throw new IllegalArgumentException("the engine took inputs before its city went on");
        }
    }

    private static EngineState read(String text) {
        return known(text)
                .orElseThrow(() -> new IllegalArgumentException("the engine's state was written by another version"));
    }

    /** What a text tells, unless another version wrote it. */
    static Optional<EngineState> known(String text) {
        return CODEC.read(Base64.getDecoder().decode(text));
    }

    /**
     * Lets go of the inputs that everybody has seen, if somebody else keeps them.
     *
     * @param seen how many inputs the only one has seen who follows the claims
     */
    public void forget(int seen) {
        parts.turn().lock();
        try {
            if (parts.journal().isKept()) {
                parts.gatekeeper().follow();
                parts.journal().seen(seen);
            }
        } finally {
            parts.turn().unlock();
        }
    }

    /** Up to when inputs are erased. */
    Optional<Instant> erasedUntil() {
        return parts.journal().erasedUntil();
    }

    /** How many inputs the engine holds itself. */
    int held() {
        return parts.journal().held();
    }

    /** What came after a number of inputs, whoever holds it. */
    News since(int number) {
        Instant now = parts.live().now();
        return parts.journal().holds(number)
                ? new News(false, Optional.empty(), List.copyOf(parts.journal().since(number)), now)
                : again(number, now);
    }

    /** Finds out again which of the kept inputs were taken: those that were refused are no inputs of the engine. */
    private News again(int number, Instant now) {
        Retake retake = new Retake(parts, Retake.How.AS_IT_CAME);
        List<Input> taken = retake.all();
        if (retake.city().isEmpty()) {
            return new News(true, Optional.empty(), List.of(), now);
        }
        int before = retake.footing().map(Footing::inputs).orElse(0);
        return before > number
                ? new News(true, retake.footing(), taken, now)
                : new News(false, Optional.empty(), taken.subList(number - before, taken.size()), now);
    }
}
