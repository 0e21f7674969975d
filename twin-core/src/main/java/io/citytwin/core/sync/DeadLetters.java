package io.citytwin.core.sync;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.spi.DeadLetter;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts all that could not be used and keeps the newest. Safe for use by many threads. */
final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final int MOST = 10_000;

    private final Deque<DeadLetter> letters = new ArrayDeque<>();
    private final SortedMap<String, Long> counts = new TreeMap<>();
    private final List<DeadLetter> unwritten = new ArrayList<>();

    synchronized void add(DeadLetter letter) {
        unwritten.add(letter);
        restore(letter);
    }

    /** Takes up what an earlier run has kept. */
    synchronized void restore(DeadLetter letter) {
        counts.merge(letter.code(), 1L, Long::sum);
        letters.addLast(letter);
        if (letters.size() > MOST) {
            letters.removeFirst();
        }
    }

    /** Keeps what was refused, or what made other code fail: a mistake has its own code, a defect is also logged. */
    void add(String source, Exception failure, String text, Instant at) {
        if (failure instanceof CityTwinException mistake) {
            add(new DeadLetter(source, mistake.code().id(), mistake.problem(), text, at));
        } else {
            LOG.warn("`{}` failed unexpectedly at {}: {}", source, at, text, failure);
            String reason = "`" + source + "` failed unexpectedly: `" + failure + "`.";
            add(new DeadLetter(source, CoreError.FAILURE.id(), reason, text, at));
        }
    }

    /** What was added since this was last asked. */
    synchronized List<DeadLetter> takeUnwritten() {
        List<DeadLetter> taken = List.copyOf(unwritten);
        unwritten.clear();
        return taken;
    }

    synchronized List<DeadLetter> newest() {
        return List.copyOf(letters);
    }

    synchronized SortedMap<String, Long> counts() {
        return new TreeMap<>(counts);
    }
}
