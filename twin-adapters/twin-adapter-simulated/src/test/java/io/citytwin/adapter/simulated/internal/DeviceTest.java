package io.citytwin.adapter.simulated.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeviceTest {

    private static final Instant START = Instant.parse("2023-01-01T00:00:00Z");
    private static final AssetTypes TYPES = AssetTypes.builtIn();

    static Stream<String> simulatedTypes() {
        return TYPES.all().stream()
                .map(AssetType::name)
                .filter(name -> Models.of(name).isPresent());
    }

    @ParameterizedTest
    @MethodSource("simulatedTypes")
    void whatADeviceShowsDoesNotDependOnWhoAsksWhenOrHowOften(String type) {
        List<Instant> moments = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            moments.add(START.plus(Duration.ofMinutes(number * 97L)));
        }
        Device device = device(type, "", 1);
        Map<Instant, Map<String, Value>> inOrder = new TreeMap<>();
        moments.forEach(moment -> inOrder.put(moment, device.show(moment)));
        List<Instant> shuffled = new ArrayList<>(moments);
        Collections.shuffle(shuffled, new Random(5));
        Device again = device(type, "", 1);
        Map<Instant, Map<String, Value>> byManyThreads =
                shuffled.parallelStream().collect(Collectors.toConcurrentMap(moment -> moment, again::show));
        assertThat(new TreeMap<>(byManyThreads)).isEqualTo(inOrder);
        shuffled.forEach(moment -> assertThat(device.show(moment)).isEqualTo(inOrder.get(moment)));
    }

    @Test
    void settingsCountFromTheirMomentAlsoInEnergyThatWasAlreadyCounted() {
        Device lamp = device("LampPost", "ratedPower=100", 1);
        Instant dusk = START.plus(Duration.ofHours(17));
        Instant dawn = START.plus(Duration.ofHours(30));
        Quantity full = lamp.energy(dawn);
        assertThat(full).isEqualTo(Quantity.of("2.1", Unit.KILOWATT_HOUR));
        lamp.take("dimming", Quantity.of(50, Unit.PERCENT), dusk.plus(Duration.ofMinutes(90)));
        assertThat(lamp.energy(dawn)).isEqualTo(Quantity.of("1.525", Unit.KILOWATT_HOUR));
        assertThat(lamp.energy(dusk))
                .isEqualTo(device("LampPost", "ratedPower=100", 1).energy(dusk));
    }

    @Test
    void anotherSeedOrAnotherTwinIsAnotherDevice() {
        assertThat(week(device("ParkingBay", "", 1))).isEqualTo(week(device("ParkingBay", "", 1)));
        assertThat(week(device("ParkingBay", "", 1))).isNotEqualTo(week(device("ParkingBay", "", 2)));
    }

    @Test
    void aYearOfEnergyIsPlausible() {
        assertThat(kilowattHoursOfAYear("LampPost", "ratedPower=70")).isCloseTo(295, within(25.0));
        assertThat(kilowattHoursOfAYear("Photovoltaic", "peakPower=1")).isCloseTo(1200, within(250.0));
        assertThat(kilowattHoursOfAYear("SolarThermal", "collectorArea=1")).isCloseTo(500, within(110.0));
        assertThat(kilowattHoursOfAYear("HeatingPlant", "ratedPower=150")).isCloseTo(230_000, within(60_000.0));
        assertThat(kilowattHoursOfAYear("HeatPump", "ratedPower=20")).isCloseTo(42_000, within(12_000.0));
        assertThat(kilowattHoursOfAYear("Connector", "ratedPower=22")).isCloseTo(45_000, within(15_000.0));
        assertThat(kilowattHoursOfAYear("Meter", "medium=electricity")).isCloseTo(70_000, within(10_000.0));
    }

    @Test
    void aPlantThatMayNotRunGivesNoHeatAndCountsNoHours() {
        Device plant = device("HeatingPlant", "", 1);
        Instant evening = START.plus(Duration.ofHours(20).plusMinutes(30));
        assertThat(plant.show(evening)).containsEntry("hoursToday", Quantity.of("16.5", Unit.HOURS));
        Device off = device("HeatingPlant", "", 1);
        off.take("running", new Value.Flag(false), START.plus(Duration.ofHours(12)));
        assertThat(off.show(evening)).containsEntry("hoursToday", Quantity.of(8, Unit.HOURS));
        assertThat(off.show(evening)).containsEntry("running", new Value.Flag(false));
        assertThat(kilowattHours(off, evening)).isLessThan(kilowattHours(plant, evening));
    }

    @Test
    void roomsFollowTheirSetPointSlowly() {
        Device room = device("BuildingUnit", "", 1);
        room.take("indoorTemperature", Quantity.of(16, Unit.DEGREE_CELSIUS), START.plus(Duration.ofHours(2)));
        assertThat(indoor(room, 2)).isCloseTo(20, within(0.5));
        assertThat(indoor(room, 10)).isCloseTo(17.5, within(1.0));
        assertThat(indoor(room, 60)).isCloseTo(16, within(0.5));
    }

    @Test
    void aBayThatIsKeptForNobodyIsFreeAndAConnectorGivesNoMoreThanItsOutput() {
        Device bay = device("ParkingBay", "", 1);
        bay.take("keptFor", new Value.Term("nobody"), START);
        assertThat(week(bay)).allMatch(shown -> shown.get("occupied").equals(new Value.Flag(false)));
        Device connector = device("Connector", "ratedPower=22", 1);
        double most = mostPower(connector);
        connector.take("output", Quantity.of(40, Unit.PERCENT), START);
        assertThat(most).isGreaterThan(11);
        assertThat(mostPower(connector)).isCloseTo(8.8, within(0.01));
    }

    /** Each session of two whole hours: what it got in each, in kWh; between them one hour without a car. */
    private static List<double[]> sessions(Device connector) {
        List<double[]> sessions = new ArrayList<>();
        double[] got = new double[24 * 60];
        for (int hour = 0; hour < got.length; hour++) {
            got[hour] = kilowattHours(connector, START.plus(Duration.ofHours(hour + 1L)))
                    - kilowattHours(connector, START.plus(Duration.ofHours(hour)));
        }
        for (int hour = 1; hour + 2 < got.length; hour++) {
            if (got[hour - 1] == 0 && got[hour] > 0 && got[hour + 1] > 0 && got[hour + 2] == 0) {
                sessions.add(new double[] {got[hour], got[hour + 1]});
            }
        }
        return sessions;
    }

    @Test
    void aCarThatWasHeldBackChargesMoreInItsSecondHourAndLeavesWithLessOnlyIfThatIsTooShort() {
        Device free = device("Connector", "ratedPower=20", 3);
        Device held = device("Connector", "ratedPower=20", 3);
        held.take("output", Quantity.of(40, Unit.PERCENT), START);
        List<double[]> wanted = sessions(free);
        List<double[]> got = sessions(held);
        assertThat(wanted).hasSizeGreaterThan(20);
        assertThat(got).hasSameSizeAs(wanted);
        int whole = 0;
        for (int each = 0; each < wanted.size(); each++) {
            double power = wanted.get(each)[0];
            assertThat(power).isGreaterThan(8);
            assertThat(got.get(each)[0]).isCloseTo(8, within(0.01));
            double rest = 1.5 * power - 8;
            if (Math.abs(wanted.get(each)[1] - power / 2) < 0.01) {
                assertThat(got.get(each)[1]).isCloseTo(Math.min(8, rest), within(0.01));
                whole += rest < 8 ? 1 : 0;
            }
        }
        assertThat(whole).isPositive();
    }

    @Test
    void aCarThatIsLetGoInBetweenGetsWhatItWantedBeforeItLeaves() {
        Device free = device("Connector", "ratedPower=20", 3);
        Device held = device("Connector", "ratedPower=20", 3);
        int hour = 0;
        while (!starts(free, hour)) {
            hour++;
        }
        Instant begin = START.plus(Duration.ofHours(hour));
        held.take("output", Quantity.of(0, Unit.PERCENT), begin);
        held.take("output", Quantity.of(100, Unit.PERCENT), begin.plus(Duration.ofMinutes(30)));
        double power = kilowatts(free, begin);
        assertThat(kilowatts(held, begin.plus(Duration.ofMinutes(10)))).isZero();
        assertThat(kilowatts(held, begin.plus(Duration.ofMinutes(40)))).isEqualTo(power);
        assertThat(kilowatts(held, begin.plus(Duration.ofMinutes(70)))).isEqualTo(power);
        Instant end = begin.plus(Duration.ofHours(2));
        assertThat(kilowattHours(held, end)).isCloseTo(kilowattHours(free, end), within(0.01));
    }

    private static boolean starts(Device connector, int hour) {
        Instant begin = START.plus(Duration.ofHours(hour));
        double power = kilowatts(connector, begin);
        double next = kilowatts(connector, begin.plus(Duration.ofHours(1)));
        return power > 0 && Math.abs(next - power / 2) < 0.06;
    }

    private static double kilowatts(Device connector, Instant moment) {
        return number(connector.show(moment).get("power"));
    }

    private static Device device(String type, String values, long seed) {
        Noise noise = new Noise(seed);
        Sky sky = new Sky(noise.of("sky"), ZoneId.of("Europe/Rome"), 45.464, 9.19);
        World world = new World(noise, sky, Location.of("9.19 45.464"), START);
        Twin twin = Twin.of(TwinId.of("town:device"), TYPES.get(type)).withAll(values);
        Optional<Model> model = Models.of(type);
        return new Device(twin, model.orElseThrow(), world);
    }

    private static List<Map<String, Value>> week(Device device) {
        List<Map<String, Value>> shown = new ArrayList<>();
        for (int hour = 0; hour < 168; hour++) {
            shown.add(device.show(START.plus(Duration.ofHours(hour))));
        }
        return shown;
    }

    private static double mostPower(Device connector) {
        return week(connector).stream()
                .mapToDouble(shown -> number(shown.get("power")))
                .max()
                .orElseThrow();
    }

    private static double indoor(Device room, int hour) {
        return number(room.show(START.plus(Duration.ofHours(hour))).get("indoorTemperature"));
    }

    private static double kilowattHoursOfAYear(String type, String values) {
        return kilowattHours(device(type, values, 1), START.plus(Duration.ofDays(365)));
    }

    private static double kilowattHours(Device device, Instant until) {
        return device.energy(until).amount().doubleValue();
    }

    private static double number(Value value) {
        return ((Quantity) value).amount().doubleValue();
    }
}
