package io.citytwin.examples.milan;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.citytwin.adapter.airquality.AirQualityArchive;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Recording;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.register.LevelDecision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The real winters of 2019 and 2020: daily PM10 of the Po valley's agencies, collected by PULVIRUS, CC-BY. */
final class RealAir {

    static final ZoneId CIVIL = ZoneId.of("Europe/Rome");

    private static final String PLACE = "shared/data/air/pulvirus_2019_2020";

    private RealAir() {}

    /** The folder beside the project, if it is there. */
    static Optional<Path> find() {
        return Stream.iterate(Path.of("").toAbsolutePath(), up -> up != null, Path::getParent)
                .map(up -> up.resolve(PLACE))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** The folder beside the project; without it the test is skipped. */
    static Path folder() {
        Optional<Path> found = find();
        assumeTrue(found.isPresent(), "No `" + PLACE + "` above this module: the real winters are not decided.");
        return found.orElseThrow();
    }

    /** What the engine decides for Lombardy until noon after the last day. */
    static List<LevelDecision> decide(Path folder, LocalDate lastDay, int shards) {
        Recording recording = new AirQualityArchive().open(folder);
        try (RegulationEngine engine = RegulationEngine.builder().shards(shards).build()) {
            recording.twins().stream().filter(twin -> lombard(twin.id())).forEach(engine::put);
            recording.observations().stream()
                    .filter(seen -> lombard(seen.twin()))
                    .map(Input.Observed::new)
                    .forEach(engine::accept);
            engine.advanceTo(noonAfter(lastDay));
            return engine.levelDecisions();
        }
    }

    private static Instant noonAfter(LocalDate day) {
        return day.plusDays(1).atTime(LocalTime.NOON).atZone(CIVIL).toInstant();
    }

    private static boolean lombard(TwinId id) {
        return id.namespace().equals("it.lombardia") || id.name().equals("IT-25");
    }

    /** All that was decided, with its reasons, as text. */
    static String dump(List<LevelDecision> decisions) {
        return decisions.stream().map(LevelDecision::toString).collect(Collectors.joining("\n"));
    }

    /** The same files with their rows in another order. */
    static Path shuffled(Path from, Path temp) throws IOException {
        Random random = new Random(46);
        return copy(from, temp, lines -> {
            List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
            Collections.shuffle(rows, random);
            rows.add(0, lines.get(0));
            return rows;
        });
    }

    /** The same values some days later. */
    static Path later(Path from, Path temp, int days) throws IOException {
        return copy(
                from,
                temp,
                lines -> lines.stream().map(line -> later(line, days)).toList());
    }

    private static String later(String line, int days) {
        String[] cells = line.split(",", -1);
        if (!cells[2].matches("\\d{4}-\\d{2}-\\d{2}")) {
            return line;
        }
        cells[2] = LocalDate.parse(cells[2]).plusDays(days).toString();
        return String.join(",", cells);
    }

    private static Path copy(Path from, Path temp, UnaryOperator<List<String>> change) throws IOException {
        Path folder = Files.createDirectories(temp.resolve(from.getFileName()));
        for (String file : List.of("stations.csv", "pm10_daily.csv")) {
            Files.write(folder.resolve(file), change.apply(Files.readAllLines(from.resolve(file))));
        }
        return folder;
    }
}
