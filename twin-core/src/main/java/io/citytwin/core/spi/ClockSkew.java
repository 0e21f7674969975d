package io.citytwin.core.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a device's clock may be off before nobody believes when it measured. Immutable.
 *
 * @param ahead how far a time of measuring may lie in the future
 * @param behind how old a value may be when it comes in
 */
public record ClockSkew(Duration ahead, Duration behind) {

    /** Five minutes ahead, thirty days behind: devices that were cut off for some weeks still tell what they measured. */
    public static final ClockSkew USUAL = new ClockSkew(Duration.ofMinutes(5), Duration.ofDays(30));

    /**
     * Why a time cannot be believed.
     *
     * @param measuredAt as the device says
     * @param receivedAt as the city says
     * @return one sentence with both times; empty if it can be believed
     */
    public Optional<String> fault(Instant measuredAt, Instant receivedAt) {
        boolean early = measuredAt.isBefore(receivedAt.minus(behind));
        if (!early && !measuredAt.isAfter(receivedAt.plus(ahead))) {
            return Optional.empty();
        }
        return Optional.of("It was measured at `" + measuredAt + "`, which is more than `" + (early ? behind : ahead)
                + "` " + (early ? "before" : "after") + " it came in at `" + receivedAt + "`.");
    }
}
