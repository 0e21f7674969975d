package io.citytwin.examples.milan;

import static io.citytwin.examples.milan.city.Bundled.MILANO;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.examples.milan.report.CityPage;
import io.citytwin.examples.milan.report.CityReport;
import io.citytwin.examples.milan.report.CityText;
import io.citytwin.examples.milan.report.Heading;
import io.citytwin.examples.milan.report.LawRow;
import io.citytwin.examples.milan.report.Winter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page, from records filled by hand. */
class CityPageTest {

    private static final Winter WINTER = SketchedWinter.of(GeneratedWinter.of(MILANO));
    private static final CityReport CITY = SketchedCity.of(WINTER, "Somewhere");
    private static final String PAGE = new CityPage(CITY).html();
    private static final int MAPS = 2;
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.-]\\d+)*");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TABLE = Pattern.compile("(?s)<table>.*?</table>");

    private static long count(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }

    static Set<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /**
     * The numbers of a page: all of its tables, and those of its charts without the days themselves, which the text names
     * by month and column.
     */
    static Set<String> numbersOf(String page) {
        Set<String> shown = new HashSet<>(numbers(DAY.matcher(visible(page)).replaceAll(" ")));
        TABLE.matcher(page).results().forEach(table -> shown.addAll(numbers(visible(table.group()))));
        return shown;
    }

    static String text(CityReport city) {
        List<String> lines = new ArrayList<>(CityText.heading(city.heading()));
        lines.addAll(new CityText(city).body());
        return String.join("\n", lines);
    }

    /** What a reader can see or point at: no tags, no style sheet, no ticks of axes. */
    private static String visible(String page) {
        return page.replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("<text class=\"tick[^>]*>[^<]*</text>", "")
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replace("&gt;", ">");
    }

    @Test
    void hasACellForEachDayOfEachProvince() {
        long directives = CITY.directives().size();
        assertThat(count(PAGE, "<g class=\"cell\"><title>"))
                .isEqualTo(12L * WINTER.heading().period().days() + directives);
    }

    @Test
    void showsNoNumberThatTheTextDoesNotHave() {
        Set<String> shown = numbersOf(PAGE);
        assertThat(shown).hasSizeGreaterThan(500);
        assertThat(numbers(text(CITY))).containsAll(shown);
    }

    @Test
    void isTheSameBytesEachTime() {
        Winter again = SketchedWinter.of(GeneratedWinter.of(MILANO));
        assertThat(new CityPage(SketchedCity.of(again, "Somewhere")).html()).isEqualTo(PAGE);
    }

    @Test
    void referencesNothingOutsideItself() {
        assertThat(PAGE).doesNotContainPattern("(?i)(src|href|action|data)\\s*=");
        assertThat(PAGE).doesNotContainPattern("(?i)url\\(|@import|<script|<link|https?:");
    }

    @Test
    void saysOnEveryChartAndInTheTitleThatItIsGenerated() {
        assertThat(PAGE).contains("<title>GENERATED").contains("<h1>GENERATED");
        assertThat(count(PAGE, "<figcaption>")).isEqualTo(count(PAGE, "(GENERATED)</figcaption>") + MAPS);
        assertThat(text(CITY)).startsWith("GENERATED");
    }

    @Test
    void saysNothingOfGeneratedWhereDataWereMeasured() {
        Heading heading = WINTER.heading();
        Winter measured = with(
                new Heading(
                        heading.period(), "measured", false, "law", heading.verified(), heading.chosen(), List.of()),
                WINTER.law());
        CityReport city = SketchedCity.of(measured, "Somewhere");
        assertThat(new CityPage(city).html() + text(city)).doesNotContain("GENERATED");
    }

    @Test
    void escapesWhatOthersWrote() {
        String hostile = "<script>alert('x')</script>\"&";
        LawRow row = new LawRow(hostile, hostile, hostile, hostile, hostile, hostile, hostile, true);
        Heading heading = WINTER.heading();
        Winter winter = with(
                new Heading(
                        heading.period(),
                        hostile,
                        true,
                        hostile,
                        heading.verified(),
                        heading.chosen(),
                        List.of(hostile)),
                List.of(row));
        String page = new CityPage(SketchedCity.of(winter, hostile)).html();
        assertThat(page).doesNotContain("<script").doesNotContain("alert('x')");
        assertThat(count(page, "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;"))
                .isGreaterThan(30);
    }

    private static Winter with(Heading heading, List<LawRow> law) {
        return new Winter(
                heading, WINTER.states(), WINTER.parts(), WINTER.limits(), WINTER.provinces(), law, WINTER.answers());
    }
}
