package io.citytwin.examples.milan.city;

import io.citytwin.core.model.Twin;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The cities that come with the example, read once. */
public final class Bundled {

    public static final City MILANO = Cities.named("milano", Path.of(""));
    public static final City TORINO = Cities.named("torino", Path.of(""));

    private Bundled() {}

    static String text(Twin twin, String property) {
        return twin.value(property).map(Object::toString).orElse("");
    }

    static List<Twin> where(City city, String type, String property, String value) {
        return city.all(type).stream()
                .filter(twin -> text(twin, property).equals(value))
                .toList();
    }

    static int sum(List<Twin> twins, String property) {
        return twins.stream()
                .map(twin -> text(twin, property))
                .mapToInt(text -> Integer.parseInt(text.split(" ")[0]))
                .sum();
    }

    static Optional<String> label(Twin twin) {
        return twin.value("label").map(Object::toString);
    }
}
