package io.citytwin.adapter.ocpp.internal.station;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.TwinId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of twins with the identity and numbers of a station in them, there and back. Immutable. */
final class NamePattern {

    private static final Pattern PART = Pattern.compile("\\{(identity|number|cable)}");

    private final String template;
    private final Pattern reading;

    NamePattern(String template) {
        this.template = template;
        StringBuilder regex = new StringBuilder();
        Matcher part = PART.matcher(template);
        int end = 0;
        while (part.find()) {
            regex.append(Pattern.quote(template.substring(end, part.start())))
                    .append(part.group(1).equals("identity") ? "(?<identity>.{1,64})" : number(part.group(1)));
            end = part.end();
        }
        reading = Pattern.compile(
                regex.append(Pattern.quote(template.substring(end))).toString());
    }

    private static String number(String name) {
        return "(?<" + name + ">[1-9]\\d{0,3})";
    }

    /**
     * The numbers in a name. Immutable.
     *
     * @param identity of the station
     * @param number 0 if the template has none
     * @param cable 1 if the template has none
     */
    record Read(String identity, int number, int cable) {}

    Optional<Read> read(TwinId twin) {
        Matcher name = reading.matcher(twin.toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Read(name.group("identity"), group(name, "number", 0), group(name, "cable", 1)));
    }

    private int group(Matcher name, String part, int otherwise) {
        return template.contains("{" + part + "}") ? Integer.parseInt(name.group(part)) : otherwise;
    }

    /** Empty if no twin can be called so: an identity may hold signs that a twin's name may not. */
    Optional<TwinId> write(String identity, int number, int cable) {
        try {
            return Optional.of(TwinId.of(template.replace("{number}", Integer.toString(number))
                    .replace("{cable}", Integer.toString(cable))
                    .replace("{identity}", identity)));
        } catch (CityTwinException noName) {
            return Optional.empty();
        }
    }
}
