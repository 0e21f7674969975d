package io.citytwin.examples.milan.report;

import java.time.LocalDate;

/**
 * Directives of one day that were alike. Immutable.
 *
 * @param day on which they were issued
 * @param type of the asset, such as {@code LampPost}
 * @param property that is desired
 * @param value that is desired
 * @param provision that claims, or that claimed last
 * @param kind such as {@code CLAIM}
 * @param issued how many
 * @param acknowledged how many devices took them
 * @param raised how many were given up and raised as an alert
 */
public record DirectiveTally(
        LocalDate day,
        String type,
        String property,
        String value,
        String provision,
        String kind,
        long issued,
        long acknowledged,
        long raised) {}
