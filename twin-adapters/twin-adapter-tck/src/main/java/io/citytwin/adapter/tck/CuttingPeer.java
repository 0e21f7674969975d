package io.citytwin.adapter.tck;

/** A peer that the adapter reaches, or that reaches the adapter, over a network. Safe for use by many threads. */
public interface CuttingPeer extends ReportingPeer {

    /** Ends all connections at once, as a broken cable does, and lets none come up. */
    void cut();

    /** Lets connections come up again. */
    void mend();

    /**
     * Whether a device keeps what it could not tell, or what nobody took over, and tells it again.
     *
     * @return true if nothing may be lost over a cut or a crash of the city
     */
    boolean tellsAgain();
}
