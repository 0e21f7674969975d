package io.citytwin.examples.milan;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.examples.milan.report.Heading;
import io.citytwin.examples.milan.report.LawRow;
import io.citytwin.examples.milan.report.Winter;
import io.citytwin.examples.milan.report.WinterPage;
import io.citytwin.examples.milan.report.WinterText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page, from records filled by hand. */
class WinterPageTest {

    private static final Winter WINTER = SketchedWinter.of(GeneratedWinter.of(GeneratedWinter.SEED));
    private static final String PAGE = new WinterPage(WINTER).html();
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

    static String text(Winter winter) {
        List<String> lines = new ArrayList<>(WinterText.heading(winter.heading()));
        lines.addAll(new WinterText(winter).body());
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
        assertThat(count(PAGE, "<g class=\"cell\"><title>"))
                .isEqualTo(12L * WINTER.heading().period().days());
    }

    @Test
    void showsNoNumberThatTheTextDoesNotHave() {
        Set<String> shown = numbersOf(PAGE);
        assertThat(shown).hasSizeGreaterThan(500);
        assertThat(numbers(text(WINTER))).containsAll(shown);
    }

    @Test
    void isTheSameBytesEachTime() {
        assertThat(new WinterPage(SketchedWinter.of(GeneratedWinter.of(GeneratedWinter.SEED))).html())
                .isEqualTo(PAGE);
    }

    @Test
    void referencesNothingOutsideItself() {
        assertThat(PAGE).doesNotContainPattern("(?i)(src|href|action|data)\\s*=");
        assertThat(PAGE).doesNotContainPattern("(?i)url\\(|@import|<script|<link|https?:");
    }

    @Test
    void saysOnEveryChartAndInTheTitleThatItIsGenerated() {
        assertThat(PAGE).contains("<title>GENERATED").contains("<h1>GENERATED");
        assertThat(count(PAGE, "<figcaption>")).isPositive().isEqualTo(count(PAGE, "(GENERATED)</figcaption>"));
        assertThat(text(WINTER)).startsWith("GENERATED");
    }

    @Test
    void saysNothingOfGeneratedWhereDataWereMeasured() {
        Heading heading = WINTER.heading();
        Winter measured = with(
                new Heading(
                        heading.period(), "measured", false, "law", heading.verified(), heading.chosen(), List.of()),
                WINTER.law());
        assertThat(new WinterPage(measured).html() + text(measured)).doesNotContain("GENERATED");
    }

    @Test
    void escapesWhatOthersWrote() {
        String hostile = "<script>alert('x')</script>\"&";
        LawRow row = new LawRow(hostile, hostile, hostile, hostile, hostile, hostile, hostile, true);
        Heading heading = WINTER.heading();
        String page = new WinterPage(with(
                        new Heading(
                                heading.period(),
                                hostile,
                                true,
                                hostile,
                                heading.verified(),
                                heading.chosen(),
                                List.of(hostile)),
                        List.of(row)))
                .html();
        assertThat(page).doesNotContain("<script").doesNotContain("alert('x')");
        assertThat(count(page, "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;"))
                .isEqualTo(10);
    }

    private static Winter with(Heading heading, List<LawRow> law) {
        return new Winter(
                heading, WINTER.states(), WINTER.parts(), WINTER.limits(), WINTER.provinces(), law, WINTER.answers());
    }
}
