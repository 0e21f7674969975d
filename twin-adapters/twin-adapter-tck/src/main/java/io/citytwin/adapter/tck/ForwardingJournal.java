package io.citytwin.adapter.tck;

import io.citytwin.core.spi.Journal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A journal that is another one, except for what a test takes from it. Safe for use by many threads. */
class ForwardingJournal implements Journal {

    private final Journal journal;

    ForwardingJournal(Journal journal) {
        this.journal = journal;
    }

    @Override
    public long append(List<Entry> batch, List<Mark> marks) {
        return journal.append(batch, marks);
    }

    @Override
    public void replay(String stream, long after, Consumer<Numbered> reader) {
        journal.replay(stream, after, reader);
    }

    @Override
    public void replay(String stream, String key, Consumer<Numbered> reader) {
        journal.replay(stream, key, reader);
    }

    @Override
    public void replay(Set<String> streams, long after, Consumer<Numbered> reader) {
        journal.replay(streams, after, reader);
    }

    @Override
    public Optional<Marked> mark(String name) {
        return journal.mark(name);
    }

    @Override
    public void forget(Set<String> streams, long upTo) {
        journal.forget(streams, upTo);
    }

    @Override
    public void close() {
        journal.close();
    }
}
