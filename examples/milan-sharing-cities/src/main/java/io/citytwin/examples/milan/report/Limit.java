package io.citytwin.examples.milan.report;

import java.math.BigDecimal;

/**
 * A limit of the daily mean. Immutable.
 *
 * @param period days on which it is in force, within the report
 * @param value a mean above it counts
 * @param label value with unit and source
 */
public record Limit(Period period, BigDecimal value, String label) {}
