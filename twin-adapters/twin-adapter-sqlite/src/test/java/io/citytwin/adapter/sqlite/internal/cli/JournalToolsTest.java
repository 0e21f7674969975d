package io.citytwin.adapter.sqlite.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.adapter.sqlite.SqliteJournal;
import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.Journal.Entry;
import io.citytwin.core.spi.Journal.Mark;
import io.citytwin.core.spi.Tool;
import io.citytwin.core.spi.ToolLauncher;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalToolsTest {

    private static final Instant OCTOBER = Instant.parse("2026-10-10T10:00:00Z");
    private static final Instant NOVEMBER = Instant.parse("2026-11-11T11:00:00Z");

    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String head = "";

    @BeforeEach
    void fill() {
        try (SqliteJournal journal = journal()) {
            journal.append(
                    List.of(
                            new Entry("twins", "a\u202E", 1, "{\"v\":1}"),
                            new Entry("passages", "AB123CD", 2, "in october", Optional.of(OCTOBER)),
                            new Entry("passages", "AB123CD", 2, "in november", Optional.of(NOVEMBER)),
                            new Entry("inputs", "i", 1, "x")),
                    List.of(new Mark("m", "s")));
            journal.forget(Set.of("inputs"), 4);
            journal.erase(YearMonth.of(2026, 10));
            head = journal.head();
        }
    }

    private SqliteJournal journal() {
        return SqliteJournal.builder()
                .file(temp.resolve("data/city.journal"))
                .keys(temp.resolve("keys"))
                .build();
    }

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), temp);
        return ToolLauncher.ofClassPath(false).run(List.of(words), console);
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(temp)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                // What the log's index says of readers is theirs.
                if (!file.toString().endsWith("-shm") && !file.toString().endsWith("-wal")) {
                    files.put(
                            temp.relativize(file).toString(),
                            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return files;
    }

    @Test
    void verifyPrintsTheHeadAndSaysThatAllIsWell() throws IOException {
        Map<String, String> before = files();
        assertThat(run("journal", "verify", "data/city.journal")).isEqualTo(Tool.OK);
        assertThat(out.toString().lines())
                .containsExactly("3 entries, 1 forgotten, 3 links", "head " + head, "0 broken places");
        assertThat(run("journal", "verify", "data/city.journal", "--keys", "keys", "--head", head))
                .isEqualTo(Tool.OK);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void verifyFindsWhatWasChangedAndAHeadThatIsNotThere() throws Exception {
        String other = "ab".repeat(32);
        assertThat(run("journal", "verify", "data/city.journal", "--head", other))
                .isEqualTo(Tool.FINDINGS);
        assertThat(out.toString()).contains("The head " + other + " is not in the chain", "0 broken places");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + temp.resolve("data/city.journal"));
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE entry SET payload = x'31' WHERE number = 1");
        }
        assertThat(run("journal", "verify", "data/city.journal")).isEqualTo(Tool.FINDINGS);
        assertThat(out.toString()).contains("number 1, stream twins: the entry was changed", "1 broken place\n");
    }

    @Test
    void exportShowsPeopleOnlyToWhoAsksAndHasTheKeys() throws IOException {
        Map<String, String> before = files();
        String twin =
                "{\"number\":1,\"stream\":\"twins\",\"key\":\"a\\u202E\",\"schema\":1,\"payload\":\"{\\\"v\\\":1}\"}";
        String erased = "{\"number\":2,\"stream\":\"passages\",\"erased\":true}";
        String hidden = "{\"number\":3,\"stream\":\"passages\",\"personal\":true}";
        assertThat(run("journal", "export", "data/city.journal")).isEqualTo(Tool.OK);
        assertThat(out.toString().lines()).containsExactly(twin, erased, hidden);
        assertThat(run("journal", "export", "data/city.journal", "--keys", "keys"))
                .isEqualTo(Tool.OK);
        assertThat(out.toString().lines()).containsExactly(twin, erased, hidden);
        assertThat(run("journal", "export", "data/city.journal", "--keys", "keys", "--personal", "--after", "1"))
                .isEqualTo(Tool.OK);
        assertThat(out.toString().lines())
                .containsExactly(
                        erased,
                        "{\"number\":3,\"stream\":\"passages\",\"key\":\"AB123CD\",\"schema\":2,"
                                + "\"payload\":\"in november\",\"personal\":\"2026-11-11T11:00:00Z\"}");
        assertThat(run("journal", "export", "data/city.journal", "--stream", "twins"))
                .isEqualTo(Tool.OK);
        assertThat(out.toString().lines()).containsExactly(twin);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void statsSayWhatIsThere() throws IOException {
        Map<String, String> before = files();
        for (List<String> keys : List.of(List.<String>of(), List.of("--keys", "keys"))) {
            assertThat(run(Stream.concat(Stream.of("journal", "stats", "data/city.journal"), keys.stream())
                            .toArray(String[]::new)))
                    .isEqualTo(Tool.OK);
            assertThat(out.toString().lines().toList())
                    .hasSize(7)
                    .satisfies(lines -> assertThat(lines.get(0)).matches("version 2, \\d+ bytes, 3 links"))
                    .contains(
                            "head " + head,
                            "stream inputs: 0 entries, 0 bytes, numbers 0 to 0, 1 forgotten",
                            "stream twins: 1 entries, 11 bytes, numbers 1 to 1, 0 forgotten",
                            "month 2026-10: erased",
                            "month 2026-11: held");
        }
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void toolsReadBesideARunningWriter() {
        try (SqliteJournal journal = journal()) {
            for (int i = 0; i < 5; i++) {
                journal.append(List.of(new Entry("twins", "k", 1, "p")));
                assertThat(run("journal", "verify", "data/city.journal", "--head", journal.head()))
                        .isEqualTo(Tool.OK);
                assertThat(run("journal", "stats", "data/city.journal")).isEqualTo(Tool.OK);
            }
        }
    }

    @Test
    void wrongWordsAndFilesCouldNotRun() {
        for (String[] words : new String[][] {
            {"journal", "verify"},
            {"journal", "verify", "nowhere"},
            {"journal", "verify", "data/city.journal", "--head", "12"},
            {"journal", "verify", "data/city.journal", "--keys", "nowhere"},
            {"journal", "export", "data/city.journal", "--personal"},
            {"journal", "export", "data/city.journal", "--after", "-1"},
            {"journal", "stats", "data/city.journal", "more"},
            {"journal", "stats", "keys/2026-11.key"},
        }) {
            assertThat(run(words)).as(String.join(" ", words)).isEqualTo(Tool.COULD_NOT_RUN);
            assertThat(err.toString()).containsPattern("C110|C111|J502").contains("Maybe ");
            assertThat(out.toString()).isEmpty();
        }
        assertThat(run("journal", "verify", "--help")).isEqualTo(Tool.OK);
        assertThat(out.toString()).contains("Usage: citytwin journal verify", "--head=HASH");
    }
}
