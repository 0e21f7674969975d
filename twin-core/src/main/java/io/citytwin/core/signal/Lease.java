package io.citytwin.core.signal;

import java.time.Instant;

/**
 * How long a device does what it was asked without hearing again; then it takes its safe value by itself. Renewing it is
 * sending the same directive with a later end. Immutable.
 *
 * @param until when it lapses
 */
public record Lease(Instant until) {}
