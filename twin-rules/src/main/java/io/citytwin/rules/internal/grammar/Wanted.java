package io.citytwin.rules.internal.grammar;

import io.citytwin.core.model.Value;
import java.util.List;

/** What a device should take. Immutable. */
public sealed interface Wanted {

    /**
     * A number.
     *
     * @param sum in the property's unit
     */
    record Amount(List<Signed> sum) implements Wanted {}

    /**
     * The same value for every match.
     *
     * @param value yes or no, or a name
     */
    record Fixed(Value value) implements Wanted {}
}
