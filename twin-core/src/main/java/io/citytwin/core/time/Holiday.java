package io.citytwin.core.time;

import java.time.LocalDate;

/**
 * A public holiday. Immutable.
 *
 * @param date the civil day
 * @param name what it celebrates
 * @param recalled true if it is known from memory only: the act that made it a holiday was not read
 */
public record Holiday(LocalDate date, String name, boolean recalled) {}
