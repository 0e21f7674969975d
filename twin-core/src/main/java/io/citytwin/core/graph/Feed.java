package io.citytwin.core.graph;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners what changed. One writer tells at a time; anyone may come and go. Safe for use by many threads. */
final class Feed {

    private static final Logger LOG = LoggerFactory.getLogger(TwinGraph.class);

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    TwinGraph.Subscription subscribe(Consumer<Change> consumer) {
        Listener listener = new Listener(consumer);
        listeners.add(listener);
        return () -> {
            listener.open = false;
            listeners.remove(listener);
        };
    }

    /** Tells each change to all before the next one. */
    void tell(List<Change> changes) {
        for (Change change : changes) {
            listeners.forEach(listener -> listener.tell(change));
        }
    }

    /** Its own class, so that the same consumer can listen twice. */
    private static final class Listener {
        private final Consumer<Change> consumer;
        private volatile boolean open = true;

        private Listener(Consumer<Change> consumer) {
            this.consumer = consumer;
        }

        private void tell(Change change) {
            if (!open) {
                return;
            }
            try {
                consumer.accept(change);
            } catch (RuntimeException | Error broken) {
                // What has changed has changed: neither the writer nor the others can do anything about it.
                LOG.error("A listener failed on change {} of {}.", change.number(), change.twin(), broken);
            }
        }
    }
}
