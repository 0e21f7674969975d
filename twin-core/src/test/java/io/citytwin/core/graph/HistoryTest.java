package io.citytwin.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.spi.MemoryJournal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {

    private static final Instant START = Instant.parse("2024-11-04T12:00:00Z");
    private static final int DEEDS = 600;

    private final MemoryJournal journal = new MemoryJournal();
    private final TwinGraph graph = TwinGraph.of(RandomCity.TYPES, journal);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void answersOfEachMomentWhatWasFoundThen(long seed) {
        RandomCity city = new RandomCity(seed);
        List<Map<TwinId, Optional<Twin>>> found = new ArrayList<>();
        int taken = 0;
        for (int i = 0; i < DEEDS; i++) {
            taken += city.deed(START.plusSeconds(i)).tried(graph) ? 1 : 0;
            found.add(everything(graph));
        }
        assertThat(taken).isBetween(DEEDS / 3, DEEDS - 50);
        for (int i = 0; i < DEEDS; i += 29) {
            Instant then = START.plusSeconds(i);
            assertThat(asOf(then)).as("second %s", i).isEqualTo(found.get(i));
            assertThat(asOf(then.plusMillis(999))).isEqualTo(found.get(i));
        }
        assertThat(asOf(START.minusNanos(1)).values()).containsOnly(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void keepsRelationsAndZonesAsIfWorkedOutAnew(long seed) {
        RandomCity city = new RandomCity(seed);
        int inZones = 0;
        for (int i = 0; i < DEEDS; i++) {
            city.deed(START.plusSeconds(i)).tried(graph);
            if (i % 10 == 9) {
                FromScratch anew = FromScratch.of(graph);
                anew.check();
                inZones += anew.twins().values().stream()
                        .mapToInt(twin -> twin.zones().size())
                        .sum();
            }
        }
        assertThat(inZones).isGreaterThan(DEEDS / 10);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void beginsAgainWithWhatIsInTheJournal(long seed) {
        RandomCity city = new RandomCity(seed);
        for (int i = 0; i < DEEDS; i++) {
            city.deed(START.plusSeconds(i)).tried(graph);
        }
        MemoryJournal kept = new MemoryJournal();
        journal.replay("twins", 0, entry -> kept.append(List.of(entry.entry())));
        TwinGraph again = TwinGraph.of(RandomCity.TYPES, kept);
        assertThat(everything(again)).isEqualTo(everything(graph));
        FromScratch.of(again).check();
        for (TwinId lamp : graph.all("LampPost")) {
            assertThat(again.desired(lamp, "dimming")).isEqualTo(graph.desired(lamp, "dimming"));
        }
        for (int i = DEEDS; i < DEEDS + 50; i++) {
            RandomCity.Deed deed = city.deed(START.plusSeconds(i));
            assertThat(deed.tried(again)).isEqualTo(deed.tried(graph));
        }
        assertThat(everything(again)).isEqualTo(everything(graph));
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void theFeedTellsOfEachDifferenceAndOfNothingElse(long seed) {
        RandomCity city = new RandomCity(seed);
        List<Change> told = new ArrayList<>();
        graph.subscribe(told::add);
        for (int i = 0; i < DEEDS; i++) {
            Map<TwinId, Optional<Twin>> before = everything(graph);
            int heard = told.size();
            city.deed(START.plusSeconds(i)).tried(graph);
            Map<TwinId, Optional<Twin>> after = everything(graph);
            List<TwinId> differ = RandomCity.ids().stream()
                    .filter(twin -> !before.get(twin).equals(after.get(twin)))
                    .toList();
            List<Change> news = told.subList(heard, told.size()).stream()
                    .filter(change -> change.kind() != Change.Kind.DESIRED)
                    .toList();
            assertThat(news.stream().map(Change::twin).distinct().sorted())
                    .isEqualTo(differ.stream().sorted().toList());
        }
        assertThat(told).extracting(Change::number).containsExactlyElementsOf(numbers(told.size()));
        assertThat(graph.revision()).isEqualTo(told.size());
    }

    private static List<Long> numbers(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private Map<TwinId, Optional<Twin>> asOf(Instant then) {
        return RandomCity.ids().stream().collect(Collectors.toMap(id -> id, id -> graph.asOf(id, then)));
    }

    private static Map<TwinId, Optional<Twin>> everything(TwinGraph graph) {
        Map<TwinId, Optional<Twin>> all = new HashMap<>();
        RandomCity.ids().forEach(id -> all.put(id, graph.find(id)));
        return all;
    }
}
