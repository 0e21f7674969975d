package io.citytwin.examples.milan.report;

import io.citytwin.core.text.Markup;
import java.util.List;
import java.util.Locale;

/** How an asset is drawn on a map: types differ in form as well as in colour. Immutable. */
enum Mark {
    LAMP("LampPost", "M-1.6 0a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0Z"),
    BAY("ParkingBay", "M-2-2h4v4h-4Z"),
    CHARGER("ChargingStation", "M0-6L5 1H1L2 6L-5-1H-1Z"),
    STATION("BikeStation", "M0-6L6 0L0 6L-6 0Z"),
    BUILDING("Building", "M-5 5V-1L0-6L5-1V5Z"),
    PARK("CarPark", "M-6-6H6V6H-6ZM-2 4V-4H1A2.4 2.4 0 0 1 1 1H-2"),
    GATE("Gate", "M0-6L5 4H-5Z"),
    AIR("AirStation", "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0ZM-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0Z"),
    OTHER("", "M-3 0H3M0-3V3");

    /** What is drawn later lies on top. */
    static final List<String> SITE = List.of(
            "LampPost", "ParkingBay", "Building", "CarPark", "AirStation", "Gate", "BikeStation", "ChargingStation");

    private final String type;
    private final String path;

    Mark(String type, String path) {
        this.type = type;
        this.path = path;
    }

    static Mark of(String type) {
        for (Mark mark : values()) {
            if (mark.type.equals(type)) {
                return mark;
            }
        }
        return OTHER;
    }

    void draw(Markup out, double x, double y, String title) {
        out.titled(
                "path",
                title,
                "class",
                "mark " + name().toLowerCase(Locale.ROOT),
                "transform",
                "translate(" + MapFrame.at(x) + " " + MapFrame.at(y) + ")",
                "d",
                path);
    }
}
