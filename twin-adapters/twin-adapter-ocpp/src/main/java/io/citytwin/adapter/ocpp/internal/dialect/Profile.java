package io.citytwin.adapter.ocpp.internal.dialect;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * How much a plug may give. Immutable.
 *
 * @param number of the plug; 0 for the station as a whole
 * @param id the same for each renewal
 * @param level the higher one holds
 * @param from since when
 * @param until until when; empty for ever
 * @param limit how much
 * @param phases of a limit in A; empty for one in W
 */
public record Profile(
        int number,
        int id,
        int level,
        Instant from,
        Optional<Instant> until,
        BigDecimal limit,
        Optional<Integer> phases) {}
