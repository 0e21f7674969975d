package io.citytwin.adapter.dittoembedded;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How an endpoint is doing. Immutable.
 *
 * @param connections open now
 * @param sessions of them WebSockets
 * @param commands how many requests and frames were taken
 * @param refusals how many were refused, by error code such as {@code things:thing.notfound}
 */
public record EmbeddedHealth(int connections, int sessions, long commands, SortedMap<String, Long> refusals) {

    /** Copies the counts. */
    public EmbeddedHealth {
        refusals = Collections.unmodifiableSortedMap(new TreeMap<>(refusals));
    }
}
