package io.citytwin.adapter.mqtt.internal.link;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One attempt to connect, and the connection if it succeeds. Safe for use by many threads. */
interface Wire {

    /** What becomes of it. Safe for use by many threads. */
    interface Fate {

        /**
         * It is up.
         *
         * @param refused filters that the broker lets nobody hear
         */
        void up(List<String> refused);

        /**
         * It is down, or never came up.
         *
         * @param cause why
         */
        void down(Throwable cause);

        /**
         * A message came in.
         *
         * @param message to be settled
         */
        void heard(Incoming message);
    }

    /** Tries it. */
    void connect();

    /**
     * Sends a message.
     *
     * @param message with quality of service 1
     * @return whether somebody listens, as far as the broker tells; fails if the broker does not take it
     */
    CompletableFuture<Boolean> send(Outgoing message);

    /**
     * Ends it.
     *
     * @return when it has ended
     */
    CompletableFuture<Void> disconnect();
}
