package io.citytwin.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.spi.Journal.Entry;
import io.citytwin.core.spi.Journal.Numbered;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MemoryJournalTest {

    private final Journal journal = new MemoryJournal();

    @Test
    void numbersEntriesOverAllStreams() {
        assertThat(journal.append(List.of())).isZero();
        assertThat(journal.append(List.of(entry("twins", "a", "1"), entry("inputs", "a", "2"))))
                .isEqualTo(2);
        assertThat(journal.append(List.of(entry("twins", "b", "3")))).isEqualTo(3);
        assertThat(all("twins", 0))
                .containsExactly(new Numbered(1, entry("twins", "a", "1")), new Numbered(3, entry("twins", "b", "3")));
    }

    @Test
    void readsOneKeyAgainAndWhatCameAfterANumber() {
        journal.append(List.of(entry("twins", "a", "1"), entry("twins", "b", "2"), entry("twins", "a", "3")));
        List<Numbered> ofA = new ArrayList<>();
        journal.replay("twins", "a", ofA::add);
        assertThat(ofA).extracting(Numbered::number).containsExactly(1L, 3L);
        assertThat(all("twins", 2)).extracting(Numbered::number).containsExactly(3L);
        assertThat(all("twins", 3)).isEmpty();
        assertThat(all("nothing", 0)).isEmpty();
    }

    @Test
    void keepsNothingOfABatchThatIsBroken() {
        List<Entry> broken = Arrays.asList(entry("twins", "a", "1"), null);
        assertThatThrownBy(() -> journal.append(broken)).isInstanceOf(NullPointerException.class);
        assertThat(all("twins", 0)).isEmpty();
    }

    @Test
    void aReaderMayAppend() {
        journal.append(List.of(entry("twins", "a", "1")));
        journal.replay("twins", 0, entry -> journal.append(List.of(entry.entry())));
        assertThat(all("twins", 0)).hasSize(2);
    }

    @Test
    void keepsBatchesOfManyWritersTogether() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        for (int writer = 0; writer < 4; writer++) {
            Entry mine = entry("twins", "writer-" + writer, "x");
            writers.execute(() -> {
                for (int i = 0; i < 500; i++) {
                    journal.append(List.of(mine, mine));
                }
            });
        }
        writers.shutdown();
        assertThat(writers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        List<Numbered> kept = all("twins", 0);
        assertThat(kept).hasSize(4000);
        for (int i = 0; i < kept.size(); i++) {
            assertThat(kept.get(i).number()).isEqualTo(i + 1);
            assertThat(kept.get(i).entry()).isEqualTo(kept.get(i - i % 2).entry());
        }
    }

    private List<Numbered> all(String stream, long after) {
        List<Numbered> read = new ArrayList<>();
        journal.replay(stream, after, read::add);
        return read;
    }

    private static Entry entry(String stream, String key, String payload) {
        return new Entry(stream, key, 1, payload);
    }
}
