package io.citytwin.adapter.ocpp.internal.dialect;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes moments as all stations read them. Safe for use by many threads. */
final class Times {

    private Times() {}

    /** Whole seconds: some stations stumble over more. */
    static String text(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
