package io.citytwin.core.signal;

import java.time.Instant;
import java.util.Optional;

/**
 * What a device says to a directive. Immutable.
 *
 * @param directive id of the directive
 * @param refused why the device does not do it; empty if it does
 * @param at when the device said so
 */
public record Acknowledgement(String directive, Optional<String> refused, Instant at) {}
