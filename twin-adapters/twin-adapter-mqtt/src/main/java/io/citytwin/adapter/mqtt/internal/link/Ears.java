package io.citytwin.adapter.mqtt.internal.link;

/** Hears what comes over a line. Safe for use by many threads. */
public interface Ears {

    /** The line is up, and all topics are subscribed to. */
    void connected();

    /**
     * A message came in; one at a time.
     *
     * @param message to be settled once it is kept
     */
    void heard(Incoming message);
}
