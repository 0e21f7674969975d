package io.citytwin.adapter.airquality.internal;

import io.citytwin.adapter.airquality.AirError;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.TwinId;

/** The ids of stations' twins, made from their codes. Immutable. */
public final class StationIds {

    private static final String STATION = "{station}";

    private final String before;
    private final String after;

    /** Ids of a form such as {@code it.milano:air-{station}}. */
    public StationIds(String template) {
        int at = template.indexOf(STATION);
        before = template.substring(0, at);
        after = template.substring(at + STATION.length());
    }

    /** The id of a station's twin; throws A108 if its code cannot name one. */
    public TwinId of(String code) {
        try {
            if (!code.isEmpty()) {
                return TwinId.of(before + code + after);
            }
        } catch (CityTwinException none) {
            // refused below like an empty code
        }
        throw new CityTwinException(
                AirError.STATION, "`" + code + "` cannot name a station.", "Maybe the column is another one.");
    }

    /** Whether an id has this form. */
    public boolean matches(TwinId id) {
        String text = id.toString();
        return text.length() > before.length() + after.length() && text.startsWith(before) && text.endsWith(after);
    }
}
