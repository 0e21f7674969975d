package io.citytwin.core.model;

import java.util.List;

/** What a property can hold. Immutable. */
public sealed interface ValueType {

    /**
     * An exact decimal number. Immutable.
     *
     * @param unit the only unit that is accepted
     */
    @SuppressWarnings("JavaLangClash") // always written ValueType.Number, as one reads it aloud
    record Number(Unit unit) implements ValueType {}

    /** Yes or no. Immutable. */
    record YesNo() implements ValueType {}

    /**
     * One of a closed list of names. Immutable.
     *
     * @param list what rules call the list, such as {@code Fuel}
     * @param names the names, in their declared order
     * @param ordered whether less and more make sense
     */
    record Names(String list, List<String> names, boolean ordered) implements ValueType {

        /** Copies the names. */
        public Names {
            names = List.copyOf(names);
        }
    }

    /** Words that rules cannot compare. Immutable. */
    record Words() implements ValueType {}

    /**
     * Another twin. Immutable.
     *
     * @param assetType name of its asset type
     */
    record Relation(String assetType) implements ValueType {}

    /** A point on the earth. Immutable. */
    record Point() implements ValueType {}

    /** The ground that something covers. Immutable. */
    record Ground() implements ValueType {}
}
