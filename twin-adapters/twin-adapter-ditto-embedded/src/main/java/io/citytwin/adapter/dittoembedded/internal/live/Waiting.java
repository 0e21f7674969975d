package io.citytwin.adapter.dittoembedded.internal.live;

import java.util.concurrent.ScheduledFuture;
import org.eclipse.ditto.things.model.ThingId;
import org.jspecify.annotations.Nullable;

/** A command or message that waits for answers. Safe for use by many threads. */
abstract class Waiting {

    private final Key key;
    private final String session;
    private @Nullable ScheduledFuture<?> alarm;
    private boolean over;

    Waiting(Key key, String session) {
        this.key = key;
        this.session = session;
    }

    final Key key() {
        return key;
    }

    final String session() {
        return session;
    }

    /** Answers with what there is. */
    abstract void timedOut();

    /** Ends the waiting without an answer. */
    abstract void abandon();

    final synchronized void alarm(ScheduledFuture<?> wakes) {
        if (over) {
            wakes.cancel(false);
        } else {
            alarm = wakes;
        }
    }

    final synchronized void silence() {
        over = true;
        if (alarm != null) {
            alarm.cancel(false);
        }
    }

    /** What answers name: the Thing and the correlation id. Immutable. */
    record Key(ThingId thing, String correlation) {}
}
