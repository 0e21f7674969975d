package io.citytwin.examples.milan;

import static io.citytwin.examples.milan.city.Bundled.MILANO;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.LightingClass;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.sync.DirectiveRecord;
import io.citytwin.core.text.Markup;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.examples.milan.report.DistrictChart;
import io.citytwin.examples.milan.report.DistrictDay;
import io.citytwin.examples.milan.report.DistrictText;
import io.citytwin.examples.milan.report.Period;
import io.citytwin.rules.energy.ForecastError;
import io.citytwin.rules.energy.PastQuarter;
import io.citytwin.rules.energy.Prediction;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two weeks of January, the second with a forecast that knows the first: a winter evening passes 180 kW unless devices share. */
class PeakDayTest {

    private static final LocalDate EVENING = LocalDate.of(2026, 1, 22);
    private static final Period DAYS = new Period(LocalDate.of(2026, 1, 12), EVENING);
    private static final BigDecimal LIMIT = BigDecimal.valueOf(180);
    private static final SharedEvening FREE = SharedEvening.play(SharedEvening.GRID, DAYS, false);
    private static final SharedEvening SHARED = SharedEvening.play(SharedEvening.GRID, DAYS, true);

    private static List<PastQuarter> on(SharedEvening run, LocalDate day) {
        return past(run).stream().filter(quarter -> dateOf(quarter).equals(day)).toList();
    }

    private static List<PastQuarter> past(SharedEvening run) {
        return run.energy().past(PeakDay.district());
    }

    private static LocalDate dateOf(PastQuarter quarter) {
        return CivilCalendar.italy().dateOf(quarter.balance().from());
    }

    private static BigDecimal load(PastQuarter quarter) {
        return quarter.balance().load().amount();
    }

    @Test
    void theEveningPassesTheLimitWithoutSharesAndNeverWithThem() {
        assertThat(on(FREE, EVENING))
                .hasSize(96)
                .filteredOn(quarter -> load(quarter).compareTo(LIMIT) > 0)
                .hasSizeGreaterThan(8);
        List<PastQuarter> limited = past(SHARED).stream()
                .filter(quarter -> quarter.cap().isPresent())
                .toList();
        assertThat(limited).hasSizeGreaterThan(5 * 4 * 7);
        assertThat(limited).allSatisfy(quarter -> assertThat(load(quarter)).isLessThanOrEqualTo(LIMIT));
        assertThat(SHARED.deadLetters()).isZero();
    }

    @Test
    void devicesAreHeldOnceAnEveningAndNotWhereTheLimitDoesNotHold() {
        Map<LocalDate, Integer> begun = new TreeMap<>();
        boolean before = false;
        for (PastQuarter quarter : past(SHARED)) {
            begun.merge(dateOf(quarter), quarter.curtailed() && !before ? 1 : 0, Integer::sum);
            before = quarter.curtailed();
            assertThat(quarter.cap().isPresent() || !quarter.curtailed()).isTrue();
        }
        assertThat(begun.get(EVENING)).isEqualTo(1);
        assertThat(begun.values()).allMatch(times -> times <= 1);
        assertThat(past(FREE)).noneMatch(PastQuarter::curtailed);
    }

    @Test
    void whatIsLeftIsUsedWhileCarsWait() {
        // 2 % of the limit, for what the forecast of buildings cannot know and for steps of the connectors.
        assertThat(on(SHARED, EVENING))
                .filteredOn(quarter -> quarter.balance().withheld().amount().compareTo(BigDecimal.TEN) > 0)
                .isNotEmpty()
                .allSatisfy(quarter -> assertThat(load(quarter)).isGreaterThan(BigDecimal.valueOf(170)));
    }

    @Test
    void lampsStayBrightAndEachConnectorKeepsItsFloor() {
        assertThat(SHARED.directives())
                .extracting(record -> record.directive().property())
                .doesNotContain("dimming");
        assertThat(shares(SHARED, "output")).isNotEmpty().allSatisfy((twin, least) -> {
            BigDecimal rated = ((Quantity) MILANO.find(twin).value("ratedPower").orElseThrow()).amount();
            assertThat(rated.multiply(least).movePointLeft(2)).isGreaterThanOrEqualTo(new BigDecimal("1.4"));
        });
    }

    /** The least that each device of the district was ever asked for, in %. */
    private static Map<String, BigDecimal> shares(SharedEvening run, String property) {
        return run.directives().stream()
                .map(DirectiveRecord::directive)
                .filter(directive -> directive.property().equals(property))
                .collect(Collectors.toMap(
                        directive -> directive.twin().toString(), PeakDayTest::amount, BigDecimal::min, TreeMap::new));
    }

    private static BigDecimal amount(Directive directive) {
        return ((Quantity) directive.value()).amount();
    }

    @Test
    void afterThePeakEverythingRests() {
        Map<String, Value> last = new TreeMap<>();
        SHARED.directives().stream()
                .map(DirectiveRecord::directive)
                .filter(directive -> directive.property().equals("output"))
                .forEach(directive -> last.put(directive.twin().toString(), directive.value()));
        List<PastQuarter> evening = on(SHARED, EVENING);
        assertThat(evening.get(95).curtailed()).isFalse();
        assertThat(evening.get(95).cap()).isPresent();
        assertThat(last).hasSizeGreaterThan(10);
        assertThat(last.values()).containsOnly(Quantity.of(100, Unit.PERCENT));
    }

    @Test
    void theForecastKnowsTheLastDaysAndShowsHowFarItIsOff() {
        assertThat(on(SHARED, EVENING))
                .allMatch(quarter -> quarter.predicted()
                        .map(Prediction::method)
                        .equals(Optional.of(Prediction.Method.SAME_QUARTER)));
        ForecastError error = SHARED.energy().error(PeakDay.district());
        assertThat(error.quarters()).isEqualTo(7 * 96);
        assertThat(error.meanAbsolute().amount()).isBetween(BigDecimal.ONE, BigDecimal.valueOf(30));
        assertThat(error.bias().amount().abs()).isLessThan(error.meanAbsolute().amount());
        long covered = past(SHARED).stream()
                .filter(quarter -> quarter.balance()
                                .demand()
                                .amount()
                                .compareTo(
                                        quarter.predicted().orElseThrow().high().amount())
                        <= 0)
                .count();
        assertThat(covered * 100.0 / past(SHARED).size()).isGreaterThan(90);
    }

    @Test
    void whereChargingIsNotEnoughLampsDimToTheirFloorAndTheRestIsTold(@TempDir Path folder) throws IOException {
        Path law = copyWith(folder, "value: 180", "value: 62");
        SharedEvening tight = SharedEvening.play(law, new Period(EVENING, EVENING), true);
        Map<String, BigDecimal> dimmed = shares(tight, "dimming");
        assertThat(dimmed).isNotEmpty().allSatisfy((lamp, least) -> {
            assertThat(MILANO.find(lamp).value("lightingClass")).contains(new Value.Term(LightingClass.M3.code()));
            assertThat(least).isBetween(BigDecimal.valueOf(50), BigDecimal.valueOf(99));
        });
        assertThat(shares(FREE, "dimming")).isEmpty();
    }

    private static Path copyWith(Path folder, String text, String by) throws IOException {
        Path from = SharedEvening.GRID.resolve("it/milano/grid");
        Path to = Files.createDirectories(folder.resolve("it/milano/grid"));
        for (String file : List.of("regulation.yaml", "parameters.yaml", "rules.drl")) {
            Files.writeString(
                    to.resolve(file), Files.readString(from.resolve(file)).replace(text, by));
        }
        return folder;
    }

    @Test
    void theReportDrawsTheDayWithNoNumberThatItsTextDoesNotHave() {
        DistrictDay day = PeakDay.day(MILANO, EVENING, SHARED.energy(), FREE.energy());
        Markup out = new Markup();
        new DistrictChart(day).write(out);
        DistrictText text = new DistrictText(day);
        List<String> lines = text.summary();
        assertThat(lines.get(0)).contains("Porta Romana").contains("2026-01-22");
        assertThat(lines.get(1)).startsWith("Quarters of an hour above the limit: 0 with shares, ");
        assertThat(text.table()).hasSize(97);
        String all = String.join("\n", lines) + String.join("\n", text.table());
        assertThat(out.toString())
                .contains("class=\"limit\"")
                .contains("class=\"over\"")
                .contains("stroke-dasharray");
        assertThat(CityPageTest.numbers(all)).containsAll(CityPageTest.numbersOf(out.toString()));
    }
}
