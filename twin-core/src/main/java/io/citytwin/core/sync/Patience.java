package io.citytwin.core.sync;

import java.time.Duration;
import java.time.Instant;

/**
 * How long devices are waited for. Immutable.
 *
 * @param first how long the first answer may take; it doubles with each further attempt
 * @param attempts how often a directive is sent before it is raised
 * @param lease how long a device does what it was asked without hearing again
 * @param settling how long a device may take until it reports what it said that it does
 */
record Patience(Duration first, int attempts, Duration lease, Duration settling) {

    static final Patience USUAL = new Patience(Duration.ofMinutes(1), 5, Duration.ofHours(1), Duration.ofHours(2));

    Duration after(int attempt) {
        return first.multipliedBy(1L << (attempt - 1));
    }

    Patience answering(Duration first, int attempts) {
        return new Patience(first, attempts, lease, settling);
    }

    Patience leasing(Duration length) {
        return new Patience(first, attempts, length, settling);
    }

    Patience settlingFor(Duration length) {
        return new Patience(first, attempts, lease, length);
    }

    /** The last attempt that was due by a moment, for a directive that was first due at another. */
    Attempt lastBy(Instant moment, Instant firstAt) {
        int number = 1;
        Instant at = firstAt;
        while (number < attempts && !at.plus(after(number)).isAfter(moment)) {
            at = at.plus(after(number));
            number++;
        }
        return new Attempt(number, at);
    }

    /**
     * One sending of a directive.
     *
     * @param number from 1
     * @param at when it was due
     */
    record Attempt(int number, Instant at) {}
}
