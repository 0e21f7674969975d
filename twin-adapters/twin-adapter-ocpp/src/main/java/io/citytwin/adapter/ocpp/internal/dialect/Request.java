package io.citytwin.adapter.ocpp.internal.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a station is asked. Nobody writes into its payload. Immutable.
 *
 * @param action the protocol's word
 * @param payload with what
 */
public record Request(String action, ObjectNode payload) {}
