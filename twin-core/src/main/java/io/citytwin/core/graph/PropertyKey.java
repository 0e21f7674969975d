package io.citytwin.core.graph;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.error.NearestName;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.ValueType;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a property as headers write it, with the unit of a number: {@code ratedPower [W]}. Immutable. */
final class PropertyKey {

    private static final Pattern WITH_UNIT = Pattern.compile("([^\\[]*?)\\s*+\\[(.*)]");

    private PropertyKey() {}

    /** The property that a key names; throws C102, C104 or C112 if it names none. */
    static String property(AssetType type, String key) {
        Matcher matcher = WITH_UNIT.matcher(key);
        boolean hasUnit = matcher.matches();
        String name = hasUnit ? matcher.group(1) : key;
        ValueType held = type.properties().get(name);
        if (held == null) {
            throw unknown(type, name);
        } else if (held instanceof ValueType.Point || held instanceof ValueType.Ground) {
            throw new CityTwinException(
                    CoreError.GEOMETRY,
                    "`" + name + "` does not fit into one cell.",
                    "Maybe use the columns `longitude` and `latitude`, or the geometry of GeoJSON.");
        } else if (held instanceof ValueType.Number number) {
            checkUnit(name, number.unit(), hasUnit ? matcher.group(2).strip() : "");
        } else if (hasUnit) {
            throw new CityTwinException(CoreError.UNIT, "`" + name + "` is no number.", "Maybe `" + name + "`.");
        }
        return name;
    }

    /** A property's key, as it should be written. */
    private static String key(AssetType type, String property) {
        ValueType held = type.properties().get(property);
        return held instanceof ValueType.Number number ? property + " [" + number.unit() + "]" : property;
    }

    private static CityTwinException unknown(AssetType type, String name) {
        SortedSet<String> names = new TreeSet<>(type.properties().keySet());
        names.add("id");
        String advice = NearestName.to(name, names)
                .map(near -> "Maybe `" + key(type, near) + "`.")
                .orElse("Maybe one of " + String.join(", ", names) + ".");
        return new CityTwinException(
                CoreError.PROPERTY, "`" + type.name() + "` has no property `" + name + "`.", advice);
    }

    private static void checkUnit(String name, Unit unit, String written) {
        if (!unit.symbol().equals(written)) {
            throw new CityTwinException(
                    CoreError.UNIT,
                    written.isEmpty()
                            ? "`" + name + "` stands without its unit."
                            : "`" + name + "` is in `" + unit + "`, not in `" + written + "`.",
                    "Maybe `" + name + " [" + unit + "]`; units are never guessed and never converted.");
        }
    }
}
