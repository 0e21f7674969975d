package io.citytwin.adapter.ditto.internal.model;

import com.google.common.base.CaseFormat;
import io.citytwin.core.model.Actuator;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.ValueType;
import java.util.Locale;

/** Plain English out of names, units and marks: Javadoc is not there at run time. Safe for use by many threads. */
final class Sentences {

    private Sentences() {}

    /** Such as {@code Rated power}. */
    static String title(String name) {
        String words = words(name);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String own(AssetType type) {
        return "What the city itself knows of " + a(type) + ".";
    }

    static String state(AssetType type) {
        return type.actuators().isEmpty()
                ? "What is reported of " + a(type) + "."
                : "What is reported of " + a(type) + ", and what it can be asked to take.";
    }

    static String beside(String title) {
        return switch (title) {
            case "Observed" -> "When and by whom each value was observed, and how far it can be trusted.";
            case "Directive" -> "Why the city asks for what it desires; it stands beside the desired values.";
            case "Answered" -> "What the device said to directives, if it does not reply to messages.";
            default -> throw new IllegalArgumentException(title);
        };
    }

    static String property(AssetType type, String property, ValueType held) {
        StringBuilder text =
                new StringBuilder(title(property)).append(kind(held)).append('.');
        Actuator actuator = type.actuators().get(property);
        if (actuator != null) {
            text.append(" The city can ask for it; at rest it is ").append(actuator.resting());
            text.append(", and without contact ").append(actuator.safe()).append('.');
        } else if (type.reported().contains(property)) {
            text.append(" Devices report it.");
        }
        if (type.within().contains(property)) {
            text.append(" It says where the twin is.");
        }
        if (type.personal().contains(property)) {
            text.append(" It tells of a person or a household: only operators see it.");
        }
        return text.toString();
    }

    private static String kind(ValueType held) {
        if (held instanceof ValueType.Number number) {
            return number.unit() == Unit.ONE ? ", a number" : " in " + number.unit();
        } else if (held instanceof ValueType.YesNo) {
            return ", yes or no";
        } else if (held instanceof ValueType.Names names) {
            return names.ordered() ? ", one of an ordered list" : ", one of a list";
        } else if (held instanceof ValueType.Relation relation) {
            return ", the id of " + article(words(relation.assetType()));
        } else if (held instanceof ValueType.Point) {
            return ", a point in degrees, longitude first";
        } else if (held instanceof ValueType.Ground) {
            return ", polygons in degrees, longitude first";
        }
        return ", a text";
    }

    private static String a(AssetType type) {
        return article(words(type.name()));
    }

    private static String article(String words) {
        return ("aeiou".indexOf(words.charAt(0)) >= 0 ? "an " : "a ") + words;
    }

    private static String words(String name) {
        String start = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        return CaseFormat.LOWER_CAMEL.to(CaseFormat.LOWER_UNDERSCORE, start).replace('_', ' ');
    }
}
