package io.citytwin.rules.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Recording;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.internal.cli.MadeUpArchive;
import io.citytwin.rules.verify.BacktestMeasure.Kind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A made-up winter: Pahold is dirty from 10 to 20 November 2024, Peburg never. */
class BacktestTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 11, 30);
    private static final BacktestMeasure DRIVING = new BacktestMeasure(Kind.BAN, "Vehicle", "circulate");
    private static final BacktestMeasure WARMTH =
            new BacktestMeasure(Kind.SETTING, "BuildingUnit", "indoorTemperature");
    private static final Recording AIR = new MadeUpArchive().open(Path.of(""));

    @TempDir
    private Path directory;

    private Northland changed;

    @BeforeEach
    void copy() {
        changed = Northland.copiedTo(directory.resolve("changed"));
    }

    private static BacktestVersion version(String name, Path folder) {
        RegulationBundle bundle = RegulationBundle.directory(folder);
        return BacktestVersion.of(name, bundle.find(Northland.ID).orElseThrow(), bundle);
    }

    private static BacktestVersion shipped() {
        return version("shipped", Northland.FOLDER);
    }

    private static Twin twin(String id, String type, String values) {
        return AssetTypes.builtIn().twin("xx:" + id, type).withAll(values);
    }

    private static BacktestPopulation people() {
        List<Twin> twins = new ArrayList<>();
        for (String area : List.of("pa", "pb")) {
            twins.add(twin("town-" + area, "Municipality", "province=xx:" + area));
            twins.add(twin("old-" + area, "Vehicle", "category=M1 fuel=petrol euro=1 place=xx:town-" + area));
            twins.add(twin("older-" + area, "Vehicle", "category=M1 fuel=petrol euro=1 place=xx:town-" + area));
            twins.add(twin("van-" + area, "Vehicle", "category=N1 fuel=diesel euro=5 place=xx:town-" + area));
            twins.add(twin("new-" + area, "Vehicle", "category=M1 fuel=petrol euro=6 place=xx:town-" + area));
            twins.add(twin("riddle-" + area, "Vehicle", "category=M1 fuel=petrol place=xx:town-" + area));
            twins.add(twin("flat-" + area, "BuildingUnit", "use=dwelling place=xx:town-" + area));
        }
        return new BacktestPopulation("a test", false, twins, List.of());
    }

    private static BacktestReport replay(BacktestVersion candidate) {
        return Backtest.of(AIR, candidate).among(people()).run(FIRST, LAST);
    }

    private static BacktestArea area(BacktestReport report, String name) {
        return report.candidate().areas().stream()
                .filter(area -> area.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private BacktestReport compared() {
        return Backtest.of(AIR, version("candidate", changed.path()))
                .against(shipped())
                .among(people())
                .run(FIRST, LAST);
    }

    // Act 2: two days above the limit; Thursday the 14th decides, the 15th is the first day.
    @Test
    void hoursAndTwinsAreThoseOfTheRules() {
        BacktestReport report = replay(shipped());

        assertThat(report.candidate().areas()).extracting(BacktestArea::name).containsExactly("Pahold", "Peburg");
        BacktestArea dirty = area(report, "Pahold");
        assertThat(dirty.days()).filteredOn(day -> day.state().equals("first")).hasSize(16);
        BacktestAmount driving = dirty.sum(DRIVING, day -> true);
        // Two cars 07:30-19:30 on 16 days, a van 08:30-18:30 on 11 days from Monday to Friday.
        assertThat(driving.twinMinutes()).isEqualTo(60 * (2 * 16 * 12 + 11 * 10));
        assertThat(driving.minutes()).isEqualTo(60 * 16 * 12);
        assertThat(dirty.affected(DRIVING)).isEqualTo(3);
        // Of the car without a class nobody can say.
        assertThat(driving.unknownMinutes()).isEqualTo(60 * 16 * 12);
        BacktestAmount warmth = dirty.sum(WARMTH, day -> true);
        assertThat(warmth.directives()).isEqualTo(1);
        assertThat(warmth.twinMinutes()).isEqualTo(60 * 16 * 24);
        assertThat(warmth.shiftMinutes()).isEqualByComparingTo(BigDecimal.valueOf(60 * 16 * 24));
        // Control: nothing of it where the air is clean.
        assertThat(area(report, "Peburg").shares()).isEmpty();
        assertThat(area(report, "Peburg").sum(WARMTH, day -> true)).isEqualTo(BacktestAmount.NONE);
        assertThat(report.first()).isEmpty();
    }

    @Test
    void eachMinuteIsWhatTheEngineAnswersForIt() {
        BacktestReport report = replay(shipped());
        CivilCalendar calendar = CivilCalendar.italy();
        try (RegulationEngine engine = RegulationEngine.builder()
                .regulations(RegulationBundle.directory(Northland.FOLDER))
                .build()) {
            AIR.twins().forEach(engine::put);
            people().twins().forEach(engine::put);
            AIR.observations().stream()
                    .filter(seen -> calendar.dateOf(seen.receivedAt()).isBefore(LAST.plusDays(1)))
                    .forEach(seen -> engine.accept(new Input.Observed(seen)));
            engine.advanceTo(calendar.startOf(LAST.plusDays(1)).minusNanos(1));
            for (BacktestDay day : area(report, "Pahold").days()) {
                assertThat(day.amount(DRIVING).twinMinutes())
                        .as(day.date().toString())
                        .isEqualTo(forbidden(engine, calendar, day.date()));
            }
        }
    }

    private static long forbidden(RegulationEngine engine, CivilCalendar calendar, LocalDate day) {
        long minutes = 0;
        for (String car : List.of("old", "older", "van", "new", "riddle")) {
            Question question = Question.may(TwinId.of("xx:" + car + "-pa"), "circulate");
            for (Instant at = calendar.startOf(day);
                    at.isBefore(calendar.startOf(day.plusDays(1)));
                    at = at.plus(Duration.ofMinutes(30))) {
                Decision decision = engine.decide(question, AsOf.at(at));
                minutes += decision.outcome() == Decision.Outcome.FORBIDDEN ? 30 : 0;
            }
        }
        return minutes;
    }

    // Five days are enough on Monday the 18th only: four days later than two days are.
    @Test
    void theFirstDifferingDayIsExplainedByTheChangedValue() {
        changed.changed("parameters.yaml", "from: 2024-10-01, value: 2", "from: 2024-10-01, value: 5");
        BacktestReport report = compared();

        BacktestDifference first = report.first().orElseThrow();
        assertThat(first.date()).isEqualTo(LocalDate.of(2024, 11, 15));
        assertThat(first.areaName()).isEqualTo("Pahold");
        assertThat(first.what()).isEqualTo("Level");
        assertThat(first.before()).startsWith("first").contains("RAISED by on", "over 4");
        assertThat(first.after()).startsWith("none").contains("KEPT", "over 4");
        assertThat(first.causes()).extracting(LawDiffEntry::name).containsExactly("onDays");
        assertThat(report.differingDays(0)).hasSize(4).first().isEqualTo(first.date());
        assertThat(report.differingDays(1)).isEmpty();
        assertThat(report.law().entries()).hasSize(1);
    }

    @Test
    void anotherTableMakesADifferenceOfMeasuresWithBothAnswers() {
        changed.changed("tables/stopped.csv", "0-1,daily 07:30-19:30", "0-1,daily 09:00-19:30");
        BacktestReport report = compared();

        BacktestDifference first = report.first().orElseThrow();
        assertThat(first.date()).isEqualTo(LocalDate.of(2024, 11, 15));
        assertThat(first.what()).isEqualTo("Vehicle may not circulate");
        assertThat(first.before()).startsWith("FORBIDDEN").contains("2024-11-15T07:30", "Act 2 of 2024-06-24");
        assertThat(first.after()).startsWith("ALLOWED");
        assertThat(first.causes()).extracting(LawDiffEntry::name).containsOnly("Stopped");
        // A change of the table that ended before these days is no cause.
        assertThat(report.law().entries()).hasSize(2);
    }

    @Test
    void theSameLawGivesTheSameEverywhere() {
        BacktestReport report = compared();

        assertThat(report.first()).isEmpty();
        assertThat(report.text()).contains("Both versions give the same on every day.", "Nothing changed.");
        assertThat(report.html()).contains("Both versions give the same on every day.");
    }

    @Test
    void aMadeUpPopulationIsTheSameForItsSeedAndSaysSoEverywhere() {
        BacktestReport one = Backtest.of(AIR, shipped()).run(FIRST, LAST);
        BacktestReport same = Backtest.of(AIR, shipped()).run(FIRST, LAST);

        assertThat(same.text()).isEqualTo(one.text());
        assertThat(same.html()).isEqualTo(one.html());
        assertThat(one.text()).contains("MADE UP", "made up: nobody counted", "No emission factor was given");
        assertThat(one.html()).contains("MADE UP", "made up: nobody counted", "No emission factor was given");
        assertThat(one.subject().counts()).containsEntry("Vehicle", 2000L);
        assertThat(BacktestPopulation.madeUp(AIR, 1).twins())
                .isNotEqualTo(BacktestPopulation.madeUp(AIR, 2).twins());
    }

    @Test
    void eachNumberOfThePageStandsInTheText() {
        changed.changed("parameters.yaml", "from: 2024-10-01, value: 2", "from: 2024-10-01, value: 5");
        BacktestReport report = compared();

        Set<String> told = numbers(report.text());
        String page = report.html().replaceAll("(?s)<style>.*?</style>", "").replaceAll("<[^>]*>", " ");
        assertThat(told).containsAll(numbers(page));
        assertThat(numbers(page)).hasSizeGreaterThan(20);
    }

    private static Set<String> numbers(String text) {
        Set<String> found = new TreeSet<>();
        Matcher number = Pattern.compile("\\d+(?:\\.\\d+)?").matcher(text);
        while (number.find()) {
            found.add(number.group());
        }
        return found;
    }

    @Test
    void thePageNeedsNoNetworkAndIsWellFormed() throws Exception {
        String page = Backtest.of(AIR, shipped()).run(FIRST, LAST).html();

        assertThat(page).doesNotContain("http:", "https:", "url(", "<script", "src=", "@import");
        assertThat(page).contains("prefers-color-scheme: dark", "width=device-width");
        String xml = page.substring(page.indexOf("<body"), page.indexOf("</html>"));
        javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new org.xml.sax.InputSource(new java.io.StringReader(xml)));
    }

    @Test
    void namesOfFoldersAreasAndFilesStayText() {
        String name = "<script>alert(1)</script>\" onload=\"alert(2)\n=cmd()";
        List<Twin> twins = AIR.twins().stream()
                .map(twin -> twin.id().equals(TwinId.of("xx:pa")) ? twin.with("label", name) : twin)
                .toList();
        Recording air = new Recording(name, twins, AIR.observations(), List.of());
        BacktestReport report = Backtest.of(air, version(name, Northland.FOLDER))
                .against(version(
                        name,
                        changed.changed("parameters.yaml", "value: 50,", "value: 80,")
                                .path()))
                .among(new BacktestPopulation(name, true, people().twins(), List.of(name)))
                .run(FIRST, LAST);

        assertThat(report.html())
                .doesNotContain("<script", "\" onload=\"")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&quot;alert(2)");
        assertThat(report.text().lines()).noneMatch(line -> line.startsWith("=cmd()"));
    }

    @Test
    void airOfAnotherRegionReplaysNothing() {
        List<Twin> south = AIR.twins().stream()
                .filter(twin ->
                        twin.id().toString().contains("pz") || twin.id().name().equals("XX-2"))
                .toList();
        Recording air = new Recording("Southland", south, List.of(), List.of());

        assertThatThrownBy(() -> Backtest.of(air, shipped()).run(FIRST, LAST))
                .isInstanceOf(CityTwinException.class)
                .hasMessageContaining("R330")
                .hasMessageContaining("Southland");
        assertThatThrownBy(() -> Backtest.of(AIR, shipped()).run(LAST, FIRST)).hasMessageContaining("C108");
    }

    @Test
    void twinsOutsideAreCountedAsSuch() {
        List<Twin> more = new ArrayList<>(people().twins());
        more.add(twin("lost", "Vehicle", "category=M1 fuel=petrol euro=1"));
        more.add(twin("south", "Vehicle", "category=M1 fuel=petrol euro=1").with("place", TwinId.of("xx:pz")));
        BacktestReport report = Backtest.of(AIR, shipped())
                .among(new BacktestPopulation("a test", false, more, List.of()))
                .run(FIRST, LAST);

        assertThat(report.text()).contains("2 of them are in no area that is replayed.");
        assertThat(report.subject().counts()).containsEntry("Vehicle", 10L);
        assertThat(report.subject().reading().map(BacktestReport.Reading::indicator))
                .isEqualTo(Optional.of("pm10"));
    }
}
