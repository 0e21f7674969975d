package io.citytwin.core.sync;

import static io.citytwin.core.sync.SmallTown.MIDNIGHT;
import static io.citytwin.core.sync.SmallTown.minute;
import static io.citytwin.core.sync.SmallTown.power;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.citytwin.core.model.Observation;
import io.citytwin.core.spi.AdapterProblem;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.time.SystemClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a city offers to its adapters besides taking what they report. */
class CityAdaptersTest {

    private final SmallTown town = new SmallTown();

    @Test
    void workWaitsForTheJournal() {
        try (CityTwin city = town.started()) {
            city.advanceTo(minute(1));
            List<Long> kept = new ArrayList<>();
            town.devices.context().observe(power(5, minute(1)));
            town.devices.context().kept(() -> kept.add(inputs(town.journal)));
            city.advanceTo(minute(14));
            assertThat(kept).isEmpty();
            long before = inputs(town.journal);
            city.advanceTo(minute(15));
            assertThat(kept).containsExactly(before + 2); // the value and the step's end
        }
    }

    @Test
    void workWaitsUntilTheJournalTakesSomethingAgain() {
        FullDisk journal = new FullDisk();
        try (CityTwin city = town.builder().journal(journal).build()) {
            city.start();
            city.advanceTo(minute(1));
            List<String> kept = new ArrayList<>();
            town.devices.context().kept(() -> kept.add("kept"));
            journal.full = true;
            assertThat(catchThrowable(() -> city.advanceTo(minute(15)))).hasMessageContaining("No space left");
            assertThat(kept).isEmpty();
            journal.full = false;
            city.advanceTo(minute(30));
            assertThat(kept).containsExactly("kept");
        }
    }

    @Test
    void inRealTimeSomebodyWhoWaitsNeedNotWaitForTheEndOfAStep() throws InterruptedException {
        CountDownLatch kept = new CountDownLatch(1);
        SystemClock clock = new SystemClock();
        try (CityTwin city =
                town.builder().clock(clock).step(Duration.ofDays(1)).build()) {
            city.start();
            Observation seen = power(5, clock.now());
            town.devices.context().observe(seen);
            town.devices.context().kept(kept::countDown);
            assertThat(kept.await(20, TimeUnit.SECONDS)).isTrue();
            List<String> written = new ArrayList<>();
            town.journal.replay("inputs", 0, entry -> written.add(entry.entry().payload()));
            assertThat(written)
                    .anyMatch(text -> text.contains(seen.measuredAt().toString()))
                    .noneMatch(text -> text.contains("\"Tick\""));
        }
    }

    @Test
    void workThatFailsIsKeptAsADeadLetter() {
        try (CityTwin city = town.started()) {
            town.devices.context().kept(() -> {
                throw new IllegalStateException("never mind");
            });
            town.devices.context().executor().execute(() -> {
                throw new IllegalStateException("nor this");
            });
            city.advanceTo(minute(15));
            assertThat(city.deadLetters()).extracting(letter -> letter.code()).containsExactly("C117", "C117");
        }
    }

    @Test
    void whatIsSaidAgainSaysNothing() {
        try (CityTwin city = town.started()) {
            city.advanceTo(minute(1));
            long before = city.health().inputs();
            town.devices.context().observe(power(5, minute(1)));
            town.devices.context().observe(power(5, minute(1)));
            town.devices.context().observe(power(6, minute(1)));
            town.devices.context().observe(power(5, minute(1)));
            town.devices.context().observe(power(5, minute(2)));
            city.advanceTo(minute(3));
            // Corrected and corrected back are two corrections.
            assertThat(city.health().inputs()).isEqualTo(before + 4);
        }
    }

    @Test
    void aProblemOfAnAdapterIsAnAlarmAsLongAsItLasts() {
        try (CityTwin city = town.started()) {
            assertThat(city.health().alarms()).isEmpty();
            town.devices.health = () -> List.of(new AdapterProblem("broker", MIDNIGHT, "`broker` is away."));
            assertThat(city.health().alarms())
                    .containsExactly(new Alarm(Alarm.Kind.ADAPTER, "broker", MIDNIGHT, "`broker` is away."));
            town.devices.health = () -> {
                throw new IllegalStateException("confused");
            };
            assertThat(city.health().alarms()).singleElement().satisfies(alarm -> {
                assertThat(alarm.about()).isEqualTo("fake");
                assertThat(alarm.text()).contains("confused");
            });
        }
    }

    @Test
    void inVirtualTimeWorkRunsOnTheCallersThread() {
        try (CityTwin city = town.started()) {
            List<Thread> where = new ArrayList<>();
            town.devices.context().executor().execute(() -> where.add(Thread.currentThread()));
            assertThat(where).containsExactly(Thread.currentThread());
            assertThat(city.deadLetters()).isEmpty();
        }
    }

    @Test
    void inRealTimeWorkHasAThreadThatEndsWithTheCity() {
        List<Thread> where = new ArrayList<>();
        CountDownLatch hang = new CountDownLatch(1);
        try (CityTwin city = town.builder().clock(new SystemClock()).build()) {
            city.start();
            town.devices.context().executor().execute(() -> where.add(Thread.currentThread()));
            town.devices.context().executor().execute(() -> await(hang));
            Awaitility.await().until(() -> where.size() == 1);
            assertThat(where.get(0).getName()).isEqualTo("citytwin-adapter-fake");
            Throwable full = catchThrowable(() -> {
                for (int piece = 0; piece < 20_000; piece++) {
                    town.devices.context().executor().execute(() -> {});
                }
            });
            assertThat(full).isInstanceOf(RejectedExecutionException.class);
        }
        assertThat(where.get(0).isAlive()).isFalse();
    }

    @Test
    void anAdapterCountsInTheCitysRegistry() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (CityTwin city = town.builder().meters(registry).build()) {
            city.start();
            town.devices
                    .context()
                    .meters()
                    .counter("citytwin.adapter.fake.frames")
                    .increment();
            assertThat(registry.get("citytwin.adapter.fake.frames").counter().count())
                    .isEqualTo(1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private static long inputs(Journal journal) {
        List<Long> numbers = new ArrayList<>();
        journal.replay("inputs", 0, entry -> numbers.add(entry.number()));
        return numbers.size();
    }
}
