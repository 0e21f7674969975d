package io.citytwin.core.sync;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Governor;
import io.citytwin.core.spi.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the city again what it was when the journal was written last: the newest snapshot, and all that came after it
 * once more. Nothing is sent and nothing is written. What the governor decides anew must be what was kept. For one thread
 * at a time.
 */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Journal journal;
    private final InputCodec codec;
    private final TwinGraph graph;
    private final Governor governor;
    private final Outbox outbox;
    private final DeadLetters letters;
    private final CityHistory history;
    private final List<Twin> arriving = new ArrayList<>();
    private final List<Input> waiting = new ArrayList<>();
    private final List<String> issued = new ArrayList<>();
    private final List<String> decided = new ArrayList<>();
    private @Nullable Instant last;
    private @Nullable Instant stepEnd;
    private long inputs;
    private long otherwise;

    Recovery(Parts parts) {
        journal = parts.journal();
        codec = parts.codec();
        graph = parts.graph();
        governor = parts.governor();
        outbox = parts.outbox();
        letters = parts.letters();
        history = parts.history();
    }

    /** What is made again, and from what. */
    record Parts(
            Journal journal,
            InputCodec codec,
            TwinGraph graph,
            Governor governor,
            Outbox outbox,
            DeadLetters letters,
            CityHistory history) {}

    /**
     * Where an earlier run ended.
     *
     * @param last the moment of what happened last
     * @param stepEnd the last step's end
     * @param inputs how many inputs there were
     * @param otherwise how often something was decided otherwise than it was kept
     * @param bare whether twins are missing: what told of them was let go of, and the snapshot's month was erased
     */
    record Ended(Instant last, Instant stepEnd, long inputs, long otherwise, boolean bare) {}

    /**
     * Takes up the journal.
     *
     * @return empty if nothing was ever written
     * @throws CityTwinException {@code C118} if it does not fit this city
     */
    Optional<Ended> run() {
        try {
            return takeUp();
        } catch (IllegalArgumentException | CityTwinException misfit) {
            throw new CityTwinException(
                    CoreError.JOURNAL,
                    "The journal does not fit this city: " + misfit.getMessage(),
                    "Maybe it belongs to another city, or to another version.",
                    misfit);
        }
    }

    private Optional<Ended> takeUp() {
        history.restore();
        Optional<Snapshot> snapshot = Snapshot.read(journal);
        long from = snapshot.map(Snapshot::number).orElse(0L);
        snapshot.ifPresent(this::restore);
        if (journal.forgets()) {
            return Optional.empty();
        }
        history.playing(from + 1);
        governor.resume(snapshot.flatMap(Snapshot::governor), history);
        journal.replay(DirectiveCodec.STREAM, 0, kept -> restoreOld(kept, from));
        journal.replay(LetterCodec.STREAM, 0, kept -> letters.restore(LetterCodec.read(kept.entry())));
        Set<String> streams = new HashSet<>(governor.streams());
        streams.add(InputCodec.STREAM);
        streams.add(DirectiveCodec.STREAM);
        journal.replay(streams, from, this::again);
        flush();
        history.live();
        if (last == null) {
            return Optional.empty();
        }
        // A city that was closed before its first step ended has that step before it.
        Instant step = stepEnd == null ? last.minusMillis(1) : stepEnd;
        boolean bare = snapshot.isEmpty() && history.erasedUntil().isPresent();
        return Optional.of(new Ended(last, step, inputs, otherwise, bare));
    }

    private void restore(Snapshot snapshot) {
        last = snapshot.at();
        stepEnd = snapshot.at();
        inputs = snapshot.inputs();
        List<Twin> twins = snapshot.twins().stream()
                .map(entry -> ((Input.TwinChanged) codec.read(entry)).twin())
                .toList();
        graph.put(twins, snapshot.at());
        twins.forEach(this::observeWhatIsNew);
    }

    /** Directives of before the snapshot: what became of them is known, and nothing of it is decided again. */
    private void restoreOld(Journal.Numbered kept, long from) {
        if (kept.number() <= from) {
            outbox.restore(DirectiveCodec.read(kept.entry()));
        }
    }

    private void again(Journal.Numbered kept) {
        history.playing(kept.number());
        Journal.Entry entry = kept.entry();
        if (entry.stream().equals(DirectiveCodec.STREAM)) {
            flush();
            DirectiveCodec.Told told = DirectiveCodec.read(entry);
            outbox.restore(told);
            told.issued().ifPresent(directive -> issued.add(directive.id()));
        } else if (entry.stream().equals(InputCodec.STREAM)) {
            again(entry);
        } else {
            decided.add(entry.stream() + " " + entry.key() + " " + entry.payload());
        }
    }

    private void again(Journal.Entry entry) {
        if (Intake.isRemoval(entry)) {
            flush();
            graph.remove(TwinId.of(entry.key()), codec.removedAt(entry));
            return;
        }
        Input input = codec.read(entry);
        inputs++;
        last = input.receivedAt();
        if (input instanceof Input.TwinChanged changed) {
            // Twins that came together may relate to each other: they go in together again.
            arriving.add(changed.twin());
            waiting.add(input);
            return;
        }
        flush();
        if (input instanceof Input.Tick tick) {
            step(tick.receivedAt());
        } else if (input instanceof Input.Observed seen) {
            observe(seen.observation());
            give(input);
        } else {
            give(input);
        }
    }

    private void flush() {
        if (!arriving.isEmpty()) {
            graph.put(arriving, waiting.get(0).receivedAt());
            arriving.forEach(this::observeWhatIsNew);
            waiting.forEach(this::give);
            arriving.clear();
            waiting.clear();
        }
    }

    /** A twin can come with values that were observed before the city was there. */
    private void observeWhatIsNew(Twin twin) {
        for (Observation seen : twin.observations().values()) {
            Twin known = graph.find(twin.id()).orElseThrow();
            if (!seen.equals(known.observations().get(seen.property()))) {
                observe(seen);
            }
        }
    }

    private void observe(Observation seen) {
        boolean property = graph.typeOf(seen.twin())
                .filter(type -> type.properties().containsKey(seen.property()))
                .isPresent();
        if (property) {
            graph.observe(seen);
        }
    }

    /** What it refused or failed at, it refuses again; that is among the dead letters already. */
    private void give(Input input) {
        try {
            governor.accept(input);
        } catch (RuntimeException again) {
            LOG.debug("refused again: {}", again.getMessage());
        }
    }

    private void step(Instant moment) {
        stepEnd = moment;
        List<String> anew = List.of();
        try {
            anew = governor.step(moment).stream().map(Directive::id).toList();
        } catch (RuntimeException again) {
            LOG.debug("failed again: {}", again.getMessage());
        }
        compare(moment, "directives", issued, anew);
        compare(
                moment,
                "decisions",
                decided,
                governor.decisions().stream()
                        .map(entry -> entry.stream() + " " + entry.key() + " " + entry.payload())
                        .toList());
        issued.clear();
        decided.clear();
    }

    private void compare(Instant moment, String what, List<String> kept, List<String> anew) {
        if (!kept.equals(anew)) {
            otherwise++;
            LOG.warn("{} of {} were kept as {}, but would be {} now.", what, moment, kept, anew);
        }
    }
}
