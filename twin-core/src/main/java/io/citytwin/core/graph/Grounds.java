package io.citytwin.core.graph;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Outline;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Measures on the ground, along the earth's ellipsoid (WGS 84), to the millimetre and the square decimetre. No outline
 * may cross the 180th meridian. Safe for use by many threads.
 */
public final class Grounds {

    static final String REDRAW = "Maybe draw the outline again; no line may cross or touch another.";

    private Grounds() {}

    /**
     * How large the ground is, without its holes.
     *
     * @param outline a valid one, see {@link #fault}
     * @return in m2
     */
    public static Quantity area(Outline outline) {
        return quantity(Shape.of(outline).area(), 2, Unit.SQUARE_METRE);
    }

    /**
     * Whether a point is on the ground; the line itself belongs to it.
     *
     * @param outline a valid one, see {@link #fault}
     * @param point any
     * @return false outside and in a hole
     */
    public static boolean contains(Outline outline, Location point) {
        return Shape.of(outline).contains(point);
    }

    /**
     * Whether one ground lies on another. Two surveys of the same street never agree to the metre, so what sticks out may
     * be as much as a thousandth of the inner ground.
     *
     * @param outer the ground that may cover the other
     * @param inner the ground that may be covered
     * @return true if at least 999 thousandths of {@code inner} lie on {@code outer}
     * @throws io.citytwin.core.error.CityTwinException {@code C112} if one of them has a {@link #fault}
     */
    public static boolean covers(Outline outer, Outline inner) {
        return Shape.of(outer).covers(Shape.of(inner));
    }

    /**
     * How far a point is from the line around the ground, be it inside or outside; the lines around holes count too.
     *
     * @param outline any
     * @param point any
     * @return in m; 0 on the line
     */
    public static Quantity distanceToEdge(Outline outline, Location point) {
        return metres(Shape.of(outline).distanceToEdge(point));
    }

    /**
     * How far two points are from each other.
     *
     * @param one a point
     * @param other a point
     * @return in m
     */
    public static Quantity distance(Location one, Location other) {
        return metres(NearestEdge.distance(Shape.coordinate(one), Shape.coordinate(other)));
    }

    /**
     * Why an outline is no clear ground: its lines cross or touch, a hole lies outside, a polygon lies in another.
     *
     * @param outline any
     * @return one sentence with the place, or empty if the outline is valid
     */
    public static Optional<String> fault(Outline outline) {
        return Shape.of(outline).fault();
    }

    static Quantity metres(double metres) {
        return quantity(metres, 3, Unit.METRE);
    }

    /** About a tenth of a metre: enough to find a place on a map. */
    static String degrees(double degrees) {
        return quantity(degrees, 6, Unit.ONE).toString();
    }

    // Rounded, because the last digits of a sine differ between machines.
    private static Quantity quantity(double amount, int digits, Unit unit) {
        return new Quantity(BigDecimal.valueOf(amount).setScale(digits, RoundingMode.HALF_EVEN), unit);
    }
}
