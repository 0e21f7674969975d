package io.citytwin.adapter.ocpp.internal.dialect;

import io.citytwin.adapter.ocpp.internal.rpc.OcppVersion;
import io.citytwin.core.privacy.Secret;
import java.util.Optional;

/** What one version of the protocol says, and how. Safe for use by many threads. */
public interface Dialect {

    /**
     * The dialect of a version.
     *
     * @param version which
     * @return its dialect
     */
    static Dialect of(OcppVersion version) {
        return version == OcppVersion.V16 ? Ocpp16.DIALECT : Ocpp201.DIALECT;
    }

    /**
     * What a station may ask.
     *
     * @param name the protocol's word
     * @return empty if that is not known here
     */
    Optional<Action> action(String name);

    /**
     * Sets a profile, or replaces the one with the same id.
     *
     * @param profile what holds
     * @return the request
     */
    Request setProfile(Profile profile);

    /**
     * Takes a profile away.
     *
     * @param id of the profile
     * @return the request
     */
    Request clearProfile(int id);

    /**
     * Begins a session.
     *
     * @param number of the plug
     * @param token who charges
     * @param id of this wish
     * @return the request
     */
    Request start(int number, Secret token, int id);

    /**
     * Ends a session.
     *
     * @param session its name
     * @return the request; empty if no session can have this name
     */
    Optional<Request> stop(String session);

    /**
     * Takes a plug into service or out of it.
     *
     * @param number of the plug; 0 for the station as a whole
     * @param operative whether it works
     * @return the request
     */
    Request availability(int number, boolean operative);

    /**
     * Asks for a message.
     *
     * @param message the protocol's word
     * @param number of the plug; 0 for the station as a whole
     * @return the request
     */
    Request trigger(String message, int number);

    /**
     * Starts the station anew.
     *
     * @param now whether at once, or when nobody charges
     * @return the request
     */
    Request reset(boolean now);
}
