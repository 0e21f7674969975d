package io.citytwin.core.sync;

import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.DeadLetter;
import io.citytwin.core.spi.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * What happened since the last step's end; it reaches the journal as one batch. Safe for use by many threads; one of them
 * writes.
 */
final class Minutes {

    static final String POSITIONS = "source/";

    /** So many entries are written in a few milliseconds. */
    private static final int MUCH = 1_000;

    private final Journal journal;
    private final InputCodec codec;
    private final Privacy privacy;
    private final List<Journal.Entry> batch = new ArrayList<>();
    private final SortedMap<String, Journal.Mark> marks = new TreeMap<>();
    private final List<Runnable> waitingForIt = new ArrayList<>();
    private final AtomicLong inputs = new AtomicLong();
    private volatile int waiting;

    Minutes(Journal journal, InputCodec codec, Privacy privacy) {
        this.journal = journal;
        this.codec = codec;
        this.privacy = privacy;
    }

    void note(Input input) {
        add(() -> codec.write(input, privacy.isPersonal(input)));
        inputs.incrementAndGet();
    }

    void removed(TwinId twin, Instant at) {
        add(() -> codec.removal(twin, at));
    }

    void issued(DirectiveRecord record) {
        add(() -> DirectiveCodec.issued(record, privacy.isPersonal(record.directive())));
    }

    void settled(DirectiveRecord record, Instant at) {
        add(() -> DirectiveCodec.settled(record, privacy.isPersonal(record.directive()), at));
    }

    void refused(DeadLetter letter) {
        add(() -> LetterCodec.write(letter));
    }

    synchronized void decided(List<Journal.Entry> entries) {
        if (!journal.forgets()) {
            batch.addAll(entries);
        }
    }

    private void add(Supplier<Journal.Entry> entry) {
        if (!journal.forgets()) {
            decided(List.of(entry.get()));
        }
    }

    /** Whether anything written can be read again. */
    boolean forgets() {
        return journal.forgets();
    }

    /** What is not in the journal yet. */
    synchronized List<Journal.Entry> unwritten() {
        return List.copyOf(batch);
    }

    /** Sets a mark with the next batch. */
    void mark(Journal.Mark mark) {
        if (!journal.forgets()) {
            marks.put(mark.name(), mark);
        }
    }

    /** Takes back marks that could not be written at their moment. */
    synchronized void withdraw(Set<String> names) {
        marks.keySet().removeAll(names);
    }

    /** Runs work after the next commit that succeeds. */
    synchronized void whenKept(Runnable work) {
        waitingForIt.add(work);
    }

    /** Whether somebody waits for a commit, or much is to be written. */
    synchronized boolean isDue() {
        return !waitingForIt.isEmpty() || batch.size() >= MUCH;
    }

    /**
     * Writes the batch and the marks, all or none; after a failure they are kept and written with the next ones.
     *
     * @return the work that waited for it
     */
    synchronized List<Runnable> commit() {
        waiting = batch.size();
        if (!batch.isEmpty() || !marks.isEmpty()) {
            journal.append(List.copyOf(batch), List.copyOf(marks.values()));
            batch.clear();
            marks.clear();
            waiting = 0;
        }
        List<Runnable> now = List.copyOf(waitingForIt);
        waitingForIt.clear();
        return now;
    }

    /** How far a source had been read when that was kept last. */
    Optional<String> position(String source) {
        return journal.mark(POSITIONS + source).map(marked -> marked.mark().state());
    }

    /** How many inputs there were, those of earlier runs included. */
    long inputs() {
        return inputs.get();
    }

    void countFrom(long before) {
        inputs.set(before);
    }

    /** How many entries the journal did not take at the last attempt. */
    int waiting() {
        return waiting;
    }
}
