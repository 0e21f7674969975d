package io.citytwin.adapter.ocpp.internal.dialect;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One number of a meter. Immutable.
 *
 * @param measurand what it measures, such as {@code Power.Active.Import}
 * @param phase which phase; empty for all of them
 * @param unit as the station writes it; empty if it does not
 * @param amount the number
 */
public record Sample(String measurand, Optional<String> phase, Optional<String> unit, BigDecimal amount) {}
