package io.citytwin.rules.directive;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who won an actuator. Immutable.
 *
 * @param winner the claim that decides; a limit if it bounds what is set
 * @param value what the device is asked to take
 * @param losers all other claims, strongest first
 * @param raisedBy the floor that lifts the value above what the winner wants; empty if none does
 */
public record Award(Claim winner, Value value, List<Loser> losers, Optional<Claim> raisedBy) {

    /** Copies the list. */
    public Award {
        losers = List.copyOf(losers);
    }

    /**
     * All claims on the actuator.
     *
     * @return the winner, the floor that raises it, and the losers
     */
    public List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        claims.add(winner);
        raisedBy.ifPresent(claims::add);
        losers.forEach(loser -> claims.add(loser.claim()));
        return List.copyOf(claims);
    }

    /**
     * Limits that the value is above, since a floor, a person or law goes before them.
     *
     * @return strongest first; empty if all limits are kept
     */
    public List<Claim> exceeded() {
        return claims().stream()
                .filter(claim -> claim.kind().isLimit() && isBelow(claim.value(), value))
                .toList();
    }

    /** Whether both are numbers and the first one is lower. */
    static boolean isBelow(Value one, Value other) {
        return one instanceof Quantity less
                && other instanceof Quantity more
                && less.amount().compareTo(more.amount()) < 0;
    }

    /**
     * A claim that did not win. Immutable.
     *
     * @param claim what it wanted
     * @param reason why it lost
     */
    public record Loser(Claim claim, Reason reason) {}

    /** Why a claim lost; of the first six, in this order, the first one that tells two claims apart. */
    public enum Reason {
        /** Another limit is lower, or another floor higher. */
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
        /** It is a limit or a floor, and the value keeps it. */
        KEPT,
        /** A person overrides it. */
        OVERRIDDEN
    }
}
