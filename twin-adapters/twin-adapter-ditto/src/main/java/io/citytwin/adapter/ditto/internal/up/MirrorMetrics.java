package io.citytwin.adapter.ditto.internal.up;

/**
 * What a mirror did since its start, and what it has to do. Immutable.
 *
 * @param offered patches taken
 * @param coalesced patches that joined one that waited
 * @param sent merges sent, each attempt counted
 * @param acknowledged merges that Ditto did
 * @param overtaken merges that were repeated and found something newer
 * @param refused merges given up
 * @param retried attempts that failed and were or will be repeated
 * @param waiting Things with a patch that waits
 * @param flying merges under way
 */
public record MirrorMetrics(
        long offered,
        long coalesced,
        long sent,
        long acknowledged,
        long overtaken,
        long refused,
        long retried,
        int waiting,
        int flying) {}
