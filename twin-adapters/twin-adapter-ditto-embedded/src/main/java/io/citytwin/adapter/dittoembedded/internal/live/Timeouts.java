package io.citytwin.adapter.dittoembedded.internal.live;

import java.time.Duration;
import org.eclipse.ditto.base.model.exceptions.TimeoutInvalidException;
import org.eclipse.ditto.base.model.headers.DittoHeaderDefinition;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.base.model.signals.commands.CommandHeaderInvalidException;

/** Reads the header {@code timeout}. */
final class Timeouts {

    private Timeouts() {}

    static Duration of(DittoHeaders headers, LiveLimits limits) {
        return headers.getTimeout().orElse(limits.timeout());
    }

    /** Refuses a time that is too long, or no time if an answer is wanted. */
    static void check(DittoHeaders headers, LiveLimits limits) {
        Duration timeout = of(headers, limits);
        if (timeout.isNegative() || timeout.compareTo(limits.longestTimeout()) > 0) {
            throw TimeoutInvalidException.newBuilder(timeout, limits.longestTimeout())
                    .dittoHeaders(headers)
                    .build();
        }
        if (timeout.isZero()
                && headers.isResponseRequired()
                && !headers.getAcknowledgementRequests().isEmpty()) {
            throw CommandHeaderInvalidException.newBuilder(DittoHeaderDefinition.TIMEOUT.getKey())
                    .message("The value of the header 'timeout' must not be zero if a response is required.")
                    .dittoHeaders(headers)
                    .build();
        }
    }
}
