package io.citytwin.core.graph;

import org.locationtech.jts.geom.Envelope;

/** How far one has to look, in degrees. Safe for use by many threads. */
final class Earth {

    /** No two points are farther apart. */
    static final double HALF_ROUND = 20_100_000;

    // Less than a degree has anywhere, so that boxes are never too small.
    private static final double METRES_PER_DEGREE = 110_000;
    private static final Envelope WHOLE = new Envelope(-180, 180, -90, 90);

    private Earth() {}

    /** A box that holds all that is nearer to a box than a distance; it may hold more. */
    static Envelope around(Envelope box, double metres) {
        double degrees = metres / METRES_PER_DEGREE;
        double farthest = Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY())) + degrees;
        // Near a pole or beyond the date line one small box does not do.
        if (farthest >= 89) {
            return new Envelope(WHOLE);
        }
        Envelope around = new Envelope(box);
        around.expandBy(degrees / Math.cos(Math.toRadians(farthest)), degrees);
        return WHOLE.contains(around) ? around : new Envelope(WHOLE);
    }
}
