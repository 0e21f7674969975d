package io.citytwin.core.sync;

import static io.citytwin.core.sync.SmallTown.LAMP;
import static io.citytwin.core.sync.SmallTown.MIDNIGHT;
import static io.citytwin.core.sync.SmallTown.dim;
import static io.citytwin.core.sync.SmallTown.minute;
import static io.citytwin.core.sync.SmallTown.power;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Governor;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.MemoryJournal;
import io.citytwin.core.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A city that lets go of inputs an hour after they came, and one that keeps them all. */
class CityRetentionTest {

    private static final Duration RETENTION = Duration.ofMinutes(60);
    private static final Duration SNAPSHOTS = Duration.ofMinutes(30);
    private static final int END = 480;

    private final LossyJournal journal = new LossyJournal();
    private final Historian historian = new Historian();

    @Test
    void whatIsKeptIsNeitherYoungerNorMuchOlderThanTheRetention() {
        CityTwin city = run(journal, Optional.of(RETENTION), historian);
        boolean some = false;
        for (int minute = 1; minute <= END; minute++) {
            play(city, minute - 1, minute);
            Instant first = received(journal).get(0);
            Instant present = minute(minute);
            assertThat(first).isAfter(present.minus(RETENTION.multipliedBy(2)).minus(SNAPSHOTS.multipliedBy(2)));
            Optional<Instant> erased = historian.history().erasedUntil();
            assertThat(first.isAfter(MIDNIGHT)).isEqualTo(erased.isPresent());
            erased.ifPresent(until -> assertThat(until).isBeforeOrEqualTo(present.minus(RETENTION)));
            some |= erased.isPresent();
        }
        assertThat(some).isTrue();
        assertThat(city.deadLetters()).hasSizeGreaterThan(letters(journal)).isNotEmpty();
    }

    @Test
    void withoutARetentionEverythingIsKept() {
        play(run(journal, Optional.empty(), historian), 0, END);
        assertThat(received(journal).get(0)).isEqualTo(MIDNIGHT);
        assertThat(historian.history().erasedUntil()).isEmpty();
        assertThat(historian.bases()).isEmpty();
    }

    /** A base takes effect at each full hour. */
    @ParameterizedTest
    @ValueSource(ints = {29, 59, 60, 61, 90, 119, 120, 121, 134, 135, 136, 300})
    void whateverTheMinuteOfTheEndTheRestIsTheSame(int cut) {
        MemoryJournal undisturbed = new MemoryJournal();
        CityTwin whole = run(undisturbed, Optional.empty(), new Historian());
        play(whole, 0, END);
        play(run(journal, Optional.of(RETENTION), new Historian()), 0, cut);
        CityTwin again = run(journal, Optional.of(RETENTION), historian);
        play(again, (int) Duration.between(MIDNIGHT, again.now()).toMinutes(), END);
        assertThat(all(undisturbed))
                .containsSubsequence(all(journal))
                .hasSizeGreaterThan(all(journal).size());
        assertThat(again.directives()).isEqualTo(whole.directives()).isNotEmpty();
        assertThat(again.graph().find(LAMP)).isEqualTo(whole.graph().find(LAMP)).isPresent();
        assertThat(again.health().inputs()).isEqualTo(whole.health().inputs());
        assertThat(again.health().alarms()).noneMatch(alarm -> alarm.kind() == Alarm.Kind.OTHERWISE);
    }

    @ParameterizedTest
    @ValueSource(ints = {59, 60, 65, 119, 120, 480})
    void theStateAndTheInputsAfterItAreAllThereIs(int end) {
        CityTwin city = run(journal, Optional.of(RETENTION), historian);
        play(city, 0, end);
        List<Governor.Footing> bases = historian.bases();
        Instant until = historian.history().erasedUntil().orElse(Instant.MIN);
        assertThat(bases)
                .hasSize(end < 60 ? 0 : 1)
                .allMatch(base -> base.moment().equals(until));
        List<Input> rest = historian.given.stream()
                .filter(input -> input.receivedAt().isAfter(until))
                .toList();
        assertThat(historian.kept()).isEqualTo(rest);
        bases.forEach(base -> assertThat(base.state()).contains("at " + until));
    }

    @Test
    void whatWasNotLetGoOfBeforeTheEndIsNotSeenAndGoesAfterTheStart() {
        CityTwin city = run(journal, Optional.of(RETENTION), historian);
        play(city, 0, 119);
        journal.stuck = true;
        play(city, 119, 130);
        assertThat(received(journal).get(0)).isEqualTo(minute(1));
        List<Input> kept = historian.kept();
        journal.stuck = false;
        Historian next = new Historian();
        CityTwin again = run(journal, Optional.of(RETENTION), next);
        assertThat(next.kept()).isNotEmpty().isSubsetOf(kept);
        assertThat(next.history().erasedUntil()).contains(minute(60));
        again.advanceTo(minute(135));
        assertThat(received(journal).get(0)).isEqualTo(minute(61));
    }

    @Test
    void muchGoesBitByBit() {
        journal.append(Collections.nCopies(1_500_000, new Journal.Entry("noise", "", 1, "")), List.of());
        CityTwin city = run(journal, Optional.of(RETENTION), historian);
        play(city, 0, 59);
        assertThat(journal.forgotten).isEmpty();
        play(city, 59, 60);
        assertThat(journal.forgotten).containsExactly(15_000L);
        play(city, 60, END);
        assertThat(journal.forgotten).hasSize(1 + (END - 60) / 15);
        for (int step = 1; step < journal.forgotten.size(); step++) {
            assertThat(journal.forgotten.get(step) - journal.forgotten.get(step - 1))
                    .isBetween(10_000L, 15_000L);
        }
    }

    @Test
    void aStateThatCouldNotBeWrittenAtItsMomentIsNotWrittenLater() {
        CityTwin city = run(journal, Optional.of(RETENTION), historian);
        play(city, 0, 119);
        journal.full = true;
        assertThatThrownBy(() -> play(city, 119, 120)).hasMessageContaining("No space left");
        journal.full = false;
        play(city, 121, 135);
        assertThat(historian.history().erasedUntil()).contains(MIDNIGHT);
        assertThat(Snapshot.read(journal).orElseThrow().at()).isEqualTo(minute(90));
        play(city, 135, 150);
        assertThat(historian.history().erasedUntil()).contains(minute(60));
    }

    @Test
    void aStateOfAnErasedMonthIsMissingAndNotForgotten() {
        CityTwin city = run(journal, Optional.of(RETENTION), historian);
        play(city, 0, 130);
        journal.unreadable = Set.of("city/base-a", "city/base-b");
        assertThat(historian.bases()).containsExactly(new Governor.Footing(minute(60), Optional.empty()));
    }

    @Test
    void aCityThatWasOffForLongerThanItsKeysHasTheTwinsThatItIsGiven() {
        play(run(journal, Optional.of(RETENTION), historian), 0, 125);
        journal.unreadable = Set.of("city/base-a", "city/base-b", "city/snapshot", "city/governor");
        CityTwin again = run(journal, Optional.of(RETENTION), new Historian());
        assertThat(again.graph().find(LAMP)).isPresent();
        assertThat(again.resumedFrom()).contains(minute(120));
    }

    @Test
    void aRetentionOfNothingIsRefused() {
        assertThatThrownBy(() -> CityTwin.builder().retention(Duration.ZERO)).hasMessageContaining("C116");
    }

    private static CityTwin run(Journal into, Optional<Duration> retention, Historian governor) {
        CityTwinBuilder builder = CityTwin.builder()
                .graph(new SmallTown().graph)
                .clock(new VirtualClock(MIDNIGHT))
                .adapter(new FakeDevices("fake").obeying())
                .governor(governor)
                .journal(into)
                .snapshots(SNAPSHOTS);
        retention.ifPresent(builder::retention);
        CityTwin city = builder.build();
        city.start();
        return city;
    }

    /** Tells what is measured in each minute, from one on, and of nobody. */
    private static void play(CityTwin city, int from, int to) {
        for (int minute = from + 1; minute <= to; minute++) {
            city.accept(new Input.Observed(power(minute, minute(minute))));
            if (minute % 10 == 0) {
                city.accept(new Input.Observed(
                        SmallTown.seen(TwinId.of("town:nobody"), "power", Quantity.of(1, Unit.WATT), minute(minute))));
            }
            city.advanceTo(minute(minute));
        }
    }

    private static List<Instant> received(Journal journal) {
        InputCodec codec = new InputCodec(new SmallTown().graph.types());
        List<Instant> received = new ArrayList<>();
        journal.replay(
                "inputs", 0, kept -> received.add(codec.read(kept.entry()).receivedAt()));
        return received;
    }

    private static int letters(Journal journal) {
        List<Journal.Numbered> letters = new ArrayList<>();
        journal.replay("refused", 0, letters::add);
        return letters.size();
    }

    private static List<String> all(Journal journal) {
        List<String> entries = new ArrayList<>();
        journal.replay(
                Set.of("inputs", "directives", "refused"),
                0,
                kept -> entries.add(kept.entry().stream() + " " + kept.entry().key() + " "
                        + kept.entry().payload()));
        return entries;
    }

    /** Asks for light each half hour, and looks at its history. */
    private static final class Historian implements Governor {
        private final List<Input> given = new ArrayList<>();
        private final List<Governor.History> histories = new ArrayList<>();
        private Instant now = Instant.EPOCH;

        private Governor.History history() {
            return histories.get(0);
        }

        private List<Governor.Footing> bases() {
            List<Governor.Footing> bases = new ArrayList<>();
            history().inputs(bases::add, input -> {});
            return bases;
        }

        private List<Input> kept() {
            List<Input> kept = new ArrayList<>();
            history().inputs(kept::add);
            return kept;
        }

        @Override
        public void accept(Input input) {
            given.add(input);
        }

        @Override
        public List<Directive> step(Instant moment) {
            given.add(new Input.Tick(moment));
            now = moment;
            boolean asks = moment.getEpochSecond() % 1800 == 0;
            return asks ? List.of(dim("d" + moment, LAMP, moment.getEpochSecond() / 1800 % 50, moment)) : List.of();
        }

        @Override
        public Optional<String> state() {
            return Optional.of("at " + now);
        }

        @Override
        public void resume(Optional<String> state, History history) {
            histories.add(history);
        }

        @Override
        public void close() {}
    }
}
