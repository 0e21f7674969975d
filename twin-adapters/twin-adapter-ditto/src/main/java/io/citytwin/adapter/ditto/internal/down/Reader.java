package io.citytwin.adapter.ditto.internal.down;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.adapter.ditto.internal.link.Answer;
import io.citytwin.adapter.ditto.internal.link.Web;
import io.citytwin.core.model.TwinId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads Things, all or some of them again, a bounded number at a time. Safe for use by many threads. */
public final class Reader implements AutoCloseable {

    /** What is read of a Thing. */
    public static final String FIELDS = "thingId,_revision,policyId,definition,attributes,features";

    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);
    private static final int WINDOW = 16;
    private static final long PAUSE_SECONDS = 1;

    private final Web web;
    private final Taker taker;
    private final ScheduledExecutorService worker;
    private final Set<TwinId> waiting = new LinkedHashSet<>();
    private final Set<TwinId> underway = new HashSet<>();

    /**
     * A reader with one thread, which waits for pages.
     *
     * @param web to read with
     * @param taker of what was read
     * @param name of the thread, after {@code citytwin-ditto-}
     */
    public Reader(Web web, Taker taker, String name) {
        this.web = web;
        this.taker = taker;
        worker = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "citytwin-ditto-" + name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Searches; goes on trying while Ditto does not answer.
     *
     * @param namespaces with commas between them; empty for all
     * @param fields to read
     * @param each takes a Thing
     * @param end called after the last one
     */
    public void search(String namespaces, String fields, Consumer<JsonNode> each, Runnable end) {
        submit(() -> {
            try {
                web.search("", namespaces, fields, each);
            } catch (RuntimeException lost) {
                LOG.warn("Ditto could not be read, and will be asked again: {}", lost.toString());
                later(() -> search(namespaces, fields, each, end));
                return;
            }
            end.run();
        });
    }

    /**
     * Reads a Thing once more; what is asked while it is being read leads to another reading.
     *
     * @param thing which
     */
    public void again(TwinId thing) {
        synchronized (this) {
            waiting.add(thing);
        }
        pump();
    }

    /**
     * Where a Thing is.
     *
     * @param thing which
     * @return encoded, below {@code /api/2}
     */
    public static String path(TwinId thing) {
        return "/things/"
                + URLEncoder.encode(thing.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Whether nothing is being read again.
     *
     * @return true if no Thing waits
     */
    public synchronized boolean idle() {
        return waiting.isEmpty() && underway.isEmpty();
    }

    /**
     * Runs work on the reader's thread.
     *
     * @param work may wait for Ditto
     */
    public void submit(Runnable work) {
        try {
            worker.execute(guarded(work));
        } catch (RejectedExecutionException closed) {
            LOG.debug("Nothing is read any more.");
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            waiting.clear();
        }
        worker.shutdownNow();
    }

    /**
     * Runs work on the reader's thread, a second from now.
     *
     * @param work is dropped if the reader is closed before
     */
    public void later(Runnable work) {
        try {
            var unused = worker.schedule(guarded(work), PAUSE_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("Nothing is read any more.");
        }
    }

    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException failure) {
                LOG.error("What was read could not be used.", failure);
            }
        };
    }

    private void pump() {
        for (TwinId thing = next(); thing != null; thing = next()) {
            TwinId read = thing;
            var unused = web.call("GET", path(read) + "?fields=" + FIELDS, Optional.empty(), Map.of())
                    .whenComplete((answer, lost) -> submit(() -> read(read, answer, lost)));
        }
    }

    private synchronized @Nullable TwinId next() {
        if (underway.size() >= WINDOW) {
            return null;
        }
        TwinId first = waiting.stream()
                .filter(thing -> !underway.contains(thing))
                .findFirst()
                .orElse(null);
        if (first != null) {
            waiting.remove(first);
            underway.add(first);
        }
        return first;
    }

    private void read(TwinId thing, @Nullable Answer answer, @Nullable Throwable lost) {
        synchronized (this) {
            underway.remove(thing);
        }
        try {
            if (lost != null || answer == null || answer.status() == 429 || answer.status() >= 500) {
                later(() -> again(thing));
            } else if (answer.done() && answer.value().isPresent()) {
                taker.read(thing, answer.value().get());
            } else {
                taker.gone(thing);
            }
        } finally {
            pump();
        }
    }

    /** Takes what was read. For one thread at a time. */
    public interface Taker {
        /**
         * A Thing as it is.
         *
         * @param thing which
         * @param json with {@link #FIELDS}
         */
        void read(TwinId thing, JsonNode json);

        /**
         * There is no such Thing, or it may not be read.
         *
         * @param thing which
         */
        void gone(TwinId thing);
    }
}
