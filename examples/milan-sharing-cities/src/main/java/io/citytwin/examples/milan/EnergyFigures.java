package io.citytwin.examples.milan;

import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.sync.DirectiveRecord;
import io.citytwin.examples.milan.city.City;
import io.citytwin.examples.milan.report.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Energy and emissions of a played winter: counters of simulated devices, and assumptions. For one thread at a time. */
final class EnergyFigures {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HEATING_DAYS = BigDecimal.valueOf(183);
    private static final long SECONDS_OF_A_DAY = 86_400;
    private static final int DIGITS = 12;

    private final CityRun run;
    private final City city;
    private final TwinGraph graph;
    private final BigDecimal days;
    private final List<Figure> figures = new ArrayList<>();

    EnergyFigures(CityRun run) {
        this.run = run;
        this.city = run.city();
        this.graph = run.graph();
        this.days = BigDecimal.valueOf(run.period().days());
    }

    List<Figure> all() {
        lamps();
        heating();
        roofs();
        charging();
        sharing();
        return List.copyOf(figures);
    }

    private void lamps() {
        BigDecimal used = counters("lamps", "LampPost", "Electricity of lamp posts");
        BigDecimal old = used.multiply(assumed("oldLampFactor"));
        emissions("lamps", used);
        figure(
                "lamps",
                "Electricity that the replaced lamps would have used more",
                of(old.subtract(used), Unit.KILOWATT_HOUR),
                "used x (factor - 1)",
                "oldLampFactor");
    }

    private void heating() {
        counters("heating", "HeatingPlant", "Heat of heating plants");
        counters("heating", "HeatPump", "Electricity of heat pumps");
        retrofits();
        cooling();
    }

    private void retrofits() {
        BigDecimal area = city.all("Building").stream()
                .filter(building -> building.value("retrofitted").equals(Optional.of(new Value.Flag(true))))
                .map(building -> number(building, "floorArea"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal season = days.divide(HEATING_DAYS, DIGITS, RoundingMode.HALF_UP);
        BigDecimal saved = area.multiply(assumed("heatBeforeRetrofit").subtract(assumed("heatAfterRetrofit")))
                .multiply(season);
        figure(
                "heating",
                "Heat saved by retrofits",
                of(saved, Unit.KILOWATT_HOUR),
                "retrofitted m2 x (before - after) x days / 183",
                "heatBeforeRetrofit",
                "heatAfterRetrofit");
        figure(
                "heating",
                "CO2 saved by retrofits",
                of(ofGas(saved), Unit.KILOGRAM),
                "heat / efficiency x gas",
                "heatBeforeRetrofit",
                "heatAfterRetrofit",
                "boilerEfficiency",
                "gasEmission");
    }

    private void cooling() {
        BigDecimal cooler = coolerRooms();
        figure(
                "heating",
                "Heat saved by lower room temperatures that law asked for",
                of(cooler, Unit.KILOWATT_HOUR),
                "degrees below rest x days x m2 x heat of a day",
                "heatAfterRetrofit",
                "heatPerDegree");
        figure(
                "heating",
                "CO2 saved by them",
                of(ofGas(cooler), Unit.KILOGRAM),
                "heat / efficiency x gas",
                "heatAfterRetrofit",
                "heatPerDegree",
                "boilerEfficiency",
                "gasEmission");
    }

    /** Each claim on a room's temperature that its device took, from its moment until another one came. */
    private BigDecimal coolerRooms() {
        BigDecimal perDay = assumed("heatAfterRetrofit")
                .divide(HEATING_DAYS, DIGITS, RoundingMode.HALF_UP)
                .multiply(assumed("heatPerDegree"))
                .divide(HUNDRED, DIGITS, RoundingMode.HALF_UP);
        BigDecimal degreeDaysArea = run.twins().directives().stream()
                .filter(record -> record.state() == DirectiveRecord.State.ACKNOWLEDGED)
                .filter(record -> record.directive().property().equals("indoorTemperature"))
                .filter(record -> record.directive().kind() == Directive.Kind.CLAIM)
                .map(this::degreeDaysArea)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return degreeDaysArea.multiply(perDay);
    }

    private BigDecimal degreeDaysArea(DirectiveRecord record) {
        Directive directive = record.directive();
        Instant until = record.replacedAt().orElse(run.twins().now());
        BigDecimal lasted = BigDecimal.valueOf(
                        Duration.between(directive.issuedAt(), until).toSeconds())
                .divide(BigDecimal.valueOf(SECONDS_OF_A_DAY), DIGITS, RoundingMode.HALF_UP);
        return graph.find(directive.twin())
                .map(unit -> resting(unit, directive)
                        .subtract(((Quantity) directive.value()).amount())
                        .multiply(number(unit, "floorArea"))
                        .multiply(lasted))
                .orElse(BigDecimal.ZERO);
    }

    private static BigDecimal resting(Twin twin, Directive directive) {
        return Optional.ofNullable(twin.type().actuators().get(directive.property()))
                .map(actuator -> ((Quantity) actuator.resting()).amount())
                .orElseThrow();
    }

    private void roofs() {
        BigDecimal given = counters("roofs", "Photovoltaic", "Electricity of photovoltaic roofs");
        figure(
                "roofs",
                "CO2 saved by them",
                of(given.multiply(assumed("gridEmission")), Unit.KILOGRAM),
                "electricity x grid",
                "gridEmission");
        counters("roofs", "SolarThermal", "Heat of solar collectors");
    }

    private void charging() {
        emissions("charging", counters("charging", "Connector", "Electricity of charge points"));
    }

    private void sharing() {
        long cars = city.all("Vehicle").stream()
                .filter(vehicle -> vehicle.value("service").equals(Optional.of(new Value.Term("sharing"))))
                .count();
        trips("shared e-cars", cars, "tripsPerSharedCar");
        trips("shared e-bikes", city.all("Bike").size(), "tripsPerBike");
    }

    private void trips(String what, long vehicles, String tripsOfOne) {
        BigDecimal distance = BigDecimal.valueOf(vehicles)
                .multiply(assumed(tripsOfOne))
                .multiply(assumed("tripLength"))
                .multiply(days);
        figure(
                "sharing",
                "Distance of " + what,
                of(distance, Unit.KILOMETRE),
                "vehicles x trips x km x days",
                tripsOfOne,
                "tripLength");
        figure(
                "sharing",
                "CO2 of private cars that it replaces",
                of(distance.multiply(assumed("carEmission")).movePointLeft(3), Unit.KILOGRAM),
                "km x car",
                tripsOfOne,
                "tripLength",
                "carEmission");
    }

    private BigDecimal counters(String group, String type, String name) {
        List<BigDecimal> read = graph.all(type).stream().flatMap(this::counter).toList();
        BigDecimal sum = read.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        figure(group, name, of(sum, Unit.KILOWATT_HOUR), "counters of " + read.size() + " simulated devices");
        return sum;
    }

    private Stream<BigDecimal> counter(TwinId device) {
        return graph.reading(device, "energy").flatMap(TwinGraph.Reading::value).stream()
                .map(value -> ((Quantity) value).amount());
    }

    private void emissions(String group, BigDecimal electricity) {
        figure(
                group,
                "CO2 of this electricity",
                of(electricity.multiply(assumed("gridEmission")), Unit.KILOGRAM),
                "electricity x grid",
                "gridEmission");
    }

    private BigDecimal ofGas(BigDecimal heat) {
        return heat.multiply(HUNDRED)
                .divide(assumed("boilerEfficiency"), DIGITS, RoundingMode.HALF_UP)
                .multiply(assumed("gasEmission"));
    }

    private BigDecimal assumed(String name) {
        return city.assumed(name).amount();
    }

    private static BigDecimal number(Twin twin, String property) {
        return twin.value(property).map(value -> ((Quantity) value).amount()).orElse(BigDecimal.ZERO);
    }

    private static Quantity of(BigDecimal value, Unit unit) {
        return new Quantity(value.setScale(0, RoundingMode.HALF_UP), unit);
    }

    private void figure(String group, String name, Quantity value, String basis, String... assumptions) {
        figures.add(new Figure(group, name, value, basis, List.of(assumptions)));
    }
}
