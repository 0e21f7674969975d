package io.citytwin.adapter.ocpp.internal.rpc;

/** A connection to a station. Safe for use by many threads. */
public interface Link {

    /**
     * The version that was agreed on.
     *
     * @return the version
     */
    OcppVersion version();

    /**
     * Sends a message, if the connection is still there.
     *
     * @param text one message
     */
    void send(String text);

    /** One message that came in is done with: the next may be read. */
    void done();

    /**
     * Ends the connection.
     *
     * @param code of the WebSocket's close
     * @param reason short
     */
    void close(int code, String reason);
}
