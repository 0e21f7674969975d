package io.citytwin.core.signal;

import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import java.time.Instant;

/**
 * What a device is asked to take, and by which provision. One cause makes one directive: the same id may be sent again,
 * and the device acts once. Immutable.
 *
 * @param id hash of actuator, provision and start of the cause
 * @param twin whose actuator
 * @param property the desired property
 * @param value what is desired
 * @param kind a claim, or the return to the resting value
 * @param cause why
 * @param issuedAt when it was decided
 */
public record Directive(
        String id, TwinId twin, String property, Value value, Kind kind, Cause cause, Instant issuedAt) {

    /** What a directive does. */
    public enum Kind {
        /** A provision claims the actuator. */
        CLAIM,
        /** Nothing claims the actuator any more: it rests. */
        REVERT
    }

    /**
     * Why a directive is issued. Immutable.
     *
     * @param provision id of the provision that claims, or that claimed last, such as {@code xx.area.smog/heating}
     * @param reason the provision's sentence, filled in
     * @param since when the cause began
     */
    public record Cause(String provision, String reason, Instant since) {}
}
