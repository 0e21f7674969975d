package io.citytwin.adapter.dittoembedded.internal.twin;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells events. A listener that fails harms neither the writer nor the others. Safe for use by many threads. */
final class Listeners {

    private static final Logger LOG = LoggerFactory.getLogger(Things.class);

    private final List<Listener> all = new CopyOnWriteArrayList<>();

    Things.Subscription add(Consumer<ThingEvent> consumer) {
        Listener listener = new Listener(consumer);
        all.add(listener);
        return () -> {
            listener.open = false;
            all.remove(listener);
        };
    }

    void tell(ThingEvent event) {
        all.forEach(listener -> listener.tell(event));
    }

    /** Its own class, so that the same consumer can listen twice. */
    private static final class Listener {
        private final Consumer<ThingEvent> consumer;
        private volatile boolean open = true;

        private Listener(Consumer<ThingEvent> consumer) {
            this.consumer = consumer;
        }

        private void tell(ThingEvent event) {
            if (!open) {
                return;
            }
            try {
                consumer.accept(event);
            } catch (RuntimeException | Error broken) {
                LOG.error("A listener failed on revision {} of {}.", event.revision(), event.thing(), broken);
            }
        }
    }
}
