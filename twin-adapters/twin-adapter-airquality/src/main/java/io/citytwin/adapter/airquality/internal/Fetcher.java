package io.citytwin.adapter.airquality.internal;

/** Asks one source for news. For one thread at a time, except {@link #stop}. */
interface Fetcher {

    /**
     * Asks.
     *
     * @param known the version that was read before
     * @return what is new since
     * @throws SourceFailure if the source says nothing that can be read
     * @throws InterruptedException if it should end
     */
    Fetched fetch(Fetched.Version known) throws SourceFailure, InterruptedException;

    /** Ends what is going on, from another thread. */
    default void stop() {
        // a file is read at once
    }
}
