package io.citytwin.adapter.dittoembedded.internal.net;

import java.util.concurrent.atomic.AtomicLong;

/** How much one connection may still ask now: a bucket that fills ten times a second. For one thread at a time. */
final class Rate {

    private static final int PER_SECOND = 10;

    private final int most;
    private final AtomicLong ticks;
    private long tokens;
    private long filled;

    Rate(int perSecond, AtomicLong ticks) {
        this.most = perSecond;
        this.ticks = ticks;
        this.tokens = (long) perSecond * PER_SECOND;
        this.filled = ticks.get();
    }

    /** Takes one if there is one. A token is ten parts, so that slow rates fill too. */
    boolean take() {
        long now = ticks.get();
        tokens = Math.min((long) most * PER_SECOND, tokens + (now - filled) * most);
        filled = now;
        if (tokens < PER_SECOND) {
            return false;
        }
        tokens -= PER_SECOND;
        return true;
    }
}
