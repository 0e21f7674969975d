package io.citytwin.adapter.ditto.internal.link;

import java.util.ArrayDeque;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.Consumer;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.protocol.Adaptable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the listener what Ditto says; what nobody can read is left out with a warning, and a listener that fails does not
 * stop the link. Called on the link's thread only.
 */
final class Ears {

    private static final Logger LOG = LoggerFactory.getLogger(Ears.class);
    private static final int MOST_EARLY = 10_000;

    private final Link.Listener listener;
    private final Queue<Runnable> early = new ArrayDeque<>();
    private boolean connected;

    Ears(Link.Listener listener) {
        this.listener = listener;
    }

    void connected() {
        connected = true;
        guarded(listener::connected);
        early.forEach(Ears::guarded);
        early.clear();
    }

    void lost() {
        early.clear();
        if (connected) {
            connected = false;
            guarded(listener::lost);
        }
    }

    void event(Adaptable frame) {
        heard(frame, each -> listener.happened(Frames.event(each)));
    }

    void message(Adaptable frame) {
        // A reply that nobody waits for any more looks like a message but has a status.
        if (frame.getPayload().getHttpStatus().isEmpty()) {
            heard(frame, each -> listener.messaged(Frames.message(each)));
        }
    }

    // One subscription is confirmed before the other: what it brings waits for the word that the session is there.
    private void heard(Adaptable frame, Consumer<Adaptable> reader) {
        Runnable telling = () -> reader.accept(frame);
        if (connected) {
            guarded(telling);
        } else if (early.size() < MOST_EARLY) {
            early.add(telling);
        }
    }

    private static void guarded(Runnable telling) {
        try {
            telling.run();
        } catch (DittoRuntimeException | NoSuchElementException | IllegalArgumentException unreadable) {
            LOG.warn("A frame of Ditto could not be read and was left out: {}", Causes.of(unreadable));
        } catch (RuntimeException failure) {
            LOG.error("A listener failed; the link goes on.", failure);
        }
    }
}
