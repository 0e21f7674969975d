package io.citytwin.core.spi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A journal that lives as long as the process. It grows with each entry until {@link #forget}. Safe for use by many
 * threads.
 */
public final class MemoryJournal implements Journal {

    private final Map<String, Stream> streams = new HashMap<>();
    private final Map<String, Marked> marks = new HashMap<>();
    private long last;

    /** An empty journal. */
    public MemoryJournal() {}

    @Override
    public synchronized long append(List<Entry> batch, List<Mark> newest) {
        for (Entry entry : List.copyOf(batch)) {
            last++;
            streams.computeIfAbsent(entry.stream(), name -> new Stream()).add(new Numbered(last, entry));
        }
        newest.forEach(mark -> marks.put(mark.name(), new Marked(last, mark)));
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

    @Override
    public void replay(Set<String> names, long after, Consumer<Numbered> reader) {
        names.stream()
                .flatMap(name -> entries(name).stream())
                .filter(entry -> entry.number() > after)
                .sorted(Comparator.comparingLong(Numbered::number))
                .forEach(reader);
    }

    @Override
    public synchronized Optional<Marked> mark(String name) {
        return Optional.ofNullable(marks.get(name));
    }

    @Override
    public synchronized void forget(Set<String> names, long upTo) {
        names.forEach(name -> streams.computeIfPresent(name, (same, kept) -> kept.after(upTo)));
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

    /** There is nothing to let go of. */
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

        private Stream after(long number) {
            Stream rest = new Stream();
            all.stream().filter(entry -> entry.number() > number).forEach(rest::add);
            return rest;
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
