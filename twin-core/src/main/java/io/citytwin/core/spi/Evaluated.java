package io.citytwin.core.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * When a provision was looked at last. Immutable.
 *
 * @param provision its id
 * @param input when something that it reads reached the city last; empty if nothing did
 * @param evaluated the last step's end at which it was evaluated; empty if it never was
 */
public record Evaluated(String provision, Optional<Instant> input, Optional<Instant> evaluated) {}
