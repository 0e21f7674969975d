package io.citytwin.adapter.dittoembedded.internal.net;

import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import io.citytwin.adapter.dittoembedded.internal.ws.Outlet;
import java.util.Set;

/** Opens sessions of the Ditto protocol. Safe for use by many threads. */
@FunctionalInterface
public interface SessionFactory {

    /**
     * Opens a session.
     *
     * @param caller whose it is
     * @param declaredAcks labels that it will acknowledge
     * @param outlet the way back
     * @return the session
     */
    Session open(Caller caller, Set<String> declaredAcks, Outlet outlet);

    /** One session; its methods are called one after the other. For one thread at a time. */
    interface Session {

        /**
         * Takes a text frame.
         *
         * @param frame text
         */
        void receive(String frame);

        /** The connection has ended. */
        void closed();
    }
}
