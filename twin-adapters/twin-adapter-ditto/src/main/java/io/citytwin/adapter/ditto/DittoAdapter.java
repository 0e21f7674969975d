package io.citytwin.adapter.ditto;

/** Keeps a graph and a Ditto in step. Safe for use by many threads. */
public final class DittoAdapter {

    private DittoAdapter() {}
}
