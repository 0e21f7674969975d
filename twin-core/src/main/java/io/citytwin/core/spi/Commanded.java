package io.citytwin.core.spi;

import io.citytwin.core.signal.Directive;
import java.time.Instant;
import java.util.Optional;

/**
 * What an adapter was asked before, so that it can go on after a restart. Immutable.
 *
 * @param directive as it was issued
 * @param doneAt when it said that the device does it; empty if it did not say so
 */
public record Commanded(Directive directive, Optional<Instant> doneAt) {}
