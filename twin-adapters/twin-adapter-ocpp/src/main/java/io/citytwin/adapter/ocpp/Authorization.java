package io.citytwin.adapter.ocpp;

import io.citytwin.core.privacy.Secret;

/** Decides who may charge. Safe for use by many threads. */
@FunctionalInterface
public interface Authorization {

    /** Lets everybody charge. */
    Authorization EVERYBODY = (station, token) -> true;

    /**
     * Whether somebody may charge. Asked on a thread that serves many stations, so it answers from memory.
     *
     * @param station the identity of the station that asks
     * @param token what was held to it, such as the number of a card; the city never sees it
     * @return true if so
     */
    boolean allows(String station, Secret token);
}
