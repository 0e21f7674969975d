package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Input;
import io.citytwin.core.time.CivilCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Two regions, four provinces, and a winter of what reaches their city: in time, late, corrected, broken or never. */
final class RandomCity {

    static final LocalDate FIRST_DAY = LocalDate.of(2026, 2, 16);

    private static final CivilCalendar CALENDAR = CivilCalendar.italy();
    private static final AssetTypes TYPES = AssetTypes.builtIn();
    private static final List<String> PROVINCES = List.of("pa", "pb", "pc", "pd");
    private static final List<String> TOWNS = List.of("ta", "tb", "tc", "td", "te");
    private static final List<String> STATIONS = List.of("sa", "sb", "sc", "sd", "se");
    private static final List<String> FUELS = List.of("petrol", "diesel", "diesel", "electric");
    private static final List<String> CLASSES = List.of("0", "1", "3", "4", "5", "6D");

    private final Random random;
    private final List<Input> inputs = new ArrayList<>();
    private Instant last = CALENDAR.startOf(FIRST_DAY);

    private RandomCity(Random random) {
        this.random = random;
    }

    /** What reaches the city, no two inputs at one instant. */
    static List<Input> inputs(long seed, int days) {
        RandomCity city = new RandomCity(new Random(seed));
        city.twins().forEach(twin -> city.inputs.add(new Input.TwinChanged(twin, Instant.EPOCH)));
        for (int day = 0; day < days; day++) {
            city.day(FIRST_DAY.plusDays(day));
        }
        return List.copyOf(city.inputs);
    }

    private List<Twin> twins() {
        List<Twin> twins = new ArrayList<>();
        twins.add(TYPES.twin("xx:rn", "Region").with("code", "XX-1"));
        twins.add(TYPES.twin("xx:rs", "Region").with("code", "XX-2"));
        for (String province : PROVINCES) {
            Twin twin = TYPES.twin("xx:" + province, "Province");
            // Nobody told where the last one lies.
            twins.add(province.equals("pd") ? twin : twin.with("region", id(province.equals("pc") ? "rs" : "rn")));
        }
        TOWNS.forEach(town -> twins.add(town(town)));
        STATIONS.forEach(name -> twins.add(TYPES.twin("xx:" + name, "AirStation")
                .with("province", id(name.equals("se") ? "pa" : "p" + name.charAt(1)))
                .with("role", random.nextInt(5) == 0 ? "local" : "reference")));
        for (int number = 0; number < 8; number++) {
            twins.add(car("car" + number));
        }
        twins.add(TYPES.twin("xx:home", "BuildingUnit").with("place", id("ta")));
        twins.add(TYPES.twin("xx:shop", "BuildingUnit"));
        return twins;
    }

    private static TwinId id(String name) {
        return TwinId.of("xx:" + name);
    }

    private Twin town(String name) {
        Twin twin = TYPES.twin("xx:" + name, "Municipality").with("province", id(pick(PROVINCES)));
        twin = random.nextInt(3) == 0 ? twin : twin.with("population", pick(List.of("30000", "30001", "50000")));
        return random.nextInt(3) == 0 ? twin : twin.with("volunteer", pick(List.of("true", "false")));
    }

    private Twin car(String name) {
        Twin car = TYPES.twin("xx:" + name, "Vehicle");
        car = random.nextInt(10) == 0 ? car : car.with("place", id(pick(TOWNS)));
        car = random.nextInt(10) == 0 ? car : car.with("category", pick(List.of("M1", "M1", "N1", "L3e")));
        car = random.nextInt(10) == 0 ? car : car.with("fuel", pick(FUELS));
        car = random.nextInt(10) == 0 ? car : car.with("euro", pick(CLASSES));
        return random.nextInt(3) == 0 ? car : car.with("dpf", pick(List.of("none", "none", "factory")));
    }

    private void day(LocalDate day) {
        List<Input> today = new ArrayList<>();
        for (String station : STATIONS) {
            LocalDate measured = day.minusDays(random.nextInt(12) == 0 ? random.nextInt(7) : 1);
            if (random.nextInt(20) > 0) {
                today.add(new Input.Observed(pm10(station, measured, time(day, 7, 11))));
            }
        }
        for (String province : PROVINCES) {
            if (random.nextInt(3) > 0) {
                today.add(new Input.Observed(forecast(province, day, time(day, 6, 14))));
            }
        }
        today.add(new Input.TwinChanged(car("car" + random.nextInt(8)), time(day, 0, 24)));
        today.add(new Input.Observed(euro(day)));
        today.add(new Input.Tick(time(day, 0, 24)));
        if (random.nextInt(6) == 0) {
            today.add(new Input.TwinChanged(town(pick(TOWNS)), time(day, 0, 24)));
        }
        if (random.nextInt(5) == 0) {
            today.add(announced(day));
        }
        today.stream().sorted(Comparator.comparing(Input::receivedAt)).forEach(this::add);
    }

    /** Only an input that is alone at its instant: what one knew at an instant is then beyond doubt. */
    private void add(Input input) {
        if (input.receivedAt().isAfter(last)) {
            last = input.receivedAt();
            inputs.add(input);
        }
    }

    private Instant time(LocalDate day, int from, int to) {
        int seconds = random.nextInt((to - from) * 3600);
        return CALENDAR.startOf(day).plus(Duration.ofHours(from)).plusSeconds(seconds);
    }

    private Observation pm10(String station, LocalDate measured, Instant received) {
        boolean smoky = measured.getDayOfMonth() % 11 < 6;
        Quantity value = Quantity.of((smoky ? 49 : 38) + random.nextInt(15), Unit.MICROGRAM_PER_CUBIC_METRE);
        return new Observation(
                id(station),
                "pm10",
                random.nextInt(30) == 0 ? Optional.empty() : Optional.of(value),
                CALENDAR.startOf(measured),
                received,
                "probe",
                random.nextInt(30) == 0 ? Quality.BAD : Quality.GOOD);
    }

    private Observation forecast(String province, LocalDate day, Instant received) {
        Value value = new Value.Term(pick(List.of("accumulation", "variable", "dispersion")));
        Quality quality = random.nextInt(8) == 0 ? Quality.BAD : Quality.GOOD;
        return new Observation(
                id(province), "forecast", Optional.of(value), CALENDAR.startOf(day), received, "weather", quality);
    }

    /** A papers check, at times of what the papers said days ago. */
    private Observation euro(LocalDate day) {
        Instant received = time(day, 0, 24);
        return new Observation(
                id("car" + random.nextInt(8)),
                "euro",
                random.nextInt(6) == 0 ? Optional.empty() : Optional.of(new Value.Term(pick(CLASSES))),
                received.minus(Duration.ofHours(random.nextInt(100))),
                received,
                "papers",
                Quality.GOOD);
    }

    private Input announced(LocalDate day) {
        return new Input.Announced(
                SmokeRules.ID,
                "Level",
                id(pick(PROVINCES)),
                pick(List.of("none", "first", "second")),
                day.plusDays(random.nextInt(3)),
                CALENDAR.at(day, LocalTime.of(13, 0)).plusSeconds(random.nextInt(60)),
                "note");
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
