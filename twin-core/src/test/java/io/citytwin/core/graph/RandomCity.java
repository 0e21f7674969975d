package io.citytwin.core.graph;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Outline;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Things that happen in a small city, drawn by a seeded die. Many are refused, as they should be. */
final class RandomCity {

    static final AssetTypes TYPES = AssetTypes.builtIn();
    static final List<String> NAMES = List.of(
            "Municipality",
            "Zone",
            "District",
            "Gate",
            "LampPost",
            "Vehicle",
            "ChargingStation",
            "Evse",
            "Connector",
            "BikeStation",
            "Bike");
    private static final int EACH = 5;
    private static final int SPAN = 24;

    private final Random die;

    RandomCity(long seed) {
        die = new Random(seed);
    }

    /** Something that happens. */
    interface Deed {
        void on(TwinGraph graph);

        /** Whether the graph took it. */
        default boolean tried(TwinGraph graph) {
            try {
                on(graph);
                return true;
            } catch (CityTwinException refused) {
                return false;
            }
        }
    }

    static List<TwinId> ids() {
        return NAMES.stream()
                .flatMap(type -> IntStream.range(0, EACH).mapToObj(i -> TwinId.of("it.milano:" + type + "-" + i)))
                .toList();
    }

    Deed deed(Instant at) {
        int kind = die.nextInt(20);
        if (kind < 7) {
            List<Twin> batch = IntStream.rangeClosed(0, die.nextInt(4))
                    .mapToObj(i -> twin())
                    .toList();
            return graph -> graph.put(batch, at);
        } else if (kind < 9) {
            TwinId gone = id(one(NAMES));
            return graph -> graph.remove(gone, at);
        } else if (kind < 11) {
            Value percent = new Quantity(BigDecimal.valueOf(die.nextInt(3)), Unit.PERCENT);
            TwinId lamp = id("LampPost");
            return graph -> graph.desire(lamp, "dimming", percent, at);
        }
        Observation seen = observation(at);
        return graph -> graph.observe(seen);
    }

    private Observation observation(Instant at) {
        // Late words, corrections, and values that are missing or bad.
        Instant measured = at.minusSeconds(die.nextInt(5) * 3L).minusNanos(die.nextInt(2));
        Quality quality = die.nextInt(6) == 0 ? Quality.BAD : Quality.GOOD;
        String type = one(List.of("Vehicle", "Bike", "Bike", "Zone", "LampPost", "ChargingStation"));
        String property = type.equals("Zone") ? "outline" : "location";
        Value value = type.equals("Zone") ? square() : point();
        if (type.equals("Bike") && die.nextBoolean()) {
            property = "station";
            value = new Value.Ref(id("BikeStation"));
        }
        Optional<Value> told = die.nextInt(6) == 0 ? Optional.empty() : Optional.of(value);
        return new Observation(id(type), property, told, measured, at, "die-" + die.nextInt(2), quality);
    }

    private Twin twin() {
        String type = one(NAMES);
        Twin twin = TYPES.twin(id(type).toString(), type);
        if (die.nextBoolean()) {
            twin = twin.with("label", "no. " + die.nextInt(100));
        }
        for (String relation : twin.type().within()) {
            if (die.nextInt(4) > 0) {
                String target = relation.equals("place") ? "Municipality" : capital(relation, type);
                twin = NAMES.contains(target) ? twin.with(relation, id(target)) : twin;
            }
        }
        if (twin.type().properties().containsKey("location") && die.nextInt(4) > 0) {
            twin = twin.with("location", point());
        }
        if (twin.type().properties().containsKey("outline") && die.nextInt(5) > 0) {
            twin = twin.with("outline", square());
        }
        return twin;
    }

    private static String capital(String relation, String type) {
        return switch (relation) {
            case "station" -> type.equals("Bike") ? "BikeStation" : "ChargingStation";
            case "evse" -> "Evse";
            case "zone" -> "Zone";
            default -> relation;
        };
    }

    private Location point() {
        return point(die.nextInt(SPAN), die.nextInt(SPAN));
    }

    /** A lattice of 23 by 33 metres, so that no gate is at nearly 50 metres from a line. */
    static Location point(int east, int north) {
        return new Location(BigDecimal.valueOf(91_800 + 3L * east, 4), BigDecimal.valueOf(454_600 + 3L * north, 4));
    }

    private Outline square() {
        int east = die.nextInt(SPAN);
        int north = die.nextInt(SPAN);
        List<Outline.Polygon> polygons = new ArrayList<>();
        polygons.add(square(east, north, 3 + die.nextInt(8)));
        if (die.nextInt(3) == 0) {
            polygons.add(square(east - 4, north - 4, 2));
        }
        return new Outline(polygons);
    }

    static Outline.Polygon square(int east, int north, int side) {
        return new Outline.Polygon(List.of(List.of(
                point(east, north),
                point(east + side, north),
                point(east + side, north + side),
                point(east, north + side),
                point(east, north))));
    }

    private TwinId id(String type) {
        return TwinId.of("it.milano:" + type + "-" + die.nextInt(EACH));
    }

    private <T> T one(List<T> some) {
        return some.get(die.nextInt(some.size()));
    }
}
