package io.citytwin.adapter.dittoembedded.internal.twin;

/**
 * What Things may cost. Immutable.
 *
 * @param thingBytes how long the JSON of one Thing may be
 * @param depth how deep JSON may be nested
 * @param things how many there may be
 */
public record Limits(int thingBytes, int depth, int things) {

    /** As a Ditto has them, and a number of Things that fits a small site. */
    public static final Limits USUAL = new Limits(100 * 1024, 50, 100_000);
}
