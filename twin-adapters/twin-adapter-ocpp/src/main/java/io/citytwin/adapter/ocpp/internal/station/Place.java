package io.citytwin.adapter.ocpp.internal.station;

import io.citytwin.adapter.ocpp.OcppPlug;

/**
 * Where a connector is in the protocol's words. Immutable.
 *
 * @param identity of its station
 * @param plug with its numbers
 */
public record Place(String identity, OcppPlug plug) {}
