package io.citytwin.core.graph;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Outline;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compares the outline of a zone with the places of its gates. A gate stands at the edge of what it guards, on this or on
 * that side of the street: {@link #NEAR} is the width of a wide street with its crossing. An outline from which more than
 * one gate in ten is further away was drawn by hand or for another purpose; fewer may be gates that guard a lane inside.
 * Immutable.
 *
 * @param gates one reading per gate, sorted by name
 */
public record ZoneSurvey(List<GateReading> gates) {

    /** How far from the edge a gate may stand, the limit included. */
    public static final Quantity NEAR = Quantity.of(50, Unit.METRE);

    private static final int ONE_IN = 10;

    /** Copies the list. */
    public ZoneSurvey {
        gates = List.copyOf(gates);
    }

    /**
     * How a gate stands to its zone. Immutable.
     *
     * @param gate its name
     * @param inside whether it stands on the zone's ground
     * @param toEdge how far the edge is, in m
     */
    public record GateReading(TwinId gate, boolean inside, Quantity toEdge) {}

    /**
     * Measures.
     *
     * @param outline of the zone
     * @param gates where its gates stand
     * @return a survey
     */
    public static ZoneSurvey of(Outline outline, SortedMap<TwinId, Location> gates) {
        Shape shape = Shape.of(outline);
        return new ZoneSurvey(gates.entrySet().stream()
                .map(gate -> new GateReading(
                        gate.getKey(),
                        shape.contains(gate.getValue()),
                        Grounds.metres(shape.distanceToEdge(gate.getValue()))))
                .toList());
    }

    /**
     * The zone that a gate guards: the one with the nearest edge, on whichever side of it the gate stands.
     *
     * @param gate where it stands
     * @param zones that it may guard
     * @return the zone, the first by id among equally near ones; empty if no edge is within {@link #NEAR}
     */
    public static Optional<TwinId> resolve(Location gate, Map<TwinId, Outline> zones) {
        SortedMap<TwinId, Quantity> edges = new TreeMap<>();
        zones.forEach((zone, outline) -> edges.put(zone, Grounds.distanceToEdge(outline, gate)));
        return edges.entrySet().stream()
                .filter(edge -> isNear(edge.getValue()))
                .min(Comparator.comparing(edge -> edge.getValue().amount()))
                .map(Map.Entry::getKey);
    }

    private static boolean isNear(Quantity distance) {
        return distance.amount().compareTo(NEAR.amount()) <= 0;
    }

    /**
     * Whether the outline does not fit its gates.
     *
     * @return true if more than one gate in ten is not near the edge
     */
    public boolean disagrees() {
        return far().size() * ONE_IN > gates.size();
    }

    /**
     * The gates that are not near the edge.
     *
     * @return the farthest first
     */
    public List<GateReading> far() {
        return gates.stream()
                .filter(gate -> !isNear(gate.toEdge()))
                .sorted(Comparator.comparing((GateReading gate) -> gate.toEdge().amount())
                        .reversed())
                .toList();
    }

    /**
     * How many gates stand on the zone's ground.
     *
     * @return from 0 to all
     */
    public int inside() {
        return (int) gates.stream().filter(GateReading::inside).count();
    }

    /**
     * The distance to the edge in the middle of all; the mean of two if their number is even.
     *
     * @return in m; empty without gates
     */
    public Optional<Quantity> median() {
        List<BigDecimal> sorted = distances();
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal lower = sorted.get((sorted.size() - 1) / 2);
        BigDecimal upper = sorted.get(sorted.size() / 2);
        BigDecimal middle = lower.add(upper).divide(BigDecimal.valueOf(2));
        return Optional.of(new Quantity(middle, Unit.METRE));
    }

    /**
     * The largest distance to the edge.
     *
     * @return in m; empty without gates
     */
    public Optional<Quantity> max() {
        List<BigDecimal> sorted = distances();
        return sorted.isEmpty()
                ? Optional.empty()
                : Optional.of(new Quantity(sorted.get(sorted.size() - 1), Unit.METRE));
    }

    private List<BigDecimal> distances() {
        return gates.stream().map(gate -> gate.toEdge().amount()).sorted().toList();
    }

    /** A report for people. */
    @Override
    public String toString() {
        String verdict = disagrees() ? "The outline disagrees with its gates: " : "The outline fits its gates: ";
        String count = inside() + " of " + gates.size() + " inside, " + far().size() + " further than " + NEAR
                + " from the edge";
        String spread = median().map(middle -> ", median " + whole(middle) + ", at most " + whole(max().orElse(middle)))
                .orElse("");
        String far = far().stream()
                .map(gate ->
                        "\n  " + gate.gate() + " " + whole(gate.toEdge()) + (gate.inside() ? " inside" : " outside"))
                .collect(Collectors.joining());
        return verdict + count + spread + "." + far;
    }

    private static Quantity whole(Quantity metres) {
        return new Quantity(metres.amount().setScale(0, RoundingMode.HALF_UP), metres.unit());
    }
}
