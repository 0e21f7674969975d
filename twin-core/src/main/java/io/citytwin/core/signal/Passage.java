package io.citytwin.core.signal;

import io.citytwin.core.model.TwinId;
import java.time.Instant;

/**
 * A vehicle went through a gate. Settled once, under the law of its time. Immutable.
 *
 * @param id names the passage; the same id again is the same passage
 * @param vehicle who passed
 * @param gate where
 * @param at when
 */
public record Passage(String id, TwinId vehicle, TwinId gate, Instant at) {}
