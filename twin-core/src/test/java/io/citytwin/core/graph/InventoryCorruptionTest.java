package io.citytwin.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Twin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A spoiled inventory is refused exactly where it was spoiled, or it means the same as before: nothing is misread. */
class InventoryCorruptionTest {

    private static final int CORRUPTIONS = 1_000;

    @TempDir
    Path folder;

    private static Set<String> places(InventoryReport report) {
        return report.problems().stream()
                .map(problem -> problem.file().getFileName() + ":" + problem.line())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void nothingSpoiledIsMisread() throws IOException {
        List<Twin> original = new CityFiles().read(folder).orElseThrow();
        assertThat(original).hasSize(18);
        List<Map.Entry<String, Corruption>> all = List.copyOf(Corruption.all().entrySet());
        Map<String, Integer> outcomes = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        for (int seed = 0; seed < CORRUPTIONS; seed++) {
            Map.Entry<String, Corruption> corruption = all.get(seed % all.size());
            CityFiles city = new CityFiles();
            Set<String> expected = corruption.getValue().spoil(city, new Random(seed));
            InventoryReport report = city.read(folder);
            boolean same = report.problems().isEmpty() && report.twins().equals(original);
            if (!places(report).equals(expected) || same != expected.isEmpty()) {
                failures.add(corruption.getKey() + " with seed " + seed + ": expected " + expected + ", got "
                        + report.problems());
            }
            outcomes.merge(same ? "same" : "refused", 1, Integer::sum);
        }
        assertThat(failures).isEmpty();
        assertThat(outcomes).containsOnlyKeys("refused", "same");
        assertThat(outcomes.get("refused")).isGreaterThan(CORRUPTIONS / 2);
        assertThat(outcomes.get("same")).isGreaterThan(CORRUPTIONS / 10);
    }

    // Bytes that are changed blindly can mean anything; but they end in a report, never in an exception.
    @Test
    void noBytesMakeReadingFail() throws IOException {
        Random random = new Random(1);
        CityFiles city = new CityFiles();
        for (int i = 0; i < CORRUPTIONS; i++) {
            for (CityFiles.Sheet sheet : city.all) {
                byte[] bytes = sheet.text().getBytes(StandardCharsets.UTF_8);
                for (int changes = random.nextInt(4); changes >= 0; changes--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
                int end = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
                Files.write(folder.resolve(sheet.name), Arrays.copyOf(bytes, end));
            }
            assertThat(city.inventory(folder).read().twins()).hasSizeLessThanOrEqualTo(18);
        }
    }
}
