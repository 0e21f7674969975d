package io.citytwin.rules.internal.cli;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.InventoryReport;
import io.citytwin.core.model.Twin;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.StandingFindings;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.internal.backtest.InventoryFolder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * In how many classes the twins of a city fall. Immutable.
 *
 * @param twins how many there are of each type
 * @param classes provision and type to the number of classes
 */
record CityClasses(Map<String, Long> twins, SortedMap<String, Integer> classes) {

    /** No city was given. */
    static CityClasses none() {
        return new CityClasses(Map.of(), new TreeMap<>());
    }

    /** The twins of a folder of inventory files, at noon of a day. */
    static CityClasses of(RegulationBundle law, Path folder, LocalDate day) {
        CivilCalendar calendar = CivilCalendar.italy();
        InventoryReport inventory = InventoryFolder.read(
                folder, String.valueOf(folder.toAbsolutePath().normalize().getFileName()));
        StandingFindings standing =
                StandingFindings.of(law.regulations(), AssetTypes.builtIn(), calendar, calendar.startOf(day));
        List<Twin> twins = inventory.twins();
        twins.forEach(standing::put);
        return new CityClasses(
                twins.stream().collect(Collectors.groupingBy(twin -> twin.type().name(), Collectors.counting())),
                standing.classes());
    }

    /** What is told of a provision. */
    List<String> lines(String provision) {
        return classes.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(provision + " "))
                .map(entry -> line(entry.getKey().substring(provision.length() + 1), entry.getValue()))
                .toList();
    }

    private String line(String type, int count) {
        return "in the city: " + twins.getOrDefault(type, 0L) + " of " + type + " in " + count
                + (count == 1 ? " class" : " classes");
    }
}
