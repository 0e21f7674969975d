package io.citytwin.adapter.dittoembedded;

/** A Ditto-compatible endpoint over a graph and a journal. Safe for use by many threads. */
public final class EmbeddedDitto {

    private EmbeddedDitto() {}
}
