package io.citytwin.examples.milan.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.adapter.sqlite.JournalStatistics;
import io.citytwin.adapter.sqlite.SqliteJournal;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.JournalFiles;
import io.citytwin.core.sync.CityHealth;
import io.citytwin.core.time.CityClock;
import io.citytwin.core.time.SystemClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten minutes of a city on a real clock, or as many as {@code citytwin.minutes} says, at {@code citytwin.rate} observations
 * a second. {@code citytwin.jfr} names a file for a recording of where the time goes. The table is in
 * {@code target/sustained.md} as well.
 */
class CityUnderLoadSustained {

    private static final int LAMPS = 20_000;
    private static final Duration PULSE = Duration.ofMillis(10);

    private static final Duration WARMING = Duration.ofSeconds(20);
    private static final long EARLY = 120;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long MICRO = TimeUnit.MICROSECONDS.toNanos(1);

    /** A heap that grows more than this between the second minute and the end does not stop growing. */
    private static final double GROWTH = 1.3;

    @TempDir
    private Path temp;

    private final CityClock clock = new SystemClock();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final FiguresTool figures = new FiguresTool();
    private final int rate = Integer.getInteger("citytwin.rate", 20_000);
    private final Duration length = Duration.ofMinutes(Integer.getInteger("citytwin.minutes", 10));
    private Duration slowestCommit = Duration.ZERO;
    private Duration slowestEvaluation = Duration.ZERO;
    private Duration latest = Duration.ZERO;
    private long mostWaiting;
    private long looks;
    private long sent;
    private long heapEarly;

    @Test
    void nothingIsLostAndNothingGrows() throws Exception {
        Set<Long> threads = threads();
        Optional<Recording> recording = recording();
        Path file = temp.resolve("city.journal");
        long heapLate;
        try (SqliteJournal journal = SqliteJournal.builder()
                        .file(file)
                        .keys(temp.resolve("keys"))
                        .build();
                LoadedCity loaded = new LoadedCity(LAMPS, clock, journal, meters)) {
            warmUp(loaded);
            send(loaded);
            figures.millis("until all that waited was done", drain(loaded));
            heapLate = heapAfterCollection();
            tell(loaded.city().health(), journal.statistics());
        }
        recording.ifPresent(Recording::stop);
        long kept = kept(file);
        figures.add("observations sent", sent);
        figures.add("observations in the journal", kept);
        figures.mebibytes("journal", Files.size(file));
        figures.mebibytes("heap at most (-Xmx)", Runtime.getRuntime().maxMemory());
        figures.mebibytes("heap after a collection, early", heapEarly);
        figures.mebibytes("heap after a collection, at the end", heapLate);
        Files.writeString(Path.of("target", "sustained.md"), figures.print());
        recording.ifPresent(Recording::close);
        assertThat(kept).isEqualTo(sent);
        assertThat(latest).as("how late the city was at most").isLessThan(Duration.ofSeconds(5));
        assertThat((double) heapLate).as("growth of the heap").isLessThan(GROWTH * heapEarly);
        assertThat(threads()).isEqualTo(threads);
    }

    private Optional<Recording> recording() throws ParseException, IOException {
        String file = System.getProperty("citytwin.jfr");
        if (file == null) {
            return Optional.empty();
        }
        Recording recording = new Recording(Configuration.getConfiguration("profile"));
        recording.setDestination(Path.of(file));
        recording.start();
        return Optional.of(recording);
    }

    /** The first report of each lamp brings it a first directive, all in one step; then the code gets warm. */
    private void warmUp(LoadedCity loaded) throws InterruptedException {
        while (sent < LAMPS) {
            loaded.report(sent++);
        }
        figures.millis("until each lamp had its first directive", drain(loaded));
        pace(loaded, WARMING, health -> {});
        drain(loaded);
    }

    private void send(LoadedCity loaded) {
        long before = sent;
        long start = System.nanoTime();
        pace(loaded, length, this::look);
        figures.add("observations a second", (sent - before) * SECOND / (System.nanoTime() - start));
    }

    /** Sends at an even rate by the clock, whether the city keeps up or not; looks at it each second. */
    private void pace(LoadedCity loaded, Duration time, Consumer<CityHealth> looks) {
        long before = sent;
        long start = System.nanoTime();
        long looked = 0;
        for (long gone = 0; gone < time.toNanos(); gone = System.nanoTime() - start) {
            long due = before + gone / MICRO * rate / (SECOND / MICRO);
            while (sent < due) {
                loaded.report(sent++);
            }
            if (gone / SECOND > looked) {
                looked++;
                looks.accept(loaded.city().health());
            }
            LockSupport.parkNanos(PULSE.toNanos());
        }
    }

    private void look(CityHealth health) {
        looks++;
        if (looks == Math.min(EARLY, length.toSeconds() / 2)) {
            heapEarly = heapAfterCollection();
        }
        slowestCommit = longest(slowestCommit, max("citytwin.commit"));
        slowestEvaluation = longest(slowestEvaluation, max("citytwin.evaluation"));
        latest = longest(latest, health.queues().lag());
        mostWaiting = Math.max(mostWaiting, health.queues().agenda());
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Duration max(String timer) {
        return Duration.ofNanos((long) meters.get(timer).timer().max(TimeUnit.NANOSECONDS));
    }

    private Duration drain(LoadedCity loaded) throws InterruptedException {
        Instant start = clock.now();
        Instant deadline = start.plus(length).plusSeconds(60);
        while (!loaded.hasTakenAll()) {
            assertThat(clock.now()).as("the city never came to the last report").isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(PULSE.toMillis());
        }
        return Duration.between(start, clock.now());
    }

    private void tell(CityHealth health, JournalStatistics statistics) {
        figures.add("law", LoadedCity.LAW);
        figures.add("lamp posts", LAMPS);
        figures.add("snapshot each, s", LoadedCity.SNAPSHOTS.toSeconds());
        figures.add(
                "directives",
                health.directives().values().stream().mapToLong(Long::longValue).sum());
        figures.millis("how late the city was at most", latest);
        figures.add("waiting on the agenda at most, timers included", mostWaiting);
        Timer commit = meters.get("citytwin.commit").timer();
        for (ValueAtPercentile each : commit.takeSnapshot().percentileValues()) {
            figures.millis("commit, p" + Math.round(each.percentile() * 100), Duration.ofNanos((long) each.value()));
        }
        figures.millis("commit, p99 of the last 1000 appends", statistics.slowCommit());
        figures.millis("commit, longest, warming up included", slowestCommit);
        figures.millis("commit, mean", Duration.ofNanos((long) commit.mean(TimeUnit.NANOSECONDS)));
        Timer evaluation = meters.get("citytwin.evaluation").timer();
        figures.millis("evaluation, mean", Duration.ofNanos((long) evaluation.mean(TimeUnit.NANOSECONDS)));
        figures.millis("evaluation, longest, warming up included", slowestEvaluation);
        figures.add("commits", statistics.commits());
        figures.add("entries", statistics.entries());
        assertThat(health.deadLetters()).isEmpty();
    }

    private static long heapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long kept(Path file) {
        long[] observed = new long[1];
        try (Journal journal = JournalFiles.read(file, Optional.empty())) {
            journal.replay("inputs", 0, entry -> {
                if (entry.entry().payload().startsWith("{\"kind\":\"Observed\"")) {
                    observed[0]++;
                }
            });
        }
        return observed[0];
    }

    private static Set<Long> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("JFR "))
                .map(Thread::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
