package io.citytwin.examples.milan.plates;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.citytwin.adapter.sqlite.SqliteJournal;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.privacy.InfringementFiles;
import io.citytwin.core.privacy.Pseudonyms;
import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.ToolLauncher;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.core.time.VirtualClock;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.directive.Ledger;
import io.citytwin.rules.directive.RegulationGovernor;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * A city with a journal in a file, in a Java machine of its own that tells all that it knows and dumps its memory. Its plates
 * come from a file, since those that a class names are in memory as long as the class is. For one thread at a time.
 */
final class LeakCity {

    static final String PLANTED = "planted";

    private static final Duration ROUND = Duration.ofMinutes(15);
    private static final List<String> KINDS =
            List.of("fuel=petrol euro=6D", "fuel=electric euro=6D", "fuel=diesel euro=3");

    /** What a careless program would keep. */
    private static final List<String> CARELESS = new ArrayList<>();

    private LeakCity() {}

    static Path journal(Path state) {
        return state.resolve("data").resolve("city.journal");
    }

    static Path keys(Path state) {
        return state.resolve("months");
    }

    static Process start(Path state, Path plates, String how) throws IOException {
        Files.createDirectories(state);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dslf4j.provider=" + SaidLog.class.getName(),
                        "-D" + SaidLog.FILE + "=" + state.resolve("log.txt"),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LeakCity.class.getName(),
                        state.toString(),
                        plates.toString(),
                        how)
                .redirectErrorStream(true)
                .redirectOutput(state.resolve("said.txt").toFile())
                .start();
    }

    /** Runs in the other machine. */
    public static void main(String[] arguments) throws IOException {
        Path state = Path.of(arguments[0]);
        VirtualClock clock = new VirtualClock(PlateCity.TUESDAY);
        TwinGraph graph = TwinGraph.of(AssetTypes.builtIn());
        graph.put(PlateCity.town(), PlateCity.TUESDAY);
        RegulationEngine engine = RegulationEngine.builder().build();
        RegulationGovernor governor = RegulationGovernor.of(engine);
        PlateGate gate = new PlateGate(
                graph,
                engine,
                Pseudonyms.daily(clock, CivilCalendar.italy()),
                InfringementFiles.in(PlateCity.cases(state), PlateCity.key(state), clock));
        Pseudonyms holders =
                Pseudonyms.yearly(MonthDay.of(10, 1), state.resolve("holders"), clock, CivilCalendar.italy());
        try (SqliteJournal journal = SqliteJournal.builder()
                        .file(journal(state))
                        .keys(keys(state))
                        .build();
                CityTwin city = CityTwin.builder()
                        .graph(graph)
                        .clock(clock)
                        .adapter(gate)
                        .journal(journal)
                        .snapshots(ROUND)
                        .governor(governor)
                        .build()) {
            city.start();
            drive(gate, holders, city, Path.of(arguments[1]), arguments[2].equals(PLANTED));
            tell(state, city, engine, governor.ledger());
            dump(state);
        }
    }

    /** When it returns, nothing here refers to a plate or an owner. */
    private static void drive(PlateGate gate, Pseudonyms holders, CityTwin city, Path file, boolean planted)
            throws IOException {
        Instant from = city.now();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String[] words = lines.get(i).split(" ");
            Instant at = from.plusSeconds(10 + i);
            String holder = holders.of(words[1], at).orElseThrow();
            String registered = KINDS.get(i % KINDS.size()) + " holder=" + holder;
            gate.read("passage-" + i, words[0], registered, at);
            // The same name again at another time is refused, and kept as a dead letter.
            gate.read("passage-" + i, words[0], registered, at.plusSeconds(30));
        }
        if (planted) {
            String plate = lines.get(0).split(" ")[0];
            LoggerFactory.getLogger(LeakCity.class).info("seen {}", plate);
            CARELESS.add(plate);
        }
        city.advanceTo(from.plus(ROUND).plus(ROUND));
    }

    /** All that a city, its journal and the commands can be asked to tell. */
    private static void tell(Path state, CityTwin city, RegulationEngine engine, Ledger ledger) throws IOException {
        PlateCity.tell(state, city.graph(), engine, city.deadLetters());
        List<String> lines = new ArrayList<>(city.health().lines());
        lines.add(city.health().json());
        ledger.entries().forEach(entry -> {
            lines.add(entry.toString());
            lines.addAll(entry.lines("it", CivilCalendar.italy()));
        });
        city.directives().forEach(directive -> lines.add(directive.toString()));
        Files.write(state.resolve("health.txt"), lines);
        String file = journal(state).toString();
        String keys = keys(state).toString();
        run(state, "export.txt", "journal", "export", file);
        run(state, "personal.txt", "journal", "export", file, "--keys", keys, "--personal");
        run(state, "verify.txt", "journal", "verify", file, "--keys", keys);
        run(state, "stats.txt", "journal", "stats", file, "--keys", keys);
        run(state, "status.txt", "status", file, "--keys", keys);
        run(state, "ledger.txt", "ledger", file, "--keys", keys);
        // While the log is still beside the file.
        for (String end : List.of("", "-wal")) {
            Files.copy(Path.of(file + end), state.resolve("open.journal" + end));
        }
    }

    private static void run(Path state, String to, String... words) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(state.resolve(to)))) {
            ToolLauncher.ofClassPath(true).run(List.of(words), new Console(out, out, state));
        }
    }

    private static void dump(Path state) throws IOException {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpHeap(state.resolve("heap.hprof").toString(), true);
    }
}
