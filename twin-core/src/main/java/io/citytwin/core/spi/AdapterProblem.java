package io.citytwin.core.spi;

import java.time.Instant;

/**
 * Something about an adapter or one of its sources that somebody has to look at, such as a broker that cannot be reached or
 * a station that fell silent. It becomes an alarm of the city for as long as the adapter tells it. Immutable.
 *
 * @param about what it is about, such as a broker's address or a twin's id; never a secret
 * @param since from when on
 * @param text one sentence with the values
 */
public record AdapterProblem(String about, Instant since, String text) {}
