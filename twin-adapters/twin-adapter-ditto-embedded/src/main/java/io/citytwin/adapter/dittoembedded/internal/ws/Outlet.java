package io.citytwin.adapter.dittoembedded.internal.ws;

/** The way back to a client. Safe for use by many threads. */
public interface Outlet {

    /**
     * Sends one text frame. It never blocks: a client that does not read in time is closed by the outlet when its bounded
     * queue is full.
     *
     * @param frame text
     */
    void send(String frame);

    /**
     * Closes the connection after what was sent.
     *
     * @param code as RFC 6455 numbers them
     * @param reason short
     */
    void close(int code, String reason);
}
