package io.citytwin.core.sync;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.core.spi.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets go of inputs that are older than the retention. The governor's state at some moment, the base, stands for all that
 * came before it. The next base is taken at once when the last one takes effect, and takes effect itself once it is as old
 * as the retention: so there are never more than two, and inputs are kept for twice the retention at most, two distances of
 * snapshots, and the steps in which they go bit by bit. Safe for use by many threads; one of them writes.
 */
final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final String MARK = "city/retention";
    /** Two take turns, as a mark tells where the journal was when it was set, and must not be copied. */
    private static final List<String> NAMES = List.of("city/base-a", "city/base-b");

    /** Marks that tell of a moment. */
    private static final Set<String> STATES =
            Set.of(MARK, NAMES.get(0), NAMES.get(1), Snapshot.CITY, Snapshot.GOVERNOR);

    private static final Set<String> STREAMS = Set.of(InputCodec.STREAM, LetterCodec.STREAM);

    private static final int PORTIONS = 100;
    private static final int LEAST = 10_000;

    private final ReentrantLock held = new ReentrantLock();
    private final Journal journal;
    private final Optional<Duration> length;
    private volatile Optional<Stand> base = Optional.empty();
    private Optional<Stand> next = Optional.empty();
    /** Becomes the next one once it is written. */
    private Optional<Stand> rising = Optional.empty();

    /** Number of the last entry that was let go of, and how many follow at once. */
    private long erased;

    private long portion;

    Retention(Journal journal, Optional<Duration> length) {
        this.journal = journal;
        this.length = length;
    }

    /**
     * A state that stands for what came before it.
     *
     * @param at the step's end
     * @param number of the last entry before it
     * @param name of the mark that holds it
     */
    record Stand(Instant at, long number, String name) {}

    /** Takes up what an earlier run has left. */
    void restore() {
        journal.mark(MARK).ifPresent(marked -> {
            JsonNode node = JsonLine.read(marked.mark().state());
            next = Optional.of(new Stand(JsonLine.instant(node, "at"), marked.number(), JsonLine.text(node, "name")));
            base = Optional.ofNullable(node.get("base"))
                    .map(one -> new Stand(
                            JsonLine.instant(one, "at"), one.required("number").asLong(), JsonLine.text(one, "name")));
            // It may have been left before it came to that.
            erased = node.path("erased").asLong();
            divide();
        });
    }

    /** What the inputs that are kept rest on; empty if all are. */
    Optional<Stand> base() {
        return base;
    }

    /** The governor's state, if it can still be read. */
    Optional<String> state(Stand stand) {
        return journal.mark(stand.name())
                .filter(marked -> marked.number() == stand.number())
                .map(marked -> marked.mark().state());
    }

    /** The marks to write with a snapshot: none, unless another base is due. */
    List<Journal.Mark> marks(Instant moment, String governor) {
        boolean due = length.isPresent()
                && next.map(stand -> !stand.at().plus(length.get()).isAfter(moment))
                        .orElse(true);
        if (!due) {
            return List.of();
        }
        String name =
                NAMES.get(next.map(stand -> 1 - NAMES.indexOf(stand.name())).orElse(0));
        rising = Optional.of(new Stand(moment, 0, name));
        String told = JsonLine.write(json -> {
            json.writeStringField("at", moment.toString());
            json.writeStringField("name", name);
            json.writeNumberField("erased", erased);
            if (next.isPresent()) {
                json.writeObjectFieldStart("base");
                json.writeStringField("at", next.get().at().toString());
                json.writeNumberField("number", next.get().number());
                json.writeStringField("name", next.get().name());
                json.writeEndObject();
            }
        });
        return List.of(new Journal.Mark(name, governor, Optional.of(moment)), new Journal.Mark(MARK, told));
    }

    /** Writes the minutes; a base that is due takes effect with them. */
    void commit(Minutes minutes) {
        write(minutes).forEach(Runnable::run);
    }

    private List<Runnable> write(Minutes minutes) {
        held.lock();
        try {
            List<Runnable> waiting = minutes.commit();
            rising.ifPresent(this::takeEffect);
            return waiting;
        } catch (RuntimeException notWritten) {
            // A state is true for the number of the entry before it only.
            minutes.withdraw(STATES);
            throw notWritten;
        } finally {
            rising = Optional.empty();
            held.unlock();
        }
    }

    private void takeEffect(Stand fresh) {
        base = next;
        next = journal.mark(MARK).map(marked -> new Stand(fresh.at(), marked.number(), fresh.name()));
        divide();
    }

    /** To let go of months at once would keep the city from going on. */
    private void divide() {
        portion = Math.max(LEAST, (base.map(Stand::number).orElse(0L) - erased) / PORTIONS);
    }

    /** Lets go of some of what is older than the base. Nobody reads it any more. */
    void letGo() {
        long until = Math.min(base.map(Stand::number).orElse(0L), erased + portion);
        if (until <= erased) {
            return;
        }
        try {
            journal.forget(STREAMS, until);
            erased = until;
        } catch (RuntimeException failure) {
            LOG.warn("What is older than {} stays for another step.", base, failure);
        }
    }

    /** Lets somebody read while nothing is written and nothing is let go of. */
    void hold(Consumer<Optional<Stand>> reading) {
        held.lock();
        try {
            reading.accept(base);
        } finally {
            held.unlock();
        }
    }
}
