package io.citytwin.core.spi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A journal that lives as long as the process. It never forgets, so it grows with each entry. Safe for use by many
 * threads.
 */
public final class MemoryJournal implements Journal {

    private final Map<String, Stream> streams = new HashMap<>();
    private long last;

    /** An empty journal. */
    public MemoryJournal() {}

    @Override
    public synchronized long append(List<Entry> batch) {
        for (Entry entry : List.copyOf(batch)) {
            last++;
            streams.computeIfAbsent(entry.stream(), name -> new Stream()).add(new Numbered(last, entry));
        }
        return last;
    }

    @Override
    public void replay(String stream, long after, Consumer<Numbered> reader) {
        entries(stream).stream().filter(entry -> entry.number() > after).forEach(reader);
    }

    @Override
    public void replay(String stream, String key, Consumer<Numbered> reader) {
        entries(stream, key).forEach(reader);
    }

    // Copies, so that a reader may take its time, and append.
    private synchronized List<Numbered> entries(String stream) {
        Stream kept = streams.get(stream);
        return kept == null ? List.of() : List.copyOf(kept.all);
    }

    private synchronized List<Numbered> entries(String stream, String key) {
        Stream kept = streams.get(stream);
        return kept == null ? List.of() : List.copyOf(kept.of(key));
    }

    /** Forgets nothing: there is nothing to let go of. */
    @Override
    public void close() {}

    /** The entries of one stream, and those of each key again as soon as somebody asks for a key. */
    private static final class Stream {
        private final List<Numbered> all = new ArrayList<>();
        private final Map<String, List<Numbered>> byKey = new HashMap<>();
        private int sorted;

        private void add(Numbered entry) {
            all.add(entry);
        }

        /** Most entries are written and never asked for by their key, so sorting them waits until somebody does. */
        private List<Numbered> of(String key) {
            for (; sorted < all.size(); sorted++) {
                Numbered entry = all.get(sorted);
                byKey.computeIfAbsent(entry.entry().key(), fresh -> new ArrayList<>(1))
                        .add(entry);
            }
            return byKey.getOrDefault(key, List.of());
        }
    }
}
