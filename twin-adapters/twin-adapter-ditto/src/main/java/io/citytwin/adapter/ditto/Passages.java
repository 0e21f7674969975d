package io.citytwin.adapter.ditto;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.ditto.internal.down.Downlink;
import io.citytwin.adapter.ditto.internal.link.Answer;
import io.citytwin.adapter.ditto.internal.link.Link;
import io.citytwin.core.signal.Passage;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells passages to the city until it says that it has them. Safe for use by many threads. */
final class Passages {

    private static final Logger LOG = LoggerFactory.getLogger(DittoGateway.class);
    private static final int MOST = 10_000;
    private static final int WINDOW = 256;
    private static final Map<String, String> HEADERS =
            Map.of("timeout", "10", "response-required", "true", "content-type", "application/json");

    private final Link link;
    private final Consumer<Runnable> later;
    private final Map<String, Passage> waiting = new LinkedHashMap<>();
    private final Set<String> underway = new HashSet<>();
    private boolean trying;
    private CompletableFuture<Void> told = CompletableFuture.completedFuture(null);

    Passages(Link link, Consumer<Runnable> later) {
        this.link = link;
        this.later = later;
    }

    void add(Passage passage) {
        synchronized (this) {
            if (waiting.size() >= MOST) {
                throw new IllegalStateException("`" + MOST + "` passages wait for the city already.");
            }
            waiting.put(passage.id(), passage);
            if (told.isDone()) {
                told = new CompletableFuture<>();
            }
        }
        resume();
    }

    /** Completes when the city has all passages. */
    synchronized CompletableFuture<Void> told() {
        return told;
    }

    void resume() {
        for (Passage passage : due()) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.put("id", passage.id());
            body.put("vehicle", passage.vehicle().toString());
            body.put("at", passage.at().toString());
            var unused = link.send(new Link.Message(passage.gate(), Downlink.PASSED, Optional.of(body), HEADERS))
                    .whenComplete((answer, lost) -> ended(passage, answer, lost));
        }
    }

    private synchronized List<Passage> due() {
        if (!link.connected()) {
            return List.of();
        }
        List<Passage> due = waiting.values().stream()
                .filter(passage -> !underway.contains(passage.id()))
                .limit(Math.max(0, WINDOW - underway.size()))
                .toList();
        due.forEach(passage -> underway.add(passage.id()));
        return due;
    }

    // 4xx with a reason is the city's own word; what else fails is tried again after a while.
    private void ended(Passage passage, @Nullable Answer answer, @Nullable Throwable lost) {
        boolean taken = lost == null && answer != null && answer.done();
        boolean refused = answer != null
                && !answer.done()
                && answer.value().map(body -> body.has("reason")).orElse(false);
        if (refused) {
            LOG.warn("The city does not take passage `{}`.", passage.id());
        }
        note(passage, taken || refused);
        if (taken || refused) {
            resume();
        } else {
            again();
        }
    }

    private synchronized void note(Passage passage, boolean over) {
        underway.remove(passage.id());
        if (over) {
            waiting.remove(passage.id());
        }
        if (waiting.isEmpty()) {
            told.complete(null);
        }
    }

    // One timer for all that failed. Without a connection the next one resumes.
    private void again() {
        synchronized (this) {
            if (trying) {
                return;
            }
            trying = true;
        }
        later.accept(() -> {
            synchronized (this) {
                trying = false;
            }
            resume();
        });
    }
}
