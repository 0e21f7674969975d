package io.citytwin.examples.milan.report;

import io.citytwin.core.model.Quantity;

/**
 * A number that somebody chose for this example; it is not law and nobody measured it. Immutable.
 *
 * @param name by which figures refer to it
 * @param value with its unit
 * @param label what it means and where it comes from
 */
public record Assumption(String name, Quantity value, String label) {}
