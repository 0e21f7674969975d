package io.citytwin.adapter.airquality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.spi.Recording;
import io.citytwin.core.spi.Recording.RefusedRow;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real files, where they lie beside the project: validated PM10 of 2019 and 2020, CC-BY, collected by PULVIRUS. */
class PulvirusTest {

    private static Recording recording = new Recording("", List.of(), List.of(), List.of());
    private static Path folder = Path.of("");

    @BeforeAll
    static void openTheRealFiles() {
        Optional<Path> found = Stream.iterate(Path.of("").toAbsolutePath(), up -> up != null, Path::getParent)
                .map(up -> up.resolve("shared/data/air/pulvirus_2019_2020"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(found.isPresent(), "No `shared/data` above this module: the real files are not read.");
        folder = found.orElseThrow();
        recording = new AirQualityArchive().open(folder);
    }

    @Test
    void refusesTheOneStationWithoutACode() {
        assertThat(recording.refused())
                .containsExactly(
                        new RefusedRow(
                                "stations.csv",
                                231,
                                "A108",
                                "`` cannot name a station.",
                                ",VENETO,Venezia,VE-Rio Novo,VE-Rio Novo,T,U,IT0508,Agglomerato_Venezia,12.323133,45.435563,1.0"));
    }

    @Test
    void readsFourMegabytesInASecond() {
        // Processor time of a second reading: neither busy neighbours nor the loading of classes count.
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long start = thread.getCurrentThreadCpuTime();
        new AirQualityArchive().open(folder);
        assertThat(Duration.ofNanos(thread.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void findsEveryStationAndArea() {
        assertThat(twins("Region", "it")).isEqualTo(4);
        assertThat(twins("Province", "it.lombardia")).isEqualTo(12);
        assertThat(twins("AirStation", "it.lombardia")).isEqualTo(92);
        assertThat(stationsWithValues("it.lombardia")).hasSize(62);
        assertThat(stationsWithValues("it.piemonte")).hasSize(22);
        assertThat(stationsWithValues("it.veneto")).hasSize(29);
        assertThat(stationsWithValues("it.emilia-romagna")).hasSize(43);
    }

    @Test
    void keepsMissingValuesAsMissing() {
        assertThat(recording.observations()).hasSize(114_034);
        assertThat(missing("")).isEqualTo(3_987);
        assertThat(missing("it.lombardia")).isEqualTo(1_663);
    }

    @Test
    void reproducesTheMeanThatTheRegionPublished() {
        Set<TwinId> milan = recording.twins().stream()
                .filter(twin -> twin.value("province")
                        .equals(Optional.of(new Value.Ref(TwinId.of("it.lombardia:province-milano")))))
                .map(twin -> twin.id())
                .collect(Collectors.toSet());
        List<BigDecimal> values = recording.observations().stream()
                .filter(seen -> milan.contains(seen.twin()))
                .filter(seen -> seen.measuredAt().equals(Instant.parse("2019-01-30T23:00:00Z")))
                .map(seen -> ((Quantity) seen.value().orElseThrow()).amount())
                .toList();

        assertThat(values).hasSize(8);
        assertThat(values.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(values.size()), 1, RoundingMode.HALF_UP))
                .isEqualByComparingTo("46.6");
    }

    private static long twins(String type, String namespace) {
        return recording.twins().stream()
                .filter(twin ->
                        twin.type().name().equals(type) && twin.id().namespace().equals(namespace))
                .count();
    }

    private static Set<TwinId> stationsWithValues(String namespace) {
        return recording.observations().stream()
                .map(Observation::twin)
                .filter(id -> id.namespace().equals(namespace))
                .collect(Collectors.toSet());
    }

    private static long missing(String namespace) {
        return recording.observations().stream()
                .filter(seen ->
                        seen.value().isEmpty() && seen.twin().namespace().startsWith(namespace))
                .count();
    }
}
