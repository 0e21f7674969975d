package io.citytwin.examples.milan.city;

import static io.citytwin.examples.milan.city.Bundled.MILANO;
import static io.citytwin.examples.milan.city.Bundled.TORINO;
import static io.citytwin.examples.milan.city.Bundled.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Twin;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Vehicles that a seed makes up. */
class FleetTest {

    private final List<Twin> vehicles = MILANO.fleet().vehicles();

    @Test
    void isTheSameForTheSameSeedAndOneVehicleNeedsNoOther() {
        assertThat(MILANO.fleet().vehicles()).isEqualTo(vehicles);
        assertThat(MILANO.fleet().vehicle(1234)).isEqualTo(vehicles.get(1233));
        assertThat(TORINO.fleet().vehicles()).hasSize(1200);
    }

    @Test
    void hasAboutTheMixOfTheCitysFile() {
        assertThat(vehicles).hasSize(3000);
        List<FleetPlan.Kind> kinds = MILANO.file().fleet().kinds();
        double all = kinds.stream().mapToInt(FleetPlan.Kind::weight).sum();
        for (String fuel : List.of("diesel", "petrol", "electric")) {
            double wanted = kinds.stream()
                            .filter(kind -> kind.values().contains("fuel=" + fuel))
                            .mapToInt(FleetPlan.Kind::weight)
                            .sum()
                    / all;
            double found = vehicles.stream()
                            .filter(twin -> text(twin, "fuel").equals(fuel))
                            .count()
                    / 3000.0;
            assertThat(found).as(fuel).isBetween(wanted - 0.03, wanted + 0.03);
        }
    }

    @Test
    void namesNobody() {
        assertThat(vehicles).allMatch(twin -> text(twin, "holder").matches("[0-9a-f]{16}"));
        Set<String> holders =
                vehicles.stream().map(twin -> text(twin, "holder")).collect(Collectors.toSet());
        assertThat(holders).hasSizeBetween(1000, MILANO.file().fleet().holders());
    }

    @Test
    void knowsOfEveryVehicleWhatGatesAsk() {
        for (String property : List.of("category", "fuel", "co2", "length", "service", "home", "place", "registered")) {
            assertThat(vehicles)
                    .as(property)
                    .allMatch(twin -> twin.value(property).isPresent());
        }
    }
}
