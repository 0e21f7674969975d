package io.citytwin.rules.directive;

import io.citytwin.core.model.Value;
import io.citytwin.rules.Finding;
import java.util.List;

/**
 * Who won an actuator. Immutable.
 *
 * @param winner the claim that decides
 * @param value what the device is asked to take
 * @param losers all other claims, strongest first
 */
public record Award(Finding winner, Value value, List<Loser> losers) {

    /** Copies the list. */
    public Award {
        losers = List.copyOf(losers);
    }

    /**
     * A claim that did not win. Immutable.
     *
     * @param claim what it wanted
     * @param reason why it lost
     */
    public record Loser(Finding claim, Reason reason) {}

    /** Why a claim lost; of the first six, in this order, the first one that tells two claims apart. */
    public enum Reason {
        /** Another limit is lower. */
        LESS_STRICT,
        /** Another claim is made by a higher authority. */
        LOWER_RANK,
        /** Another claim is made for a smaller area. */
        WIDER_AREA,
        /** Another provision is younger. */
        EARLIER_DATE,
        /** Another provision has a higher declared priority. */
        LOWER_PRIORITY,
        /** Only the order of names and values tells the claims apart. */
        LATER_NAME,
        /** It sets more than a limit allows: the limit decides. */
        BEYOND_LIMIT,
        /** It is a limit, and what was set keeps it. */
        KEPT
    }
}
