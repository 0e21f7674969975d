package io.citytwin.adapter.ocpp.internal.net;

/** How many messages of one connection were read in this second. For one thread at a time. */
final class Rate {

    private final int most;
    private int taken;

    Rate(int most) {
        this.most = most;
    }

    /** Counts one; false if no more should be read before {@link #renew}. */
    boolean take() {
        taken++;
        return taken < most;
    }

    void renew() {
        taken = 0;
    }
}
