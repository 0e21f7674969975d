package io.citytwin.examples.milan;

import static io.citytwin.examples.milan.city.Bundled.MILANO;
import static io.citytwin.examples.milan.city.Bundled.TORINO;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.sync.DirectiveRecord;
import io.citytwin.core.text.Markup;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.examples.milan.report.DistrictChart;
import io.citytwin.examples.milan.report.DistrictDay;
import io.citytwin.examples.milan.report.DistrictText;
import io.citytwin.examples.milan.report.Period;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.directive.ActuatorId;
import io.citytwin.rules.directive.Award;
import io.citytwin.rules.directive.Claim;
import io.citytwin.rules.directive.Ledger;
import io.citytwin.rules.energy.DistrictEnergy;
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

/** Two weeks of January, the second with a forecast that knows the first: winter evenings pass 180 kW unless devices share. */
class PeakDayTest {

    /** The district that passes its limit if nobody sees to it. */
    static final TwinId DISTRICT = TwinId.of("it.milano:district-morivione");

    private static final LocalDate EVENING = LocalDate.of(2026, 1, 22);
    private static final Period DAYS = new Period(LocalDate.of(2026, 1, 12), EVENING);
    private static final Period LAST = new Period(EVENING.minusDays(1), EVENING);
    private static final BigDecimal LIMIT = BigDecimal.valueOf(180);
    private static final BigDecimal LEAST_CHARGE = BigDecimal.valueOf(20);
    private static final SharedEvening FREE = SharedEvening.play(MILANO.regulations(), LAST, false);
    private static final SharedEvening SHARED = SharedEvening.play(MILANO.regulations(), DAYS, true);

    private static List<PastQuarter> on(SharedEvening run, LocalDate day) {
        return past(run).stream().filter(quarter -> dateOf(quarter).equals(day)).toList();
    }

    private static List<PastQuarter> past(SharedEvening run) {
        return run.energy().past(DISTRICT);
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
        List<BigDecimal> waiting = on(SHARED, EVENING).stream()
                .filter(quarter -> quarter.balance().withheld().amount().compareTo(BigDecimal.TEN) > 0)
                .map(PeakDayTest::load)
                .toList();
        // Less where cars leave and others come within a quarter; else steps and what a forecast of buildings cannot
        // know.
        assertThat(waiting).hasSizeGreaterThan(16).allMatch(load -> load.compareTo(BigDecimal.valueOf(150)) > 0);
        BigDecimal sum = waiting.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isGreaterThan(BigDecimal.valueOf(170L * waiting.size()));
    }

    @Test
    void lampsStayBrightAndEachConnectorKeepsItsFloor() {
        assertThat(SHARED.ledger())
                .filteredOn(
                        entry -> isShare(entry) && entry.actuator().property().equals("dimming"))
                .isEmpty();
        assertThat(shares(SHARED, "output"))
                .isNotEmpty()
                .allSatisfy((twin, least) -> assertThat(least).isGreaterThanOrEqualTo(LEAST_CHARGE));
        assertThat(SHARED.splits())
                .isNotEmpty()
                .allSatisfy(split -> assertThat(split.unmet().amount()).isZero());
    }

    private static boolean isShare(Ledger.Entry entry) {
        return entry.award()
                .filter(award -> award.winner().kind() == Claim.Kind.SHARE)
                .isPresent();
    }

    /** Of one connector on that evening: who allowed how much, why, and who else wanted something of it. */
    @Test
    void theLedgerSaysWhoWantedWhat() {
        Ledger.Entry budget = SHARED.ledger().stream()
                .filter(entry -> entry.actuator().equals(new ActuatorId(DISTRICT, DistrictEnergy.BUDGET)))
                .findFirst()
                .orElseThrow();
        assertThat(budget.directive()).isEmpty();
        assertThat(budget.award().orElseThrow().winner().provision()).isEqualTo("it.milano.grid/load");
        assertThat(budget.award().orElseThrow().value()).isEqualTo(Quantity.of(180, Unit.KILOWATT));
        List<Ledger.Entry> shared =
                SHARED.ledger().stream().filter(PeakDayTest::isShare).toList();
        assertThat(shared).isNotEmpty().allSatisfy(entry -> {
            Award award = entry.award().orElseThrow();
            assertThat(award.winner().provision()).isEqualTo("it.milano.grid/load");
            assertThat(award.winner().authority().orElseThrow().name()).isEqualTo("Sito dimostrativo Sharing Cities");
            assertThat(award.winner().reason()).contains("may draw `180 kW`");
            assertThat(entry.directive().orElseThrow().value()).isEqualTo(award.value());
            assertThat(award.losers())
                    .anySatisfy(loser -> assertThat(loser.claim().provision()).endsWith("sharing/leastCharge"));
        });
        assertThat(shared)
                .flatExtracting(entry -> entry.award().orElseThrow().losers())
                .anySatisfy(loser -> {
                    assertThat(loser.claim().provision()).isEqualTo("it.milano.sharing/charging");
                    assertThat(loser.reason()).isEqualTo(Award.Reason.BEYOND_LIMIT);
                });
        assertThat(FREE.ledger()).noneMatch(PeakDayTest::isShare);
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

    /** The limit ends at midnight, which is the last step that is played. */
    @Test
    void afterThePeakEverythingRests() {
        Map<String, Directive> last = new TreeMap<>();
        SHARED.directives().stream()
                .map(DirectiveRecord::directive)
                .filter(directive -> directive.property().equals("output"))
                .filter(directive -> directive.twin().name().startsWith("connector"))
                .forEach(directive -> last.put(directive.twin().toString(), directive));
        assertThat(last).hasSizeGreaterThan(10);
        assertThat(last.values())
                .allMatch(directive -> directive.kind() == Directive.Kind.REVERT)
                .allMatch(directive -> directive.value().equals(Quantity.of(100, Unit.PERCENT)));
        assertThat(SHARED.energy().current(DISTRICT)).isEmpty();
    }

    @Test
    void theForecastKnowsTheLastDaysAndShowsHowFarItIsOff() {
        assertThat(on(SHARED, EVENING))
                .allMatch(quarter -> quarter.predicted()
                        .map(Prediction::method)
                        .equals(Optional.of(Prediction.Method.SAME_QUARTER)));
        ForecastError error = SHARED.energy().error(DISTRICT);
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
        RegulationBundle law = RegulationBundle.classpath()
                .and(RegulationBundle.directory(copyWith(folder, "value: 180", "value: 62")));
        SharedEvening tight = SharedEvening.play(law, new Period(EVENING, EVENING), true);
        Map<String, BigDecimal> dimmed = shares(tight, "dimming");
        assertThat(dimmed).isNotEmpty().allSatisfy((lamp, least) -> {
            String lightingClass =
                    MILANO.find(lamp).value("lightingClass").orElseThrow().toString();
            assertThat(least)
                    .isGreaterThanOrEqualTo(
                            MILANO.assumed("lampFloor" + lightingClass).amount());
        });
        assertThat(tight.splits()).anyMatch(split -> split.unmet().amount().signum() > 0);
    }

    /** The grid's rules alone, so that no other house rule dims lamps. */
    private static Path copyWith(Path folder, String text, String by) throws IOException {
        Path from = Path.of("src/main/resources/cities/milano/regulations/it/milano/grid");
        Path to = Files.createDirectories(folder.resolve("it/milano/grid"));
        for (String file : List.of("regulation.yaml", "parameters.yaml", "rules.drl")) {
            Files.writeString(
                    to.resolve(file), Files.readString(from.resolve(file)).replace(text, by));
        }
        return folder;
    }

    /** The demo's own report of that day: 7 days are enough for it. */
    @Test
    void theReportDrawsTheDayWithNoNumberThatItsTextDoesNotHave() {
        List<DistrictDay> days =
                PeakReport.of(MILANO, MILANO.regulations(), new Period(EVENING, EVENING), () -> Site.DIRECT);
        DistrictDay day = days.get(0);
        Markup out = new Markup();
        new DistrictChart(day, "").write(out);
        DistrictText text = new DistrictText(day);
        List<String> lines = text.summary();
        assertThat(day.district()).contains("Morivione");
        assertThat(day.date()).isEqualTo(EVENING);
        assertThat(day.mostOfLimit()).isGreaterThan(BigDecimal.ONE);
        assertThat(day.sessions().least())
                .hasValueSatisfying(least -> assertThat(least).isGreaterThanOrEqualTo(LEAST_CHARGE));
        assertThat(lines.get(0)).contains("180.0 kW, from 16:00 on, in 32 quarters");
        assertThat(lines.get(2)).startsWith("Quarters of an hour above the limit: 0 with shares, ");
        assertThat(text.table()).hasSize(97);
        String all = text.title() + String.join("\n", lines) + String.join("\n", text.table());
        assertThat(out.toString())
                .contains("class=\"limit\"")
                .contains("class=\"over\"")
                .contains("stroke-dasharray");
        assertThat(CityPageTest.numbers(all)).containsAll(CityPageTest.numbersOf(out.toString()));
    }

    @Test
    void aCityWhoseLawLimitsNoDistrictShowsNone() {
        assertThat(PeakReport.of(TORINO, TORINO.regulations(), new Period(EVENING, EVENING), () -> Site.DIRECT))
                .isEmpty();
    }

    @Test
    void theDayIsTheWorkingDayInTheMiddleOrTheLastBefore() {
        assertThat(PeakReport.workingDayIn(DAYS)).isEqualTo("2026-01-16");
        assertThat(PeakReport.workingDayIn(new Period(EVENING, EVENING))).isEqualTo(EVENING);
        LocalDate sunday = LocalDate.of(2026, 1, 25);
        assertThat(PeakReport.workingDayIn(new Period(sunday, sunday))).isEqualTo("2026-01-23");
        LocalDate epiphany = LocalDate.of(2026, 1, 6);
        assertThat(PeakReport.workingDayIn(new Period(epiphany, epiphany))).isEqualTo("2026-01-05");
    }
}
