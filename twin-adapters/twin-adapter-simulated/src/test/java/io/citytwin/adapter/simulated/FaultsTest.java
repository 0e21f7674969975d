package io.citytwin.adapter.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.sync.Alarm;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a city hears of devices that are broken. */
class FaultsTest {

    private static final Instant START = Instant.parse("2026-01-20T00:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(3));
    private static final TwinId PANELS = TwinId.of("town:panels");
    private static final TwinId LAMP = TwinId.of("town:lamp");

    private final List<Observation> clean = heard(builder -> {});

    @Test
    void theSameSeedHasTheSameFaults() {
        Consumer<SimulatedAdapterBuilder> lossy = builder -> builder.fault(PANELS, new Fault.Loss(0.5));
        assertThat(heard(lossy)).isEqualTo(heard(lossy)).isNotEqualTo(clean);
    }

    @Test
    void someIsLost() {
        List<Observation> heard = heard(builder -> builder.fault(PANELS, new Fault.Loss(0.5)));
        assertThat(clean).containsSubsequence(heard);
        assertThat((double) heard.size() / clean.size()).isCloseTo(0.5, within(0.2));
        assertThat(heard(builder -> builder.fault(PANELS, new Fault.Loss(0)))).isEqualTo(clean);
        assertThat(heard(builder -> builder.fault(PANELS, new Fault.Loss(1)))).isEmpty();
    }

    @Test
    void whatComesTwiceIsHeardOnce() {
        assertThat(heard(builder -> builder.fault(PANELS, new Fault.Repetition(1))))
                .isEqualTo(clean);
    }

    @Test
    void whatComesLateKeepsItsTime() {
        Duration most = Duration.ofHours(5);
        List<Observation> heard = heard(builder -> builder.fault(PANELS, new Fault.Delay(most)));
        assertThat(heard).hasSizeGreaterThan(clean.size() - 10).allSatisfy(late -> {
            assertThat(late.receivedAt())
                    .isBetween(late.measuredAt(), late.measuredAt().plus(most));
            assertThat(clean)
                    .anyMatch(told -> told.measuredAt().equals(late.measuredAt())
                            && told.property().equals(late.property())
                            && told.value().equals(late.value()));
        });
        assertThat(heard)
                .isNotEqualTo(heard.stream()
                        .sorted((one, other) -> one.measuredAt().compareTo(other.measuredAt()))
                        .toList());
    }

    @Test
    void numbersDriftAway() {
        List<Observation> heard = heard(builder -> builder.fault(PANELS, new Fault.Drift(0.1)));
        Observation noon = at(clean, END.minus(Duration.ofHours(12)));
        Observation drifted = at(heard, noon.measuredAt());
        assertThat(amount(drifted) / amount(noon)).isCloseTo(1.25, within(0.001));
    }

    @Test
    void aStuckDeviceTellsWhatItToldLast() {
        Instant since = START.plus(Duration.ofHours(36));
        List<Observation> heard = heard(builder -> builder.fault(PANELS, new Fault.Stuck(since)));
        assertThat(before(heard, since)).isEqualTo(before(clean, since));
        Observation last = before(heard, since).stream()
                .filter(told -> told.property().equals("power"))
                .reduce((one, other) -> other)
                .orElseThrow();
        assertThat(heard)
                .filteredOn(told ->
                        !told.measuredAt().isBefore(since) && told.property().equals("power"))
                .allMatch(told -> told.value().equals(last.value()));
    }

    @Test
    void aLiarIsFoundOut() {
        TwinGraph graph = graph();
        SimulatedAdapter adapter =
                SimulatedAdapter.builder().fault(LAMP, new Fault.Lie()).build();
        PlannedDirectives plan = new PlannedDirectives()
                .at(START.plus(Duration.ofMinutes(15)), LAMP, "dimming", Quantity.of(30, Unit.PERCENT));
        try (CityTwin city = CityTwin.builder()
                .graph(graph)
                .clock(new VirtualClock(START))
                .adapter(adapter)
                .governor(plan)
                .build()) {
            city.start();
            city.advanceTo(START.plus(Duration.ofHours(1)));
            assertThat(city.health().alarms()).isEmpty();
            city.advanceTo(START.plus(Duration.ofHours(5)));
            assertThat(city.health().alarms())
                    .singleElement()
                    .satisfies(alarm -> assertThat(alarm.kind()).isEqualTo(Alarm.Kind.DEVICE_UNMOVED));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void aShareIsFromNothingToAll(double share) {
        assertThatThrownBy(() -> new Fault.Loss(share)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Fault.Repetition(share)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Observation at(List<Observation> heard, Instant moment) {
        return heard.stream()
                .filter(told ->
                        told.measuredAt().equals(moment) && told.property().equals("power"))
                .findFirst()
                .orElseThrow();
    }

    private static double amount(Observation told) {
        return told.value().map(Quantity.class::cast).orElseThrow().amount().doubleValue();
    }

    private static List<Observation> before(List<Observation> heard, Instant moment) {
        return heard.stream().filter(told -> told.measuredAt().isBefore(moment)).toList();
    }

    private static TwinGraph graph() {
        AssetTypes types = AssetTypes.builtIn();
        TwinGraph graph = TwinGraph.of(types, Journal.forgetful());
        graph.put(
                List.of(
                        types.twin(PANELS.toString(), "Photovoltaic").with("peakPower", "10"),
                        types.twin(LAMP.toString(), "LampPost").with("ratedPower", "70")),
                START);
        return graph;
    }

    /** All that a city hears of the panels in three days. */
    private static List<Observation> heard(Consumer<SimulatedAdapterBuilder> faults) {
        SimulatedAdapterBuilder builder = SimulatedAdapter.builder().seed(5);
        faults.accept(builder);
        PlannedDirectives listening = new PlannedDirectives();
        try (CityTwin city = CityTwin.builder()
                .graph(graph())
                .clock(new VirtualClock(START))
                .adapter(builder.build())
                .governor(listening)
                .build()) {
            city.start();
            city.advanceTo(END);
        }
        return listening.heard().stream()
                .filter(Input.Observed.class::isInstance)
                .map(input -> ((Input.Observed) input).observation())
                .filter(told -> told.twin().equals(PANELS))
                .toList();
    }
}
