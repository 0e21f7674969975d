package io.citytwin.adapter.ocpp;

import io.citytwin.core.model.TwinId;
import java.util.Optional;

/**
 * A place of a station where one can charge, and its twins. Immutable.
 *
 * @param number from 1; what OCPP 1.6 calls a connector's id, and 2.0.1 the id of an EVSE
 * @param cable from 1; what OCPP 2.0.1 calls a connector's id; 1 in OCPP 1.6
 * @param connector the {@code Connector}, whose power and energy are told and whose output is commanded
 * @param evse the {@code Evse}, whose status is told
 */
public record OcppPlug(int number, int cable, TwinId connector, Optional<TwinId> evse) {}
