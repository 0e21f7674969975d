package io.citytwin.core.graph;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import io.citytwin.core.asset.Gate;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Outline;
import io.citytwin.core.model.TwinId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.quadtree.Quadtree;

/** The drawn zones of a city, and which of them a point is in. For one thread at a time. */
final class Zones {

    /** Gates stand a few metres off the line that is drawn on the map, on the side from which one drives in. */
    static final double GATE_REACH = 50;

    private static final String GATE = Gate.class.getSimpleName();

    private final Map<TwinId, Ground> grounds = new HashMap<>();
    private final Quadtree index = new Quadtree();
    // A city has few different sets of zones, and many twins in each.
    private final Interner<ImmutableSortedSet<TwinId>> sets = Interners.newWeakInterner();

    private record Ground(TwinId zone, Envelope reach, Shape shape) {}

    /**
     * Draws a zone instead of what was drawn before.
     *
     * @param outline null if it covers no ground
     * @return the box outside of which nothing is in it
     */
    Envelope draw(TwinId zone, @Nullable Outline outline) {
        Ground before = grounds.remove(zone);
        if (before != null) {
            index.remove(before.reach(), before);
        }
        if (outline == null) {
            return new Envelope();
        }
        Shape shape = Shape.of(outline);
        Envelope reach = Earth.around(shape.geometry().getEnvelopeInternal(), GATE_REACH);
        Ground ground = new Ground(zone, reach, shape);
        grounds.put(zone, ground);
        index.insert(ground.reach(), ground);
        return ground.reach();
    }

    /** The zones that a twin of a type is in, itself excepted. A line belongs to the zones on both of its sides. */
    ImmutableSortedSet<TwinId> around(@Nullable Location location, TwinId twin, String type) {
        if (location == null) {
            return ImmutableSortedSet.of();
        }
        double reach = type.equals(GATE) ? GATE_REACH : 0;
        @SuppressWarnings("unchecked") // only `draw` fills the index
        List<Ground> near = index.query(new Envelope(Shape.coordinate(location)));
        return sets.intern(near.stream()
                .filter(ground -> !ground.zone().equals(twin) && holds(ground, location, reach))
                .map(Ground::zone)
                .collect(ImmutableSortedSet.toImmutableSortedSet(TwinId::compareTo)));
    }

    private static boolean holds(Ground ground, Location location, double reach) {
        return ground.reach().covers(Shape.coordinate(location))
                && (ground.shape().contains(location)
                        || (reach > 0 && ground.shape().distanceToEdge(location) <= reach));
    }
}
