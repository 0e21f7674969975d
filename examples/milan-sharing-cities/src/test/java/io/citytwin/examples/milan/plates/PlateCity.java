package io.citytwin.examples.milan.plates;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.privacy.InfringementFiles;
import io.citytwin.core.privacy.Pseudonyms;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.spi.DeadLetter;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.thing.ThingForm;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.core.time.VirtualClock;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.directive.RegulationGovernor;
import io.citytwin.rules.register.Settlement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A city whose gate reads plates, in a Java machine of its own that can be killed. For one thread at a time. */
final class PlateCity {

    static final String UNTIL_KILLED = "until-killed";
    static final Instant TUESDAY = Instant.parse("2025-11-11T09:00:00Z");

    // A step of the city, so that each round is in the journal.
    private static final Duration ROUND = Duration.ofMinutes(15);

    private PlateCity() {}

    static Path cases(Path state) {
        return state.resolve("cases");
    }

    static Path key(Path state) {
        return state.resolve("keys").resolve("cases.key");
    }

    /** The id of a passage, which tells nothing of the plate. */
    static String passage(String plate, int round) {
        return "passage-" + List.copyOf(PlateGate.REGISTER.keySet()).indexOf(plate) + "-" + round;
    }

    /** Starts it; all that it says goes into the state folder as well. */
    static Process start(Path state, String how) throws IOException {
        Files.createDirectories(state);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        PlateCity.class.getName(),
                        state.toString(),
                        how)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        state.resolve("said.txt").toFile()))
                .start();
    }

    /** Waits for a file of the other machine. */
    static boolean isThere(Path file, Process machine) throws InterruptedException {
        for (int tries = 0; tries < 1200 && machine.isAlive() && !Files.exists(file); tries++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return Files.exists(file);
    }

    /** Runs in the other machine. */
    public static void main(String[] arguments) throws IOException {
        Path state = Path.of(arguments[0]);
        VirtualClock clock = new VirtualClock(TUESDAY);
        TwinGraph graph = TwinGraph.of(AssetTypes.builtIn());
        graph.put(town(), TUESDAY);
        RegulationEngine engine = RegulationEngine.builder().build();
        PlateGate gate = new PlateGate(
                graph,
                engine,
                Pseudonyms.daily(clock, CivilCalendar.italy()),
                InfringementFiles.in(cases(state), key(state), clock));
        try (CityTwin city = CityTwin.builder()
                .graph(graph)
                .clock(clock)
                .adapter(gate)
                .journal(new FileJournal(state.resolve("journal.txt")))
                .governor(RegulationGovernor.of(engine))
                .build()) {
            city.start();
            int round = 0;
            do {
                round++;
                drive(gate, city, round);
                tell(state, graph, engine, city.deadLetters());
                Files.writeString(state.resolve("rounds.txt"), "rounds: " + round);
            } while (arguments[1].equals(UNTIL_KILLED));
        }
    }

    static List<Twin> town() {
        AssetTypes types = AssetTypes.builtIn();
        return List.of(
                types.twin("it:lombardia", "Region").withAll("code=IT-25"),
                types.twin("it:mi", "Province").withAll("region=it:lombardia"),
                types.twin("it:milano", "Municipality").withAll("code=IT-015146 province=it:mi population=1366180"),
                types.twin("it:area-c", "Zone").withAll("code=IT-015146-C place=it:milano"),
                types.twin(PlateGate.GATE.toString(), "Gate").withAll("zone=it:area-c place=it:milano reserved=false"));
    }

    /** Each plate passes; one passage comes twice with another time, which is refused and kept as a dead letter. */
    private static void drive(PlateGate gate, CityTwin city, int round) {
        Instant from = city.now();
        PlateGate.REGISTER.keySet().forEach(plate -> gate.read(passage(plate, round), plate, from.plusSeconds(10)));
        gate.read("again-" + round, "GA482LP", from.plusSeconds(20));
        gate.read("again-" + round, "GA482LP", from.plusSeconds(30));
        city.advanceTo(from.plus(ROUND));
    }

    /** All that a city can be asked to tell. */
    static void tell(Path state, TwinGraph graph, RegulationEngine engine, List<DeadLetter> letters)
            throws IOException {
        List<String> report = new ArrayList<>();
        for (Settlement settled : engine.settlements()) {
            Passage passage = settled.passage();
            report.add(settled.toString());
            report.add(passage + " " + settled.decision().outcome());
            report.add(settled.decision().explain("en"));
            report.add(settled.decision().explain("it"));
        }
        letters.forEach(letter -> report.add("refused: " + letter));
        ThingForm things = ThingForm.of(graph.types());
        for (TwinId vehicle : graph.all("Vehicle")) {
            report.add(vehicle + " "
                    + graph.find(vehicle)
                            .map(things::whole)
                            .map(Object::toString)
                            .orElse(""));
        }
        Files.write(state.resolve("report.txt"), report);
    }
}
