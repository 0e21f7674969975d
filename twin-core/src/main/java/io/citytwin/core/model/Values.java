package io.citytwin.core.model;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;

/** Reads and checks values by the type of their property. Safe for use by many threads. */
public final class Values {

    private Values() {}

    /**
     * Reads a text as the type says.
     *
     * @param type of the property
     * @param text as files write it; numbers are in the type's unit
     * @return the value
     * @throws CityTwinException {@code C101}, {@code C103}, {@code C105} or {@code C112} if the text is no such value
     */
    public static Value read(ValueType type, String text) {
        if (type instanceof ValueType.Number number) {
            return Quantity.of(text, number.unit());
        } else if (type instanceof ValueType.YesNo) {
            return new Value.Flag(yesNo(text));
        } else if (type instanceof ValueType.Names names) {
            return new Value.Term(oneOf(names, text));
        } else if (type instanceof ValueType.Relation) {
            return new Value.Ref(TwinId.of(text));
        } else if (type instanceof ValueType.Point) {
            return Location.of(text);
        } else if (type instanceof ValueType.Ground) {
            throw new CityTwinException(
                    CoreError.GEOMETRY, "An outline cannot be read from one text.", "Maybe give it as GeoJSON.");
        } else {
            return new Value.Text(text);
        }
    }

    /**
     * Refuses a value that a property cannot hold.
     *
     * @param type of the property
     * @param property the property's name, for the message
     * @param value the value
     * @throws CityTwinException {@code C102} if the unit is another, {@code C105} if the kind or name is another
     */
    public static void check(ValueType type, String property, Value value) {
        if (type instanceof ValueType.Number number && value instanceof Quantity quantity) {
            if (quantity.unit() != number.unit()) {
                throw new CityTwinException(
                        CoreError.UNIT,
                        "`" + property + "` is in `" + number.unit() + "`, not in `" + quantity.unit() + "`.",
                        "Maybe convert the value where it enters; units are never guessed.");
            }
        } else if (type instanceof ValueType.Names names && value instanceof Value.Term term) {
            oneOf(names, term.name());
        } else if (!fits(type, value)) {
            throw new CityTwinException(
                    CoreError.TERM,
                    "`" + property + "` cannot hold `" + value + "`.",
                    "Maybe look at the property's type in its asset interface.");
        }
    }

    private static boolean fits(ValueType type, Value value) {
        return (type instanceof ValueType.YesNo && value instanceof Value.Flag)
                || (type instanceof ValueType.Words && value instanceof Value.Text)
                || (type instanceof ValueType.Relation && value instanceof Value.Ref)
                || (type instanceof ValueType.Point && value instanceof Location)
                || (type instanceof ValueType.Ground && value instanceof Outline);
    }

    private static boolean yesNo(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new CityTwinException(CoreError.TERM, "`" + text + "` is neither true nor false.", "Maybe `true`.");
        }
        return text.equals("true");
    }

    private static String oneOf(ValueType.Names names, String text) {
        if (!names.names().contains(text)) {
            throw new CityTwinException(
                    CoreError.TERM,
                    "`" + text + "` is not a `" + names.list() + "`.",
                    "Maybe one of " + String.join(", ", names.names()) + ".");
        }
        return text;
    }
}
