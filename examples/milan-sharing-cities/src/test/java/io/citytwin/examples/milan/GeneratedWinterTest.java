package io.citytwin.examples.milan;

import static io.citytwin.examples.milan.city.Bundled.MILANO;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The winter that stands in for measurements. */
class GeneratedWinterTest {

    private final AirWinter winter = GeneratedWinter.of(MILANO);

    private List<Observation> measured() {
        return winter.observations().stream()
                .filter(observation -> observation.property().equals(AirWinter.MEASURED))
                .toList();
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        assertThat(GeneratedWinter.of(MILANO)).isEqualTo(winter);
        assertThat(GeneratedWinter.of(MILANO, 1).observations()).isNotEqualTo(winter.observations());
    }

    @Test
    void saysThatItIsGenerated() {
        assertThat(winter.generated()).isTrue();
        assertThat(winter.title()).startsWith("GENERATED");
        assertThat(winter.observations())
                .allMatch(observation -> observation.source().equals("generated"));
    }

    @Test
    void hasTwelveProvincesOfTwoToEightStations() {
        assertThat(winter.provinces()).hasSize(12);
        for (Twin province : winter.provinces()) {
            assertThat(winter.stations(province.id()))
                    .as(AirWinter.label(province))
                    .isBetween(2, 8);
        }
    }

    @Test
    void arrivesInOrderOnTheDaysItClaims() {
        assertThat(winter.observations()).isSortedAccordingTo(Comparator.comparing(Observation::receivedAt));
        assertThat(winter.observations().stream().map(AirWinter::day).distinct().sorted())
                .startsWith(LocalDate.of(2025, 10, 1))
                .endsWith(LocalDate.of(2026, 3, 31))
                .hasSize(182);
    }

    @Test
    void missesAboutTwoInAHundredAndCorrectsAFew() {
        long missing = measured().stream()
                .filter(observation -> observation.value().isEmpty())
                .count();
        Map<List<Object>, Long> said = measured().stream()
                .collect(Collectors.groupingBy(one -> List.of(one.twin(), one.measuredAt()), Collectors.counting()));
        assertThat((double) missing / said.size()).isBetween(0.01, 0.03);
        assertThat(said.values().stream().filter(times -> times > 1).count()).isBetween(10L, 200L);
    }

    @Test
    void hasExactTenthsOfPlausibleSize() {
        assertThat(measured().stream().flatMap(one -> one.value().stream()).map(value -> ((Quantity) value).amount()))
                .allMatch(amount -> amount.scale() <= 1 && amount.intValue() >= 2 && amount.intValue() < 200);
    }
}
