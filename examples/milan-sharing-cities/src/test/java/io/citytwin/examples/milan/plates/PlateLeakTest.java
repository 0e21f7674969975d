package io.citytwin.examples.milan.plates;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.adapter.sqlite.SqliteJournal;
import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.Tool;
import io.citytwin.core.spi.ToolLauncher;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * D.P.R. 250/1999 art. 3 lets a gate archive infringements only; Regulation (EU) 2016/679 art. 5(1)(e) and art. 17: what
 * tells of people is kept no longer than needed. The journal is one that outlives the process.
 */
class PlateLeakTest {

    private static final YearMonth MONTH = YearMonth.of(2025, 11);
    private static final Pattern VEHICLE = Pattern.compile("passing:([0-9a-f]{32})");
    private static final Pattern HOLDER = Pattern.compile("holder[^0-9a-f]{1,8}([0-9a-f]{32})");

    @TempDir
    private Path temp;

    private Path state;
    private final List<String> secrets = new ArrayList<>();

    @BeforeEach
    void draw() throws Exception {
        state = temp.resolve("state");
        Random random = new Random(20251111);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String plate =
                    letters(random, 2) + String.format(Locale.ROOT, "%03d", random.nextInt(1000)) + letters(random, 2);
            String owner = letters(random, 6) + random.nextInt(10, 99) + "A01F" + random.nextInt(100, 999) + "X";
            lines.add(plate + " " + owner);
            secrets.addAll(List.of(plate, owner));
        }
        Files.write(temp.resolve("secrets"), lines);
    }

    private static String letters(Random random, int count) {
        return random.ints(count, 'A', 'Z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void play(String how) throws Exception {
        Process machine = LeakCity.start(state, temp.resolve("secrets"), how);
        assertThat(machine.waitFor(240, TimeUnit.SECONDS)).isTrue();
        assertThat(machine.exitValue()).as(said("said.txt")).isZero();
    }

    private String said(String file) throws Exception {
        return Files.readString(state.resolve(file));
    }

    private static SortedSet<String> all(Pattern pattern, String text) {
        return new TreeSet<>(pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList());
    }

    private int run(StringWriter out, String... words) {
        PrintWriter writer = new PrintWriter(out);
        return ToolLauncher.ofClassPath(false).run(List.of(words), new Console(writer, writer, state));
    }

    @Test
    void aPlateOrAnOwnerIsNowhere() throws Exception {
        play("once");
        // All of it was told, so that there is something to search.
        assertThat(said("log.txt")).contains("everything is said");
        assertThat(said("report.txt")).contains("FORBIDDEN", "ALLOWED", "refused: ", "passing:");
        assertThat(said("health.txt")).contains("At 2025-11-11T09:30:00Z");
        assertThat(said("status.txt")).contains("At 2025-11-11T09:30:00Z");
        assertThat(said("export.txt")).contains("\"personal\":true").doesNotContain("passing:");
        assertThat(said("personal.txt")).contains("passing:", "holder", "passage-5");
        assertThat(said("verify.txt")).contains("0 broken places");
        assertThat(Files.size(state.resolve("open.journal-wal"))).isPositive();
        assertThat(Files.size(state.resolve("heap.hprof"))).isGreaterThan(1 << 20);
        // The heap holds the names of those who passed today, so the search does look into it.
        String vehicle = all(VEHICLE, said("personal.txt")).first();
        assertThat(new Sought(List.of("passing:" + vehicle)).in(state.resolve("heap.hprof")))
                .hasSize(1);
        assertThat(new Sought(secrets).below(state)).isEmpty();
    }

    @Test
    void theSearchFindsAPlateThatIsLoggedOrKept() throws Exception {
        play(LeakCity.PLANTED);
        String plate = secrets.get(0);
        SortedMap<String, SortedSet<String>> found = new Sought(secrets).below(state);
        assertThat(found).containsOnlyKeys("heap.hprof", "log.txt");
        assertThat(found.values()).allSatisfy(words -> assertThat(words).containsExactly(plate));
    }

    @Test
    void theSearchFindsEachForm() throws Exception {
        Sought sought = new Sought(List.of("GA482LP"));
        Path file = temp.resolve("file");
        for (String form :
                List.of("xga482lpx", "GA 482-LP", "G\0A\0004\0008\0002\0L\0P", "47413438324c50", "R0E0ODJMUA")) {
            Files.writeString(file, form);
            assertThat(sought.in(file)).as(form).hasSize(1);
        }
        Files.writeString(file, "GA482L, GA482xLP, A482LP");
        assertThat(sought.in(file)).isEmpty();
        assertThat(sought.in(Files.createFile(temp.resolve("ga482lp.txt")))).hasSize(1);
    }

    @Test
    void anErasedMonthTellsNobodysName() throws Exception {
        play("once");
        SortedSet<String> personal = all(VEHICLE, said("personal.txt"));
        personal.addAll(all(HOLDER, said("personal.txt")));
        assertThat(personal).hasSize(12);
        String file = LeakCity.journal(state).toString();
        String keys = LeakCity.keys(state).toString();
        try (SqliteJournal journal = SqliteJournal.builder()
                .file(LeakCity.journal(state))
                .keys(LeakCity.keys(state))
                .build()) {
            assertThat(replayed(journal)).contains(personal);
            assertThat(List.of("city/snapshot", "city/governor"))
                    .allSatisfy(mark -> assertThat(journal.mark(mark)).isPresent());
            journal.erase(MONTH);
            assertThat(List.of("city/snapshot", "city/governor"))
                    .allSatisfy(mark -> assertThat(journal.mark(mark)).isEmpty());
            assertThat(replayed(journal)).contains("it:gate").doesNotContain(personal);
        }
        StringWriter out = new StringWriter();
        assertThat(run(out, "journal", "verify", file, "--keys", keys)).isEqualTo(Tool.OK);
        assertThat(out.toString()).contains("0 broken places");
        assertThat(run(out, "journal", "export", file, "--keys", keys, "--personal"))
                .isEqualTo(Tool.OK);
        assertThat(run(out, "status", file, "--keys", keys)).isEqualTo(Tool.OK);
        assertThat(run(out, "ledger", file, "--keys", keys)).isEqualTo(Tool.OK);
        assertThat(out.toString()).contains("\"erased\":true", "it:gate").doesNotContain(personal);
        // Neither here nor, without the key that is gone, in a copy that somebody took while it was open.
        assertThat(new Sought(personal).below(state.resolve("data"))).isEmpty();
        assertThat(new Sought(personal).in(state.resolve("open.journal"))).isEmpty();
        assertThat(new Sought(personal).in(state.resolve("open.journal-wal"))).isEmpty();
        assertThat(new Sought(List.of("it:gate")).below(state.resolve("data"))).isNotEmpty();
        assertThat(LeakCity.keys(state)).isEmptyDirectory();
    }

    /** All streams and marks that a city, its governor and its snapshots write. */
    private static String replayed(SqliteJournal journal) {
        StringBuilder all = new StringBuilder();
        for (String stream : List.of("inputs", "directives", "refused", "ledger", "levels", "passages")) {
            journal.replay(stream, 0, entry -> all.append(entry.entry()));
        }
        for (String mark : List.of("city/health", "city/snapshot", "city/governor", "city/given", "source/plates")) {
            journal.mark(mark).ifPresent(marked -> all.append(marked.mark()));
        }
        return all.toString();
    }
}
