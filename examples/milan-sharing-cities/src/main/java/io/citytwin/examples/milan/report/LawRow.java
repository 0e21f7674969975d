package io.citytwin.examples.milan.report;

/**
 * A value of law with its dates and its source, as text. Immutable.
 *
 * @param parameter its name
 * @param value with unit
 * @param from first day
 * @param to last day, or that it lasts
 * @param published the day, or that it was not read
 * @param source the act
 * @param confidence how it was read
 * @param doubtful whether a reader must check it before use
 */
public record LawRow(
        String parameter,
        String value,
        String from,
        String to,
        String published,
        String source,
        String confidence,
        boolean doubtful) {}
