package io.citytwin.regulations.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.bundle.Problem.Severity;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.regulation.Wording;
import io.citytwin.rules.verify.IndexedFact;
import io.citytwin.rules.verify.IndexedRegulation;
import io.citytwin.rules.verify.LawIndex;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code citytwin index --all} says of the shipped folders, and the page of each. */
class ShippedIndexTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final LocalDate VERIFIED = LocalDate.of(2026, 3, 13);
    private static final Pattern MARK = Pattern.compile("(?m)^[^#\\n]*?\\bconfidence: ");
    private static final RegulationBundle BUNDLE = RegulationBundle.classpath();
    private static final LawIndex INDEX = LawIndex.of(BUNDLE, BUNDLE.regulations(), VERIFIED);

    private static Path folder(Regulation regulation) {
        return RESOURCES.resolve(regulation.id().replace('.', '/'));
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** How many facts say in the files how they were read. */
    private static long marks(Regulation regulation) throws IOException {
        long marks = 0;
        for (String file : List.of("regulation.yaml", "parameters.yaml", "state.yaml")) {
            marks += MARK.matcher(read(folder(regulation).resolve(file)))
                    .results()
                    .count();
        }
        Path tables = folder(regulation).resolve("tables");
        if (Files.exists(tables)) {
            try (Stream<Path> all = Files.list(tables)) {
                for (Path table : all.toList()) {
                    List<String> lines = Files.readAllLines(table);
                    boolean dated = Arrays.asList(lines.get(0).split(",")).contains("confidence");
                    marks += dated
                            ? lines.stream()
                                    .skip(1)
                                    .filter(line -> !line.isBlank())
                                    .count()
                            : 0;
                }
            }
        }
        return marks;
    }

    @Test
    void theCountsAgreeWithTheFolders() throws IOException {
        assertThat(INDEX.regulations()).hasSameSizeAs(BUNDLE.regulations());
        for (IndexedRegulation one : INDEX.regulations()) {
            int counted =
                    one.counts().values().stream().mapToInt(Integer::intValue).sum();
            assertThat(counted).as(one.regulation().id()).isEqualTo(one.facts().size());
            assertThat((long) counted).as(one.regulation().id()).isEqualTo(marks(one.regulation()));
        }
    }

    @Test
    void whatIsNotSureIsWhatCheckLists() {
        List<String> open = BUNDLE.report().problems().stream()
                .filter(problem -> problem.severity() == Severity.OPEN_POINT)
                .map(problem -> problem.place().file())
                .sorted()
                .toList();
        assertThat(INDEX.regulations().stream()
                        .flatMap(one -> one.doubtful().stream())
                        .map(fact -> fact.place().file())
                        .sorted())
                .containsExactlyElementsOf(open);
    }

    /** Whoever settles one of these takes it away here. */
    @Test
    void sourcesThatDisagreeAreMarkedWhereTheValueStands() {
        assertThat(INDEX.regulations().stream()
                        .flatMap(one -> one.doubtful().stream())
                        .filter(fact -> fact.conflict().isPresent())
                        .map(IndexedFact::name))
                .contains("goodsHours", "freeDays", "light", "levelFirstDays", "Winter", "injectionToo");
    }

    @Test
    void everyFolderHasItsTitlesInBothLanguages() {
        for (Regulation regulation : BUNDLE.regulations()) {
            Stream.concat(
                            Stream.of(regulation.title()),
                            regulation.provisions().values().stream()
                                    .flatMap(one -> Stream.concat(Stream.of(one.title()), one.says().stream())))
                    .map(Wording::byLanguage)
                    .forEach(words ->
                            assertThat(words.keySet()).as(regulation.id()).containsExactly("en", "it"));
        }
    }

    /** The folder's page: who reads it alone must find the same provisions, and what is missing. */
    @Test
    void thePageOfEveryFolderHasItsParts() throws IOException {
        for (IndexedRegulation one : INDEX.regulations()) {
            String page = read(folder(one.regulation()).resolve("README.md"));
            String id = one.regulation().id();
            assertThat(page)
                    .as(id)
                    .contains("\nChecked as of " + one.regulation().verified() + ".");
            assertThat(page).as(id).contains("\n**Sources.** ", "\n**Known gaps");
            assertThat(one.gaps()).as(id).isNotEmpty();
            assertThat(provisions(page))
                    .as(id)
                    .hasSameElementsAs(one.regulation().provisions().keySet());
        }
    }

    /** The names in the first column of the tables of provisions. */
    private static List<String> provisions(String page) {
        return page.lines()
                .dropWhile(line -> !line.startsWith("| provision |"))
                .filter(line -> line.startsWith("| ") && !line.startsWith("| provision |"))
                .map(line -> line.split("\\|")[1])
                .flatMap(names -> Arrays.stream(names.split(",")))
                .map(name -> name.replace("`", "").strip())
                .toList();
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        String name = "/META-INF/citytwin/index_" + language + ".properties";
        try (InputStream in = Objects.requireNonNull(ShippedIndexTest.class.getResourceAsStream(name));
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }

    @Test
    void itSpeaksBothLanguages() throws IOException {
        assertThat(words("it").keySet()).isEqualTo(words("en").keySet());
        assertThat(INDEX.html("it")).contains("<html lang=\"it\">", "Lacune note");
        assertThat(INDEX.html("en"))
                .contains("<html lang=\"en\">", "Known gaps")
                .doesNotContain("Lacune note");
        assertThat(INDEX.html("en")).doesNotContain("legend.", "sureness.", "rank.");
        assertThat(INDEX.html("it")).doesNotContain("legend.", "sureness.", "rank.");
    }

    /** The motorcycles of Milan were moved three times; only the last day is planned. */
    @Test
    void whatWasMovedAwayIsNotPlanned() {
        IndexedRegulation areaC = INDEX.regulations().stream()
                .filter(one -> one.regulation().id().equals("it.milano.area-c"))
                .findFirst()
                .orElseThrow();
        assertThat(areaC.planned())
                .filteredOn(fact -> fact.name().equals("BannedLight"))
                .isNotEmpty()
                .allMatch(fact -> fact.days().orElseThrow().first().equals(LocalDate.of(2027, 10, 1)));
    }

    @Test
    void sentencesHoldTheLawOfRegulationsThatAreUsed() {
        assertThat(INDEX.text("en")).contains("19 degC").doesNotContain("{HeatingLaw.");
    }
}
