package io.citytwin.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Outline;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ZoneSurveyTest {

    private static final Outline ZONE = GroundsTest.rectangle("9", "45", "9.1", "45.1");
    private static final TwinId ZONE_ID = TwinId.of("it.milano:zone");
    // Where the western edge runs north and south, a metre is this many degrees of longitude.
    private static final String FIFTY_METRES_WEST = "8.999366";
    private static final String A_METRE_FURTHER = "8.999353";

    private static SortedMap<TwinId, Location> gates(int near, int far) {
        SortedMap<TwinId, Location> gates = new TreeMap<>();
        for (int i = 0; i < near + far; i++) {
            gates.put(TwinId.of("it.milano:gate-" + i), Location.of(i < near ? "9.0001 45.05" : "9.01 45.05"));
        }
        return gates;
    }

    @Test
    void measuresInsideOutsideMedianAndMaximum() {
        SortedMap<TwinId, Location> gates = new TreeMap<>(Map.of(
                TwinId.of("it.milano:a"), Location.of("9 45.05"),
                TwinId.of("it.milano:b"), Location.of("8.9999 45.05"),
                TwinId.of("it.milano:c"), Location.of("9.0003 45.05"),
                TwinId.of("it.milano:d"), Location.of("9.0005 45.05")));
        ZoneSurvey survey = ZoneSurvey.of(ZONE, gates);
        assertThat(survey.inside()).isEqualTo(3);
        assertThat(survey.median()).contains(Quantity.of("15.7555", Unit.METRE));
        assertThat(survey.max()).contains(Quantity.of("39.389", Unit.METRE));
        assertThat(survey)
                .hasToString("The outline fits its gates: 3 of 4 inside, 0 further than 50 m from the edge,"
                        + " median 16 m, at most 39 m.");
    }

    @Test
    void agreesWithOneGateInTenAwayAndDisagreesWithMore() {
        ZoneSurvey one = ZoneSurvey.of(ZONE, gates(9, 1));
        assertThat(one.disagrees()).isFalse();
        ZoneSurvey more = ZoneSurvey.of(ZONE, gates(8, 1));
        assertThat(more.disagrees()).isTrue();
        assertThat(more.toString())
                .startsWith("The outline disagrees with its gates: 9 of 9 inside, 1 further than 50 m")
                .endsWith("\n  it.milano:gate-8 788 m inside");
    }

    @Test
    void knowsNothingWithoutGates() {
        ZoneSurvey none = ZoneSurvey.of(ZONE, new TreeMap<>());
        assertThat(none.disagrees()).isFalse();
        assertThat(none.median()).isEmpty();
        assertThat(none.max()).isEmpty();
        assertThat(none).hasToString("The outline fits its gates: 0 of 0 inside, 0 further than 50 m from the edge.");
    }

    @Test
    void findsTheZoneOfAGateUpToFiftyMetresOutside() {
        Map<TwinId, Outline> zones = Map.of(ZONE_ID, ZONE);
        assertThat(ZoneSurvey.resolve(Location.of(FIFTY_METRES_WEST + " 45.05"), zones))
                .contains(ZONE_ID);
        assertThat(ZoneSurvey.resolve(Location.of(A_METRE_FURTHER + " 45.05"), zones))
                .isEmpty();
        assertThat(ZoneSurvey.resolve(Location.of("9.05 45.05"), zones)).isEmpty();
    }

    @Test
    void prefersTheNearestEdgeAndThenTheFirstId() {
        TwinId around = TwinId.of("it.milano:around");
        Map<TwinId, Outline> zones = Map.of(ZONE_ID, ZONE, around, GroundsTest.rectangle("8.9995", "44", "10", "46"));
        assertThat(ZoneSurvey.resolve(Location.of("8.9999 45.05"), zones)).contains(ZONE_ID);
        assertThat(ZoneSurvey.resolve(Location.of("8.9996 45.05"), zones)).contains(around);
        assertThat(ZoneSurvey.resolve(Location.of("9 45.05"), Map.of(ZONE_ID, ZONE, around, ZONE)))
                .contains(around);
    }
}
