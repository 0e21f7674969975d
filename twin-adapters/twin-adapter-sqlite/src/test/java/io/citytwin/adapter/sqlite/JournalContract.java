package io.citytwin.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.Journal.Entry;
import io.citytwin.core.spi.Journal.Mark;
import io.citytwin.core.spi.Journal.Marked;
import io.citytwin.core.spi.Journal.Numbered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every journal promises. */
interface JournalContract {

    /** The same empty journal each time within a test. */
    Journal journal();

    @Test
    default void numbersEntriesFromOneOverAllStreams() {
        assertThat(journal().append(List.of())).isZero();
        assertThat(journal().append(List.of(entry("twins", "a", "1"), entry("inputs", "a", "2"))))
                .isEqualTo(2);
        assertThat(journal().append(List.of())).isEqualTo(2);
        assertThat(journal().append(List.of(entry("twins", "b", "3")))).isEqualTo(3);
        assertThat(all("twins", 0))
                .containsExactly(new Numbered(1, entry("twins", "a", "1")), new Numbered(3, entry("twins", "b", "3")));
    }

    @Test
    default void readsWhatCameAfterANumber() {
        journal().append(List.of(entry("twins", "a", "1"), entry("twins", "b", "2"), entry("twins", "a", "3")));
        assertThat(all("twins", -1)).hasSize(3);
        assertThat(all("twins", 2)).extracting(Numbered::number).containsExactly(3L);
        assertThat(all("twins", 3)).isEmpty();
        assertThat(all("twins", Long.MAX_VALUE)).isEmpty();
        assertThat(all("nothing", 0)).isEmpty();
    }

    @Test
    default void readsTheEntriesOfOneKeyOfOneStream() {
        journal().append(List.of(entry("twins", "Aa", "1"), entry("twins", "BB", "2"), entry("inputs", "Aa", "3")));
        journal().append(List.of(entry("twins", "Aa", "4")));
        // Aa and BB have one hash.
        assertThat(ofKey("twins", "Aa")).extracting(Numbered::number).containsExactly(1L, 4L);
        assertThat(ofKey("twins", "BB")).extracting(Numbered::number).containsExactly(2L);
        assertThat(ofKey("twins", "C")).isEmpty();
        assertThat(ofKey("nothing", "Aa")).isEmpty();
    }

    @Test
    default void mergesStreamsInTheirCommonOrder() {
        journal()
                .append(List.of(
                        entry("a", "k", "1"), entry("b", "k", "2"), entry("c", "k", "3"), entry("a", "k", "4")));
        List<Numbered> read = new ArrayList<>();
        journal().replay(Set.of("a", "b", "nothing"), 1, read::add);
        assertThat(read).extracting(Numbered::number).containsExactly(2L, 4L);
        read.clear();
        journal().replay(Set.of(), 0, read::add);
        assertThat(read).isEmpty();
    }

    @Test
    default void keepsNothingOfABatchThatIsBroken() {
        List<Entry> broken = Arrays.asList(entry("twins", "a", "1"), null);
        List<Mark> mark = List.of(new Mark("m", "new"));
        assertThatThrownBy(() -> journal().append(broken, mark)).isInstanceOf(NullPointerException.class);
        assertThat(all("twins", 0)).isEmpty();
        assertThat(journal().mark("m")).isEmpty();
        assertThat(journal().append(List.of(entry("twins", "a", "1")))).isEqualTo(1);
    }

    @Test
    default void aMarkIsTheNewestOfItsNameAndTellsWhereTheJournalWas() {
        assertThat(journal().mark("source/a")).isEmpty();
        journal().append(List.of(), List.of(new Mark("source/a", "before all")));
        assertThat(journal().mark("source/a")).contains(new Marked(0, new Mark("source/a", "before all")));
        journal().append(List.of(entry("t", "a", "1")), List.of(new Mark("source/a", "x"), new Mark("source/b", "y")));
        journal().append(List.of(entry("t", "a", "2")), List.of(new Mark("source/b", "z")));
        assertThat(journal().mark("source/a")).contains(new Marked(1, new Mark("source/a", "x")));
        assertThat(journal().mark("source/b")).contains(new Marked(2, new Mark("source/b", "z")));
        assertThat(journal().mark("source/c")).isEmpty();
    }

    @Test
    default void forgetsTheStreamsItIsToldUpToTheNumberAndKeepsMarks() {
        journal()
                .append(List.of(
                        entry("a", "k", "1"), entry("b", "k", "2"), entry("a", "k", "3"), entry("a", "k", "4")));
        journal().append(List.of(), List.of(new Mark("m", "state")));
        journal().forget(Set.of("a", "nothing"), 3);
        assertThat(all("a", 0)).extracting(Numbered::number).containsExactly(4L);
        assertThat(all("b", 0)).extracting(Numbered::number).containsExactly(2L);
        assertThat(ofKey("a", "k")).extracting(Numbered::number).containsExactly(4L);
        assertThat(journal().mark("m")).isPresent();
        journal().forget(Set.of("a"), 2);
        assertThat(all("a", 0)).hasSize(1);
        journal().forget(Set.of("a", "b"), Long.MAX_VALUE);
        assertThat(all("a", 0)).isEmpty();
        assertThat(journal().append(List.of(entry("a", "k", "5")))).isEqualTo(5);
        assertThat(all("a", 0)).hasSize(1);
    }

    @Test
    default void aReaderMayAppendAndForgetAndDoesNotSeeWhatItAppends() {
        journal().append(List.of(entry("twins", "a", "1"), entry("twins", "a", "2")));
        journal().replay("twins", 0, read -> {
            journal().append(List.of(read.entry()), List.of(new Mark("at", String.valueOf(read.number()))));
            assertThat(ofKey("twins", "a")).isNotEmpty();
        });
        assertThat(all("twins", 0)).hasSize(4);
        journal().replay("twins", "a", read -> journal().append(List.of(read.entry())));
        journal().replay(Set.of("twins"), 0, read -> journal().forget(Set.of("twins"), read.number()));
        assertThat(all("twins", 0)).isEmpty();
    }

    // The append of another thread would wait for ever if the reader held anything.
    @Test
    default void aReaderThatTakesItsTimeHoldsUpNobody() {
        journal().append(List.of(entry("twins", "a", "1"), entry("twins", "a", "2")));
        journal()
                .replay(
                        "twins",
                        0,
                        read -> CompletableFuture.runAsync(() -> {
                                    journal().append(List.of(entry("twins", "a", "3")), List.of(new Mark("m", "s")));
                                    assertThat(journal().mark("m")).isPresent();
                                    assertThat(ofKey("twins", "a")).hasSizeGreaterThan(2);
                                })
                                .orTimeout(30, TimeUnit.SECONDS)
                                .join());
        assertThat(all("twins", 0)).hasSize(4);
    }

    @Test
    default void givesBackWhatItWasGivenSignBySign() {
        List<String> texts =
                List.of("", "\0", "a\0b", "\uD83D\uDE00", "half \uD83D", "\uDE00 half", "\uFFFD", "à\u202E\n\"");
        Instant moment = Instant.parse("2026-11-30T12:00:00.123456789Z");
        List<Entry> entries = new ArrayList<>();
        for (String text : texts) {
            entries.add(new Entry(text, text, entries.size() - 2, text));
            entries.add(new Entry(text, text, Integer.MAX_VALUE, text, Optional.of(moment)));
            entries.add(new Entry(text, text, 1, text, Optional.of(Instant.EPOCH)));
        }
        List<Mark> marks = texts.stream()
                .map(text -> new Mark(text, text, Optional.of(moment)))
                .toList();
        journal().append(entries, marks);
        List<Numbered> read = new ArrayList<>();
        journal().replay(Set.copyOf(texts), 0, read::add);
        assertThat(read).extracting(Numbered::entry).containsExactlyElementsOf(entries);
        for (String text : texts) {
            assertThat(ofKey(text, text)).hasSize(3);
            assertThat(journal().mark(text)).map(Marked::mark).contains(new Mark(text, text, Optional.of(moment)));
        }
    }

    @Test
    default void keepsBatchesOfManyWritersTogether() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        for (int writer = 0; writer < 4; writer++) {
            Entry mine = entry("twins", "writer-" + writer, "x");
            writers.execute(() -> {
                for (int i = 0; i < 100; i++) {
                    journal().append(List.of(mine, mine));
                }
            });
        }
        writers.shutdown();
        assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        List<Numbered> kept = all("twins", 0);
        assertThat(kept).hasSize(800);
        for (int i = 0; i < kept.size(); i++) {
            assertThat(kept.get(i).number()).isEqualTo(i + 1);
            assertThat(kept.get(i).entry()).isEqualTo(kept.get(i - i % 2).entry());
        }
    }

    /** Longer than any page or segment of entries that an implementation may read at once. */
    @Test
    default void longJournalsReadLikeShortOnes() {
        Random random = new Random(11);
        List<Numbered> model = new ArrayList<>();
        for (int batch = 0; batch < 40; batch++) {
            List<Entry> entries = new ArrayList<>();
            for (int i = random.nextInt(2000); i > 0; i--) {
                String stream = random.nextInt(100) == 0 ? "seldom" : "often" + random.nextInt(2);
                entries.add(entry(stream, "key" + random.nextInt(50), "payload " + random.nextInt()));
            }
            entries.forEach(entry -> model.add(new Numbered(model.size() + 1L, entry)));
            assertThat(journal().append(entries)).isEqualTo(model.size());
        }
        assertThat(model).hasSizeGreaterThan(35_000);
        check(model, random);
        long upTo = 20_000L + random.nextInt(10_000);
        journal().forget(Set.of("often0", "seldom"), upTo);
        model.removeIf(
                entry -> entry.number() <= upTo && Set.of("often0", "seldom").contains(entry.entry().stream()));
        check(model, random);
    }

    private void check(List<Numbered> model, Random random) {
        for (Set<String> streams : List.of(Set.of("seldom"), Set.of("often0"), Set.of("often1", "seldom"))) {
            long after = random.nextInt(20_000);
            List<Numbered> read = new ArrayList<>();
            journal().replay(streams, after, read::add);
            assertThat(read)
                    .isEqualTo(model.stream()
                            .filter(entry -> streams.contains(entry.entry().stream()) && entry.number() > after)
                            .toList());
        }
        for (String stream : List.of("seldom", "often0")) {
            String key = "key" + random.nextInt(50);
            assertThat(ofKey(stream, key))
                    .isEqualTo(model.stream()
                            .filter(entry -> entry.entry().stream().equals(stream)
                                    && entry.entry().key().equals(key))
                            .toList());
        }
    }

    private List<Numbered> all(String stream, long after) {
        List<Numbered> read = new ArrayList<>();
        journal().replay(stream, after, read::add);
        return read;
    }

    private List<Numbered> ofKey(String stream, String key) {
        List<Numbered> read = new ArrayList<>();
        journal().replay(stream, key, read::add);
        return read;
    }

    private static Entry entry(String stream, String key, String payload) {
        return new Entry(stream, key, 1, payload);
    }
}
