package io.citytwin.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Outline;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a graph must say of relations and places, worked out anew from the values of its twins and nothing else. */
record FromScratch(TwinGraph graph, Map<TwinId, Twin> twins) {

    private static final double METRES_EAST = 78_130;
    private static final double METRES_NORTH = 111_150;

    static FromScratch of(TwinGraph graph) {
        Map<TwinId, Twin> twins = new TreeMap<>();
        for (AssetType type : graph.types().all()) {
            graph.all(type.name()).forEach(id -> twins.put(id, graph.find(id).orElseThrow()));
        }
        return new FromScratch(graph, twins);
    }

    void check() {
        for (Twin twin : twins.values()) {
            assertThat(twin.zones()).as("zones of %s", twin.id()).isEqualTo(zones(twin));
            assertThat(graph.zonesOf(twin.id())).isEqualTo(twin.zones());
        }
        for (AssetType type : graph.types().all()) {
            type.properties().forEach((property, held) -> {
                if (held instanceof ValueType.Relation) {
                    twins.keySet()
                            .forEach(target -> assertThat(graph.related(target, type.name(), property))
                                    .isEqualTo(related(target, type, property)));
                }
            });
            twins.keySet()
                    .forEach(zone -> assertThat(graph.within(zone, type.name()))
                            .as("%s in %s", type.name(), zone)
                            .isEqualTo(within(zone, type)));
        }
    }

    private SortedSet<TwinId> related(TwinId target, AssetType type, String property) {
        SortedSet<TwinId> sources = new TreeSet<>();
        for (Twin twin : twins.values()) {
            if (twin.type().equals(type) && twin.value(property).equals(Optional.of(new Value.Ref(target)))) {
                sources.add(twin.id());
            }
        }
        return sources;
    }

    private List<TwinId> within(TwinId zone, AssetType type) {
        return twins.values().stream()
                .filter(twin -> twin.type().equals(type) && twin.zones().contains(zone))
                .map(Twin::id)
                .toList();
    }

    private SortedSet<TwinId> zones(Twin twin) {
        SortedSet<TwinId> zones = new TreeSet<>();
        Optional<Location> location = location(twin);
        for (Twin zone : twins.values()) {
            if (location.isPresent()
                    && !zone.equals(twin)
                    && zone.value("outline").orElse(null) instanceof Outline outline
                    && outline.polygons().stream().anyMatch(polygon -> in(location.get(), polygon, twin.type()))) {
                zones.add(zone.id());
            }
        }
        return zones;
    }

    /** All polygons of the random city are upright rectangles. */
    private static boolean in(Location point, Outline.Polygon rectangle, AssetType type) {
        Location low = rectangle.rings().get(0).get(0);
        Location high = rectangle.rings().get(0).get(2);
        double east = beyond(
                point.longitude().doubleValue(),
                low.longitude().doubleValue(),
                high.longitude().doubleValue());
        double north = beyond(
                point.latitude().doubleValue(),
                low.latitude().doubleValue(),
                high.latitude().doubleValue());
        double metres = Math.hypot(east * METRES_EAST, north * METRES_NORTH);
        return metres <= (type.name().equals("Gate") ? 50 : 0);
    }

    private static double beyond(double at, double low, double high) {
        return Math.max(0, Math.max(low - at, at - high));
    }

    Optional<Location> location(Twin twin) {
        List<Twin> open = new ArrayList<>(List.of(twin));
        for (int i = 0; i < open.size(); i++) {
            Twin next = open.get(i);
            if (next.value("location").orElse(null) instanceof Location location) {
                return Optional.of(location);
            }
            for (String relation : next.type().within()) {
                if (next.value(relation).orElse(null) instanceof Value.Ref ref) {
                    open.add(twins.get(ref.target()));
                }
            }
        }
        return Optional.empty();
    }
}
