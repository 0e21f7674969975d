package io.citytwin.adapter.airquality.internal;

import io.citytwin.adapter.airquality.AirMapper;
import io.citytwin.adapter.airquality.AirQualityConfig;
import io.citytwin.adapter.airquality.AirSource;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.spi.AdapterProblem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One source: how far it was read and how it is doing. Its health and position may be asked by any thread. */
final class Watch {

    private static final int MOST_DOUBLINGS = 20;

    private final AirSource source;
    private final AirMapper mapper;
    private final Fetcher fetcher;
    private final AirQualityConfig config;
    private final boolean whole;
    private boolean asked;
    private int failures;
    private String how = "";
    private Seen read = Seen.NOTHING;
    private volatile Seen kept = Seen.NOTHING;
    private volatile Optional<AdapterProblem> unreachable = Optional.empty();
    private volatile Optional<AdapterProblem> unreadable = Optional.empty();

    /**
     * What was read of a source. Immutable.
     *
     * @param version as the source names it
     * @param digest of its content; empty if nothing was read
     * @param how digest of what it was read with: who mends a feed wants what was read wrongly to be read again
     */
    record Seen(Fetched.Version version, String digest, String how) {
        static final Seen NOTHING = new Seen(Fetched.Version.NONE, "", "");
    }

    /** A source; of several, one that is validated is read whole at the start, to know what others must not take back. */
    Watch(AirSource source, AirMapper mapper, Fetcher fetcher, AirQualityConfig config) {
        this.source = source;
        this.mapper = mapper;
        this.fetcher = fetcher;
        this.config = config;
        whole = source.feed().isValidated() && config.sources().size() > 1;
    }

    AirSource source() {
        return source;
    }

    AirMapper mapper() {
        return mapper;
    }

    /** Goes on where an earlier run ended, if that one read as this one does and for the same twins. */
    void goOnFrom(Seen seen, Collection<TwinId> twins) {
        String words = source.feed() + " " + config.sensors().byCode() + " " + new TreeSet<>(twins);
        how = digest(ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)));
        if (seen.how().equals(how)) {
            read = seen;
            kept = seen;
        }
    }

    Seen kept() {
        return kept;
    }

    void keep(Seen seen) {
        kept = seen;
    }

    void stop() {
        fetcher.stop();
    }

    Stream<AdapterProblem> problems() {
        return Stream.of(unreachable, unreadable).flatMap(Optional::stream);
    }

    /** Asks the source; what it answers is then the newest that was read. */
    Fetched fetch() throws SourceFailure, InterruptedException {
        Fetched fetched = fetcher.fetch(whole && !asked ? Fetched.Version.NONE : read.version());
        asked = true;
        failures = 0;
        unreachable = Optional.empty();
        return fetched;
    }

    /** Whether the content is the one that was read last; from now on it is. */
    boolean isKnown(ByteBuffer content, Fetched.Version version) {
        String digest = digest(content);
        boolean known = digest.equals(read.digest());
        read = new Seen(version, digest, how);
        return known;
    }

    Seen read() {
        return read;
    }

    /** Notes a failure; returns how long to wait. */
    Duration failed(SourceFailure failure, Instant now) {
        failures++;
        String text = "Source `" + source.name() + "` tells nothing. " + failure.problem();
        Instant since = unreachable.map(AdapterProblem::since).orElse(now);
        unreachable = Optional.of(new AdapterProblem(source.name(), since, text));
        Duration wait = config.retry().multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration asked =
                failure.patience().filter(longer -> longer.compareTo(wait) > 0).orElse(wait);
        return asked.compareTo(config.retryAtMost()) > 0 ? config.retryAtMost() : asked;
    }

    void readable() {
        unreadable = Optional.empty();
    }

    void unreadable(String reason, Instant now) {
        Instant since = unreadable.map(AdapterProblem::since).orElse(now);
        String text = "Source `" + source.name() + "` cannot be understood. " + reason;
        unreadable = Optional.of(new AdapterProblem(source.name(), since, text));
    }

    private static String digest(ByteBuffer content) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(content.duplicate());
            return HexFormat.of().formatHex(hash.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
