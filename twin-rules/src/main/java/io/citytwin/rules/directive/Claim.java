package io.citytwin.rules.directive;

import io.citytwin.core.model.Value;
import java.util.Optional;

/**
 * What somebody wants of an actuator, and by what right, as plain data: it can be written down and read again without the
 * law that it came from. Immutable.
 *
 * @param provision id of the provision, such as {@code xx.area.smog/heating}; {@link #PERSON} for an override
 * @param title what the provision is called; the reason for an override
 * @param kind how the value is meant
 * @param value what is wanted, in the actuator's unit
 * @param reason why, one sentence in the governor's language
 * @param authority who made the provision; empty for an override
 * @param person who answers for an override; empty for a provision
 */
public record Claim(
        String provision,
        String title,
        Kind kind,
        Value value,
        String reason,
        Optional<Authority> authority,
        Optional<String> person) {

    /** What stands where a provision would, when a person overrides all of them. */
    public static final String PERSON = "override";

    /** How the value of a claim is meant. */
    public enum Kind {
        /** A person wants this value in an emergency, whatever provisions say. */
        OVERRIDE,
        /** This value. */
        SET,
        /** This value or less. */
        AT_MOST,
        /** This value or more, whoever wins and also at rest. */
        AT_LEAST,
        /** This value or less, as its part of a budget. */
        SHARE;

        /**
         * Whether it is a ceiling.
         *
         * @return true for a limit and for a share
         */
        public boolean isLimit() {
            return this == AT_MOST || this == SHARE;
        }
    }

    /**
     * Who made a provision. Immutable.
     *
     * @param name such as {@code Region of Northland}
     * @param rank larger beats smaller: 1 operator, 2 municipality, 3 province, 4 region, 5 state, 6 union
     */
    public record Authority(String name, int rank) {}

    /**
     * What a person wants.
     *
     * @param value what the device should take
     * @param person who answers for it
     * @param reason why, one sentence
     * @return a claim that beats every provision's
     */
    static Claim override(Value value, String person, String reason) {
        return new Claim(PERSON, reason, Kind.OVERRIDE, value, reason, Optional.empty(), Optional.of(person));
    }

    /**
     * A part of what this claim allows a budget.
     *
     * @param most how much
     * @param why one sentence
     * @return a claim by the same right
     */
    Claim share(Value most, String why) {
        return new Claim(provision, title, Kind.SHARE, most, why, authority, person);
    }
}
