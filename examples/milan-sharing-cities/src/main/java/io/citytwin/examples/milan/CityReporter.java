package io.citytwin.examples.milan;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Outline;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.examples.milan.city.City;
import io.citytwin.examples.milan.city.CityFile;
import io.citytwin.examples.milan.report.Assumption;
import io.citytwin.examples.milan.report.CityHeading;
import io.citytwin.examples.milan.report.CityMap;
import io.citytwin.examples.milan.report.CityReport;
import io.citytwin.examples.milan.report.InventoryCount;
import io.citytwin.examples.milan.report.Period;
import io.citytwin.rules.bundle.RegulationBundle;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Fills the report of a city: its heading before it is played, all else after. Immutable. */
final class CityReporter {

    private CityReporter() {}

    static CityHeading heading(City city, AirWinter air, RegulationBundle bundle, Period period) {
        CityFile file = city.file();
        List<String> notes = new ArrayList<>(List.of(file.note().en()));
        notes.add(
                "Vehicles and passages are made up by seeds, devices are simulated: nobody counted or measured them.");
        if (!file.devices().refusing().isEmpty() || !file.devices().silent().isEmpty()) {
            notes.add("On purpose, " + file.devices().refusing().size() + " device refuses what it is asked and "
                    + file.devices().silent().size() + " never answers.");
        }
        return new CityHeading(
                city.name(),
                file.title().en(),
                period,
                air.generated(),
                file.fleet().vehicles() + " vehicles by seed " + file.fleet().seed() + ", about "
                        + file.traffic().passagesPerDay() + " passages a day by seed "
                        + file.traffic().seed(),
                bundle.regulations().stream()
                        .map(regulation -> regulation.id() + ", "
                                + regulation.title().in("en") + ", read up to " + regulation.verified())
                        .toList(),
                notes);
    }

    static CityReport of(CityRun run, CityHeading heading, Winters winters) {
        City city = run.city();
        GateTallies gates = new GateTallies(run.graph(), run.engine().settlements());
        return new CityReport(
                heading,
                inventory(city),
                winters.read(run.engine()),
                gates.gates(),
                gates.fees(),
                DirectiveTallies.of(run.twins().directives(), run.graph(), run.period()),
                new EnergyFigures(run).all(),
                PeakReport.of(city, run.law(), run.period(), run::anotherSite),
                city.file().assumptions().stream().map(CityReporter::assumption).toList(),
                new Telling(run).all(),
                map(city));
    }

    private static Assumption assumption(CityFile.Assumed assumed) {
        return new Assumption(
                assumed.name(), assumed.quantity(), assumed.label().en());
    }

    private static List<InventoryCount> inventory(City city) {
        List<InventoryCount> counts = new ArrayList<>();
        for (CityFile.Listed listed : city.file().inventory()) {
            boolean heated = listed.type().equals("Building");
            counts.add(new InventoryCount(listed.type(), listed.file(), listed.rows(), heated ? heated(city) : ""));
        }
        counts.add(new InventoryCount("Vehicle", "made up", city.file().fleet().vehicles(), ""));
        counts.sort(Comparator.comparing(InventoryCount::type).thenComparing(InventoryCount::file));
        return counts;
    }

    private static String heated(City city) {
        return area(city, "private") + " private, " + area(city, "public") + " public";
    }

    private static Quantity area(City city, String owner) {
        BigDecimal sum = city.all("Building").stream()
                .filter(building -> building.value("owner").equals(Optional.of(new Value.Term(owner))))
                .flatMap(building -> building.value("floorArea").stream())
                .map(value -> ((Quantity) value).amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Quantity(sum, Unit.SQUARE_METRE);
    }

    private static CityMap map(City city) {
        List<CityMap.Area> areas = new ArrayList<>();
        List<CityMap.Point> points = new ArrayList<>();
        for (Twin twin : city.twins()) {
            String id = twin.id().toString();
            String type = twin.type().name();
            String label = AirWinter.label(twin);
            twin.value("outline").ifPresent(value -> areas.add(new CityMap.Area(id, type, label, (Outline) value)));
            twin.value("location").ifPresent(value -> points.add(new CityMap.Point(id, type, label, (Location) value)));
        }
        return new CityMap(areas, points);
    }
}
