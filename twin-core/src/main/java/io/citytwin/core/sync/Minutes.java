package io.citytwin.core.sync;

import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** What happened since the last step's end; it reaches the journal as one batch. For one thread at a time. */
final class Minutes {

    private static final String POSITIONS = "source/";

    private final Journal journal;
    private final List<Journal.Entry> batch = new ArrayList<>();
    private final AtomicLong inputs = new AtomicLong();

    Minutes(Journal journal) {
        this.journal = journal;
    }

    void note(Input input) {
        add(() -> Payloads.entry(input));
        inputs.incrementAndGet();
    }

    void issued(DirectiveRecord record) {
        add(() -> Payloads.issued(record));
    }

    void settled(DirectiveRecord record, Instant at) {
        add(() -> Payloads.settled(record, at));
    }

    private void add(Supplier<Journal.Entry> entry) {
        if (!journal.forgets()) {
            batch.add(entry.get());
        }
    }

    /** Writes the batch, all or none; after a failure it is kept and written with the next one. */
    void commit() {
        if (!batch.isEmpty()) {
            journal.append(List.copyOf(batch));
            batch.clear();
        }
    }

    /** How far a source had been read when that was kept last. */
    Optional<String> position(String source) {
        return journal.mark(POSITIONS + source).map(marked -> marked.mark().state());
    }

    long inputs() {
        return inputs.get();
    }
}
