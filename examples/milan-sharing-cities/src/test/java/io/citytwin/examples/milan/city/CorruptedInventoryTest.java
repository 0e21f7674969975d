package io.citytwin.examples.milan.city;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.Inventory;
import io.citytwin.core.graph.InventoryReport;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand seeded mistakes in our own tables: each is found where it stands, or changes nothing. */
class CorruptedInventoryTest {

    private static final int MISTAKES = 1000;
    private static final List<Corruption> KINDS = List.of(Corruption.values());

    @TempDir
    private Path folder;

    @Test
    void isRefusedAtItsLineOrSaysTheSame() throws IOException, URISyntaxException {
        copy();
        List<Twin> sound = City.inventory(folder).orElseThrow();
        CityFile file = City.file(folder);
        List<CityFile.Listed> tables = file.inventory().stream()
                .filter(listed -> listed.file().endsWith(".csv"))
                .toList();
        Map<Corruption, Integer> tried = new EnumMap<>(Corruption.class);
        for (int seed = 0; seed < MISTAKES; seed++) {
            Random random = new Random(seed);
            CityFile.Listed listed = tables.get(random.nextInt(tables.size()));
            Path table = folder.resolve(listed.file());
            Corruption corruption = KINDS.get(random.nextInt(KINDS.size()));
            String text = Files.readString(table);
            List<String> lines = text.lines().collect(Collectors.toList());
            int line = corruption.apply(lines, random);
            Files.writeString(table, String.join("\n", lines) + "\n");
            Set<TwinId> ids = ids(text, file.namespace());
            Map<Boolean, List<Twin>> own =
                    sound.stream().collect(Collectors.partitioningBy(twin -> ids.contains(twin.id())));
            InventoryReport read = Inventory.of(AssetTypes.builtIn())
                    .defaultNamespace(file.namespace())
                    .between(Location.of(file.southWest()), Location.of(file.northEast()))
                    .knowing(own.getOrDefault(false, List.of()))
                    .csv(table, listed.type(), listed.rows())
                    .read();
            check(
                    read,
                    own.getOrDefault(true, List.of()),
                    table,
                    line,
                    seed + " " + corruption + " in " + listed.file());
            Files.writeString(table, text);
            tried.merge(corruption, 1, Integer::sum);
        }
        assertThat(tried)
                .hasSize(KINDS.size())
                .allSatisfy((corruption, times) -> assertThat(times).isGreaterThan(20));
    }

    private static void check(InventoryReport read, List<Twin> sound, Path table, int line, String what) {
        boolean same = read.problems().isEmpty() && read.twins().equals(sound);
        if (line == Corruption.SAME) {
            assertThat(same).as(what + " says the same: " + read.problems()).isTrue();
        } else if (!same) {
            assertThat(read.problems())
                    .as(what + " in line " + line)
                    .anyMatch(problem -> problem.file().equals(table) && problem.line() == line);
        }
    }

    private void copy() throws IOException, URISyntaxException {
        Path from = Path.of(
                Objects.requireNonNull(City.class.getResource("/cities/milano")).toURI());
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(to.getParent()));
                Files.copy(file, to);
            }
        }
    }

    private static Set<TwinId> ids(String text, String namespace) {
        return text.lines()
                .skip(1)
                .map(row -> row.substring(0, row.indexOf(',')))
                .map(id -> TwinId.of(id.contains(":") ? id : namespace + ":" + id))
                .collect(Collectors.toSet());
    }
}
