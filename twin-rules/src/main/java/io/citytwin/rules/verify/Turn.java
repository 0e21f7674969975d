package io.citytwin.rules.verify;

import java.time.Instant;

/**
 * When an answer changes by time alone, with data and levels as they are known now. Immutable.
 *
 * @param moment the nearest one with another answer, to the second
 * @param keeps the last moment on the way there that changes nothing yet
 * @param then what comes out at {@code moment}
 */
public record Turn(Instant moment, Instant keeps, Answer then) {

    /**
     * Whether it lies ahead.
     *
     * @return false for a moment before the one asked about
     */
    public boolean later() {
        return moment.isAfter(keeps);
    }
}
