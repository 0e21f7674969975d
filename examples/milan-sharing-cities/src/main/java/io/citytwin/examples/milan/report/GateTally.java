package io.citytwin.examples.milan.report;

/**
 * Passages through a gate that were decided alike. Immutable.
 *
 * @param gate name of the gate
 * @param label what people call it
 * @param zone code of the zone that it leads to
 * @param outcome such as {@code FORBIDDEN}
 * @param reason provision and its title, or that no provision applies
 * @param passages how many
 */
public record GateTally(String gate, String label, String zone, String outcome, String reason, long passages) {}
