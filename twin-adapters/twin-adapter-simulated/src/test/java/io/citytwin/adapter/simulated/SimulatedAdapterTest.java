package io.citytwin.adapter.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.spi.MemoryJournal;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.sync.CityTwinBuilder;
import io.citytwin.core.sync.DirectiveRecord;
import io.citytwin.core.sync.DirectiveRecord.State;
import io.citytwin.core.time.VirtualClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedAdapterTest {

    private static final Instant START = Town.WINTER;

    private final AssetTypes types = AssetTypes.builtIn();
    private final TwinGraph graph = TwinGraph.of(types);

    @Test
    void everyBuiltInActuatorIsServedObeyedAndReported() {
        for (AssetType type : devices()) {
            if (!type.actuators().isEmpty()) {
                graph.put(List.of(Twin.of(TwinId.of("town:" + type.name()), type)), START);
            }
        }
        SimulatedAdapter adapter = SimulatedAdapter.builder().build();
        try (CityTwin city = city(adapter).governor(new Claims()).build()) {
            city.start();
            city.advanceTo(START.plus(Duration.ofDays(7)));
            for (AssetType type : devices()) {
                for (String property : type.actuators().keySet()) {
                    TwinId id = TwinId.of("town:" + type.name());
                    assertThat(city.directives(id))
                            .as("%s.%s", type.name(), property)
                            .filteredOn(record -> record.directive().property().equals(property))
                            .isNotEmpty()
                            .allMatch(record -> record.state() == State.ACKNOWLEDGED && record.attempts() == 1);
                    assertThat(graph.reading(id, property))
                            .as("%s.%s", type.name(), property)
                            .isPresent();
                }
            }
            assertThat(city.health().deadLetters()).isEmpty();
            assertThat(city.health().count(State.UNSERVED)).isZero();
        }
    }

    /** The load of a district is a budget that devices share; no device takes it. */
    private List<AssetType> devices() {
        return types.all().stream()
                .filter(type -> !type.name().equals("District"))
                .toList();
    }

    @Test
    void assetsWithoutADeviceAreNotServed() {
        SimulatedAdapter adapter = SimulatedAdapter.builder().build();
        assertThat(adapter.serves(types.twin("town:b", "Building"))).isFalse();
        assertThat(adapter.serves(types.twin("town:d", "District"))).isFalse();
        assertThat(adapter.serves(types.twin("town:l", "LampPost"))).isTrue();
        SimulatedAdapter none =
                SimulatedAdapter.builder().serving(twin -> false).build();
        assertThat(none.serves(types.twin("town:l", "LampPost"))).isFalse();
    }

    @Test
    void aDimmedLampReportsItsShareAndItsPowerWithinTheLatency() {
        TwinId lamp = put(types.twin("town:lamp", "LampPost").with("ratedPower", "80"));
        PlannedDirectives governor = new PlannedDirectives().at(hours(21), lamp, "dimming", percent(25));
        try (CityTwin city =
                city(SimulatedAdapter.builder().build()).governor(governor).build()) {
            city.start();
            city.advanceTo(hours(21));
            assertThat(value(lamp, "power")).isEqualTo(Quantity.of(80, Unit.WATT));
            assertThat(value(lamp, "dimming")).isEqualTo(percent(100));
            city.advanceTo(hours(21).plusSeconds(6));
            assertThat(value(lamp, "power")).isEqualTo(Quantity.of(20, Unit.WATT));
            assertThat(value(lamp, "dimming")).isEqualTo(percent(25));
            city.advanceTo(hours(34));
            assertThat(value(lamp, "power")).isEqualTo(Quantity.of(0, Unit.WATT));
        }
    }

    @Test
    void aCarKnowsItsHomeThoughTheCityDoesNotTellIt() {
        Twin hidden = types.twin("town:car", "Vehicle").withAll("service=sharing fuel=electric");
        Location home = Location.of("9.2 45.4");
        Value told = afterTheStart(hidden.with("location", home), SimulatedAdapter.builder());
        Value known = afterTheStart(hidden, SimulatedAdapter.builder().home(hidden.id(), home));
        Value neither = afterTheStart(hidden, SimulatedAdapter.builder());

        assertThat(known).isEqualTo(told).isNotEqualTo(neither);
    }

    private Value afterTheStart(Twin car, SimulatedAdapterBuilder devices) {
        put(car);
        try (CityTwin city = city(devices.build()).build()) {
            city.start();
            city.advanceTo(START);
            return value(car.id(), "location");
        }
    }

    @Test
    void theSameDirectiveAgainIsAnsweredAgainAndActsOnce() {
        Twin room = types.twin("town:unit", "BuildingUnit");
        Directive once = PlannedDirectives.directive("d", room.id(), "indoorTemperature", degrees(16), hours(1));
        assertThat(inputsOf(room, 2, new PlannedDirectives().at(hours(1), once).at(hours(5), once)))
                .isEqualTo(inputsOf(room, 1, new PlannedDirectives().at(hours(1), once)))
                .anyMatch(payload -> payload.contains("\"amount\":\"17\""));
    }

    private List<String> inputsOf(Twin room, int answers, PlannedDirectives governor) {
        TwinGraph own = TwinGraph.of(types);
        own.put(List.of(room), START);
        MemoryJournal journal = new MemoryJournal();
        SimulatedAdapter adapter = SimulatedAdapter.builder().build();
        try (CityTwin city =
                city(adapter).graph(own).journal(journal).governor(governor).build()) {
            city.start();
            city.advanceTo(hours(72));
            assertThat(city.health().count(State.ACKNOWLEDGED)).isEqualTo(answers);
        }
        List<String> payloads = new ArrayList<>();
        journal.replay("inputs", 0, each -> payloads.add(each.entry().payload()));
        return payloads;
    }

    @Test
    void aDeviceMayRefuseOrStaySilent() {
        TwinId refusing = put(types.twin("town:a", "LampPost"));
        TwinId silent = put(types.twin("town:b", "LampPost"));
        TwinId asked = put(types.twin("town:c", "LampPost"));
        TwinId tooMuch = put(types.twin("town:d", "LampPost"));
        PlannedDirectives governor = new PlannedDirectives()
                .at(START, refusing, "dimming", percent(50))
                .at(START, silent, "dimming", percent(50))
                .at(START, asked, "dimming", percent(0))
                .at(START, tooMuch, "dimming", percent(101));
        SimulatedAdapter adapter =
                SimulatedAdapter.builder().refusing(refusing).silent(silent).build();
        try (CityTwin city = city(adapter).governor(governor).build()) {
            city.start();
            city.advanceTo(hours(1));
            assertThat(city.directives())
                    .extracting(DirectiveRecord::state)
                    .containsExactly(State.RAISED, State.RAISED, State.ACKNOWLEDGED, State.RAISED);
            assertThat(city.directives()).extracting(DirectiveRecord::attempts).containsExactly(1, 5, 1, 1);
            assertThat(value(refusing, "dimming")).isEqualTo(percent(100));
            assertThat(value(silent, "dimming")).isEqualTo(percent(100));
            assertThat(value(asked, "dimming")).isEqualTo(percent(0));
        }
    }

    @Test
    void aTwinThatComesLaterGetsADevice() {
        try (CityTwin city = city(SimulatedAdapter.builder().build()).build()) {
            city.start();
            TwinId lamp = put(types.twin("town:late", "LampPost"));
            city.advanceTo(hours(21));
            assertThat(graph.reading(lamp, "power")).isEmpty();
            city.advanceTo(hours(23));
            assertThat(graph.reading(lamp, "power")).isPresent();
        }
    }

    @Test
    void aMeterReportsAsOftenAsItIsAsked() {
        TwinId meter = put(types.twin("town:m", "Meter"));
        Quantity quarter = Quantity.of(15, Unit.MINUTES);
        PlannedDirectives governor = new PlannedDirectives().at(hours(2), meter, "interval", quarter);
        try (CityTwin city =
                city(SimulatedAdapter.builder().build()).governor(governor).build()) {
            city.start();
            city.advanceTo(hours(1).plus(Duration.ofMinutes(45)));
            assertThat(measured(meter)).isEqualTo(hours(1));
            city.advanceTo(hours(3).plus(Duration.ofMinutes(45)));
            assertThat(measured(meter)).isEqualTo(hours(3).plus(Duration.ofMinutes(45)));
        }
    }

    private CityTwinBuilder city(SimulatedAdapter adapter) {
        return CityTwin.builder().graph(graph).clock(new VirtualClock(START)).adapter(adapter);
    }

    private TwinId put(Twin twin) {
        graph.put(List.of(twin), START);
        return twin.id();
    }

    private Value value(TwinId twin, String property) {
        return graph.find(twin).orElseThrow().value(property).orElseThrow();
    }

    private Instant measured(TwinId meter) {
        return graph.reading(meter, "energy").orElseThrow().measuredAt();
    }

    private static Instant hours(long many) {
        return START.plus(Duration.ofHours(many));
    }

    private static Quantity percent(long share) {
        return Quantity.of(share, Unit.PERCENT);
    }

    private static Quantity degrees(long many) {
        return new Quantity(BigDecimal.valueOf(many), Unit.DEGREE_CELSIUS);
    }
}
