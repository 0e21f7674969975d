package io.citytwin.adapter.dittoembedded.internal.http;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Server-sent events, opened once. For one thread at a time. */
@FunctionalInterface
public interface EventStream {

    /**
     * Starts.
     *
     * @param data takes what each event says, from any thread, and does not block
     * @return ends it
     */
    Runnable open(Consumer<String> data);

    /**
     * Whether whoever listens may listen no longer, because the login is over.
     *
     * @return true if the stream is to be ended
     */
    default boolean over() {
        return false;
    }

    /**
     * The same, until something happens.
     *
     * @param over whether it has
     * @return ends then
     */
    default EventStream until(BooleanSupplier over) {
        EventStream same = this;
        return new EventStream() {
            @Override
            public Runnable open(Consumer<String> data) {
                return same.open(data);
            }

            @Override
            public boolean over() {
                return over.getAsBoolean();
            }
        };
    }
}
