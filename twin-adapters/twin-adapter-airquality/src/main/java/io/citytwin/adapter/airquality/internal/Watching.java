package io.citytwin.adapter.airquality.internal;

import io.citytwin.adapter.airquality.AirError;
import io.citytwin.adapter.airquality.AirQualityConfig;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.AdapterProblem;
import io.citytwin.core.spi.DeadLetter;
import io.citytwin.core.spi.PayloadMapper.Mapped;
import io.citytwin.core.spi.PayloadMapper.Payload;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;

/**
 * One run of an adapter: asks the sources again and again, one at a time. A source is asked next when all that it said is
 * in the journal. Safe for use by many threads.
 */
public final class Watching {

    private static final int CHUNK = 5_000;
    private static final String METER = "citytwin.adapter.airquality.";

    private final AirQualityConfig config;
    private final AdapterContext context;
    private final List<Watch> watches;
    private final HttpLine line;
    private final Letters letters;
    private final Spoken spoken = new Spoken();
    private final Map<TwinId, Instant> newest = new ConcurrentHashMap<>();
    private final Map<TwinId, Instant> unheard = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    Watching(AirQualityConfig config, AdapterContext context, List<Watch> watches, HttpLine line) {
        this.config = config;
        this.context = context;
        this.watches = List.copyOf(watches);
        this.line = line;
        letters = new Letters(context);
    }

    /** Goes on where an earlier run ended, and asks each source for the first time. */
    void begin() {
        Bookmark mark = context.position().map(Bookmark::of).orElseGet(Bookmark::none);
        newest.putAll(mark.newest());
        unheard.putAll(mark.unheard());
        List<TwinId> twins = context.twins().stream().map(Twin::id).toList();
        watches.forEach(watch ->
                watch.goOnFrom(mark.sources().getOrDefault(watch.source().name(), Watch.Seen.NOTHING), twins));
        Instant now = now();
        letters.keep(config.sensors().refused().stream()
                .map(row -> new DeadLetter(
                        config.name(), row.code(), row.file() + ":" + row.line() + " " + row.reason(), row.text(), now))
                .toList());
        watches.forEach(watch -> again(watch, Duration.ZERO));
    }

    private Instant now() {
        return context.clock().now();
    }

    private void again(Watch watch, Duration wait) {
        if (!stopped) {
            context.at(now().plus(wait), () -> ask(watch));
        }
    }

    private void ask(Watch watch) {
        execute(() -> poll(watch));
    }

    private void execute(Runnable work) {
        try {
            context.executor().execute(work);
        } catch (RejectedExecutionException busy) {
            if (!stopped) {
                context.at(now().plus(config.retry()), () -> execute(work));
            }
        }
    }

    private void poll(Watch watch) {
        if (stopped) {
            return;
        }
        try {
            count("polls", watch, 1);
            Fetched fetched = watch.fetch();
            if (fetched.content().isPresent()) {
                tell(watch, fetched.content().get(), fetched.version());
            } else {
                again(watch, config.poll());
            }
        } catch (SourceFailure failure) {
            count("failures", watch, 1);
            again(watch, watch.failed(failure, now()));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unexpected) {
            // The city keeps it; the source is asked again all the same.
            again(watch, watch.failed(new SourceFailure("Reading it failed unexpectedly."), now()));
            throw unexpected;
        }
    }

    private void tell(Watch watch, ByteBuffer content, Fetched.Version version) {
        Instant now = now();
        boolean known = watch.isKnown(content, version);
        Mapped mapped = watch.mapper().map(new Payload(watch.source().name(), content, now));
        List<DeadLetter> refused = new ArrayList<>(mapped.refused());
        List<Observation> news = news(watch, mapped, refused);
        count("refused", watch, letters.keep(refused));
        if (known) {
            news.clear();
        }
        // What could not be understood was not read: the next run asks for it again.
        tell(watch, news.iterator(), isReadable(watch, mapped, now) ? watch.read() : Watch.Seen.NOTHING);
    }

    private static boolean isReadable(Watch watch, Mapped mapped, Instant now) {
        if (mapped.observations().isEmpty()
                && mapped.refused().size() == 1
                && mapped.refused().get(0).code().equals(AirError.UNREADABLE.id())) {
            watch.unreadable(mapped.refused().get(0).reason(), now);
            return false;
        }
        watch.readable();
        return true;
    }

    private List<Observation> news(Watch watch, Mapped mapped, List<DeadLetter> refused) {
        Set<TwinId> twins = context.twins().stream().map(Twin::id).collect(Collectors.toSet());
        boolean validated = watch.source().feed().isValidated();
        List<Observation> news = new ArrayList<>();
        for (Observation seen : mapped.observations()) {
            if (!twins.contains(seen.twin())) {
                refused.add(stranger(watch, seen));
            } else {
                if (seen.value().isPresent()) {
                    newest.merge(seen.twin(), seen.measuredAt(), (one, other) -> one.isAfter(other) ? one : other);
                }
                if (spoken.isNews(seen, validated)) {
                    news.add(seen);
                }
            }
        }
        return news;
    }

    private DeadLetter stranger(Watch watch, Observation seen) {
        String reason = watch.source().name() + " Station `" + seen.twin() + "` is no twin of the city.";
        String text =
                seen.property() + " " + seen.value().map(Object::toString).orElse("missing") + " " + seen.measuredAt();
        return new DeadLetter(config.name(), AirError.UNKNOWN_STATION.id(), reason, text, seen.receivedAt());
    }

    // No more is told than the journal takes: the next part waits until this one is kept.
    private void tell(Watch watch, Iterator<Observation> news, Watch.Seen seen) {
        int told = 0;
        for (; told < CHUNK && news.hasNext(); told++) {
            context.observe(news.next());
        }
        count("observations", watch, told);
        if (told == 0) {
            watch.keep(seen);
            again(watch, config.poll());
        } else if (news.hasNext()) {
            context.kept(() -> execute(() -> tell(watch, news, seen)));
        } else {
            context.kept(() -> {
                watch.keep(seen);
                again(watch, config.poll());
            });
        }
    }

    private void count(String what, Watch watch, int number) {
        context.meters()
                .counter(
                        METER + what,
                        "adapter",
                        config.name(),
                        "source",
                        watch.source().name())
                .increment(number);
    }

    /** What was read and is kept. */
    public String position() {
        SortedMap<String, Watch.Seen> sources = new TreeMap<>();
        watches.forEach(watch -> sources.put(watch.source().name(), watch.kept()));
        return new Bookmark(sources, new TreeMap<>(newest), new TreeMap<>(unheard)).text();
    }

    /** Sources that fail, and stations that are silent. */
    public List<AdapterProblem> health() {
        List<AdapterProblem> problems =
                watches.stream().flatMap(Watch::problems).collect(Collectors.toCollection(ArrayList::new));
        Instant now = now();
        for (Twin station : context.twins()) {
            Instant last = last(station.id(), now);
            if (last.isBefore(now.minus(config.silence()))) {
                String text = "Station `" + station.id() + "` has measured nothing since `" + last
                        + "`, for more than `" + config.silence() + "`.";
                problems.add(new AdapterProblem(station.id().toString(), last, text));
            }
        }
        return problems;
    }

    private Instant last(TwinId station, Instant now) {
        Instant measured = newest.get(station);
        if (measured != null) {
            unheard.remove(station);
            return measured;
        }
        return unheard.computeIfAbsent(station, first -> now);
    }

    /** Ends; what is going on is given up. */
    public void stop() {
        stopped = true;
        watches.forEach(Watch::stop);
        line.close();
    }
}
