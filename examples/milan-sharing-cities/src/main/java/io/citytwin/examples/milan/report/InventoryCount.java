package io.citytwin.examples.milan.report;

/**
 * How many twins of a type there are. Immutable.
 *
 * @param type such as {@code LampPost}
 * @param file that lists them, or what made them
 * @param count of twins
 * @param sum what is worth adding up over them, such as {@code 25000 m2}; may be blank
 */
public record InventoryCount(String type, String file, int count, String sum) {}
