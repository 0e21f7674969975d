package io.citytwin.examples.benchmark.drools;

/**
 * Something that the law says of a twin. Immutable.
 *
 * @param twin its number
 * @param effect what it says, see {@link Effects}
 */
public record Finding(int twin, int effect) {}
