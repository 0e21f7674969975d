package io.citytwin.adapter.ocpp;

import io.citytwin.core.privacy.Secret;
import java.util.Optional;

/** Knows the passwords of stations. Safe for use by many threads. */
@FunctionalInterface
public interface StationPasswords {

    /**
     * The password of a station. Asked on a thread that serves many stations, so it answers from memory.
     *
     * @param station its identity
     * @return empty if it has none and is not let in
     */
    Optional<Secret> of(String station);
}
