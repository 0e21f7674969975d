package io.citytwin.examples.milan;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Outline;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import io.citytwin.examples.milan.report.Answer;
import io.citytwin.examples.milan.report.Assumption;
import io.citytwin.examples.milan.report.CityHeading;
import io.citytwin.examples.milan.report.CityMap;
import io.citytwin.examples.milan.report.CityReport;
import io.citytwin.examples.milan.report.DirectiveTally;
import io.citytwin.examples.milan.report.DistrictDay;
import io.citytwin.examples.milan.report.Explained;
import io.citytwin.examples.milan.report.FeeTally;
import io.citytwin.examples.milan.report.Figure;
import io.citytwin.examples.milan.report.GateTally;
import io.citytwin.examples.milan.report.InventoryCount;
import io.citytwin.examples.milan.report.Winter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A city's report filled by hand, without any law or device. Only for looking at the report. */
final class SketchedCity {

    private SketchedCity() {}

    /** Every text that a city's files could bring reads {@code word}. */
    static CityReport of(Winter winter, String word) {
        CityHeading heading = new CityHeading(
                "sketch",
                word,
                winter.heading().period(),
                winter.heading().generated(),
                word,
                List.of(word),
                List.of(word));
        return new CityReport(
                heading,
                List.of(new InventoryCount("LampPost", word, 300, "1234 W")),
                winter,
                List.of(
                        new GateTally("north", word, "XX-1", "FORBIDDEN", word, 41),
                        new GateTally("south", word, "XX-1", "FORBIDDEN", word, 29)),
                List.of(new FeeTally(word, word, word, 17, Quantity.of("127.5", Unit.EURO))),
                directives(winter.heading().period().from(), word),
                List.of(new Figure("lamps", word, Quantity.of("812.4", Unit.KILOWATT_HOUR), word, List.of(word))),
                List.of(evening(winter.heading().period().from(), word)),
                List.of(new Assumption(word, Quantity.of("0.31", Unit.KILOGRAM_PER_KILOWATT_HOUR), word)),
                List.of(new Explained(
                        word,
                        new Answer(
                                word,
                                "FORBIDDEN",
                                List.of(new Answer.Reason(word, word, List.of(word))),
                                List.of(word)),
                        List.of(word))),
                map(word));
    }

    private static List<DirectiveTally> directives(LocalDate first, String word) {
        List<DirectiveTally> tallies = new ArrayList<>();
        for (int day = 0; day < 40; day += 3) {
            tallies.add(new DirectiveTally(
                    first.plusDays(day), "LampPost", "dimming", "70 %", word, "CLAIM", 100 + day, 99 + day, 1));
            tallies.add(
                    new DirectiveTally(first.plusDays(day), "Gate", "active", "true", "xx/hours", "CLAIM", 11, 11, 0));
        }
        return tallies;
    }

    private static DistrictDay evening(LocalDate date, String word) {
        List<DistrictDay.Quarter> quarters = new ArrayList<>();
        for (int quarter = 0; quarter < 96; quarter++) {
            boolean limited = quarter >= 64;
            BigDecimal free = BigDecimal.valueOf(1500 + 17L * (quarter % 40), 1);
            BigDecimal limit = BigDecimal.valueOf(1800, 1);
            quarters.add(new DistrictDay.Quarter(
                    LocalTime.of(quarter / 4, 15 * (quarter % 4)),
                    limited ? free.min(limit) : free,
                    free,
                    Optional.of(free.add(BigDecimal.ONE)),
                    Optional.of(free.add(BigDecimal.TEN)),
                    limited ? Optional.of(limit) : Optional.empty(),
                    limited,
                    BigDecimal.valueOf(3, 1)));
        }
        return new DistrictDay(
                word,
                date,
                quarters,
                new DistrictDay.Forecast(word, BigDecimal.valueOf(71, 1), BigDecimal.valueOf(-4, 1)),
                new DistrictDay.GaveWay(13, Optional.of(BigDecimal.valueOf(22))),
                new DistrictDay.GaveWay(0, Optional.empty()),
                BigDecimal.valueOf(19, 1));
    }

    private static CityMap map(String word) {
        Outline zone = new Outline(List.of(new Outline.Polygon(List.of(List.of(
                Location.of("9.18 45.45"),
                Location.of("9.21 45.45"),
                Location.of("9.21 45.47"),
                Location.of("9.18 45.47"),
                Location.of("9.18 45.45"))))));
        return new CityMap(
                List.of(new CityMap.Area("x:zone", "Zone", word, zone)),
                List.of(
                        new CityMap.Point("x:gate", "Gate", word, Location.of("9.195 45.45")),
                        new CityMap.Point("x:lamp", "LampPost", word, Location.of("9.2025 45.4517"))));
    }
}
