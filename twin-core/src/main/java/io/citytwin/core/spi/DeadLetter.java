package io.citytwin.core.spi;

import java.time.Instant;

/**
 * Something that came in and could not be used. Kept and counted, never lost. Immutable.
 *
 * @param source who sent it, such as an adapter's name
 * @param code of the error
 * @param reason one sentence with the values
 * @param text as it came
 * @param at when it came
 */
public record DeadLetter(String source, String code, String reason, String text, Instant at) {}
