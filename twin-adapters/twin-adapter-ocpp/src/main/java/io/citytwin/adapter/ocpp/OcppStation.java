package io.citytwin.adapter.ocpp;

import io.citytwin.core.model.TwinId;
import io.citytwin.core.privacy.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A station and its twins. Immutable.
 *
 * @param identity how the station calls itself in the path of its address
 * @param password if it has one of its own
 * @param twin the {@code ChargingStation}, whose power is told if the station has a main meter
 * @param plugs where one can charge
 */
public record OcppStation(String identity, Optional<Secret> password, Optional<TwinId> twin, List<OcppPlug> plugs) {

    /** Copies the list. */
    public OcppStation {
        plugs = List.copyOf(plugs);
    }

    /**
     * A station without any twin.
     *
     * @param identity how the station calls itself
     * @return a station
     */
    public static OcppStation of(String identity) {
        return new OcppStation(identity, Optional.empty(), Optional.empty(), List.of());
    }

    /**
     * The same station with a password of its own.
     *
     * @param own the password
     * @return a copy
     */
    public OcppStation password(Secret own) {
        return new OcppStation(identity, Optional.of(own), twin, plugs);
    }

    /**
     * The same station with its twin.
     *
     * @param station a {@code ChargingStation}
     * @return a copy
     */
    public OcppStation twin(String station) {
        return new OcppStation(identity, password, Optional.of(TwinId.of(station)), plugs);
    }

    /**
     * The same station with one more plug, whose cable is the first.
     *
     * @param number from 1
     * @param connector a {@code Connector}
     * @param evse an {@code Evse}
     * @return a copy
     */
    public OcppStation plug(int number, String connector, String evse) {
        return plug(new OcppPlug(number, 1, TwinId.of(connector), Optional.of(TwinId.of(evse))));
    }

    /**
     * The same station with one more plug.
     *
     * @param plug with its twins
     * @return a copy
     */
    public OcppStation plug(OcppPlug plug) {
        List<OcppPlug> more = new ArrayList<>(plugs);
        more.add(plug);
        return new OcppStation(identity, password, twin, more);
    }
}
