package io.citytwin.adapter.ditto.internal.up;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what a mirror does. Safe for use by many threads. */
final class Tally {

    final AtomicLong offered = new AtomicLong();
    final AtomicLong coalesced = new AtomicLong();
    final AtomicLong sent = new AtomicLong();
    final AtomicLong acknowledged = new AtomicLong();
    final AtomicLong overtaken = new AtomicLong();
    final AtomicLong refused = new AtomicLong();
    final AtomicLong retried = new AtomicLong();

    MirrorMetrics metrics(Outgoing outgoing) {
        return new MirrorMetrics(
                offered.get(),
                coalesced.get(),
                sent.get(),
                acknowledged.get(),
                overtaken.get(),
                refused.get(),
                retried.get(),
                outgoing.waiting(),
                outgoing.flying());
    }
}
