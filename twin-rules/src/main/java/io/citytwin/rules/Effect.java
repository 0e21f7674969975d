package io.citytwin.rules;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Value;
import java.util.Optional;
import java.util.SortedSet;

/** What a finding does. Immutable. */
public sealed interface Effect {

    /**
     * An act is forbidden.
     *
     * @param act the act's name
     */
    record Ban(String act) implements Effect {}

    /**
     * Bans and fees do not hold for this twin.
     *
     * @param act the act's name
     * @param lifts the provisions whose bans or fees are lifted; no others are
     * @param spends the counter or budget that using it spends
     */
    record Exemption(String act, SortedSet<String> lifts, Optional<String> spends) implements Effect {}

    /**
     * A property may not exceed a limit.
     *
     * @param property the property's name
     * @param most the limit, in the property's unit
     * @param tolerance how far above it is still within the law
     */
    record Limit(String property, Quantity most, Optional<Quantity> tolerance) implements Effect {}

    /**
     * A property comes to a number, worked out from what is known.
     *
     * @param property the property's name
     * @param amount the number, rounded half up to three decimals, in the property's unit
     */
    record Figure(String property, Quantity amount) implements Effect {}

    /**
     * A flag must be yes.
     *
     * @param property the property's name
     */
    record Duty(String property) implements Effect {}

    /**
     * A fee is due.
     *
     * @param act the act's name
     * @param fee in EUR
     * @param spends the counter that owing it spends, such as one of the entries of a day
     */
    record Fee(String act, Quantity fee, Optional<String> spends) implements Effect {}

    /**
     * A device should take a value.
     *
     * @param property the actuator's property
     * @param value what it should take
     */
    record Claim(String property, Value value) implements Effect {}

    /**
     * A device should never take less, whoever asks for it and also while nothing does.
     *
     * @param property the actuator's property
     * @param least the floor, in the property's unit
     */
    record Floor(String property, Quantity least) implements Effect {}

    /**
     * A level should change.
     *
     * @param level the level's name
     * @param state the state it should have at least, or the lowest when it should end
     */
    record Target(String level, String state) implements Effect {}
}
