package io.citytwin.adapter.ditto;

import io.citytwin.adapter.ditto.internal.link.Link;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Directive;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What the devices behind a gateway were asked lately, and what they said; also of directives that a later one has
 * replaced, since their messages may come once more. Safe for use by many threads.
 */
final class Asked {

    private static final int REMEMBERED = 20_000;

    private final int most;
    private final Map<String, CompletableFuture<Void>> arrivals = new HashMap<>();
    private final Map<TwinId, Map<String, Directive>> newest = new HashMap<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
            return size() > most;
        }
    };

    Asked() {
        this(REMEMBERED);
    }

    Asked(int most) {
        this.most = most;
    }

    /** Notes a directive. Only one that is new is for its device, and none that a later one has overtaken on the way. */
    synchronized Asking ask(Directive directive, Optional<Link.Message> message) {
        Entry known = entries.get(directive.id());
        if (known == null && overtaken(directive)) {
            return new Asking(false, Optional.empty());
        }
        Entry entry = known == null ? new Entry(directive) : known;
        if (known == null) {
            entries.put(directive.id(), entry);
            newest.computeIfAbsent(directive.twin(), id -> new HashMap<>()).put(directive.property(), directive);
        }
        message.ifPresent(entry::reachedBy);
        return new Asking(known == null, Optional.ofNullable(entry.answer));
    }

    /** Says that a directive is there, to whoever waits for it. */
    synchronized void arrived(String id) {
        CompletableFuture<Void> waiting = arrivals.remove(id);
        if (waiting != null) {
            waiting.complete(null);
        }
    }

    /** The directive with an id, if it is the newest of its actuator: others are of no use to the device. */
    synchronized Optional<Directive> newest(String id) {
        return find(id).filter(directive ->
                newest(directive).filter(newer -> newer.id().equals(id)).isPresent());
    }

    /** The directive with an id, if it is remembered. */
    synchronized Optional<Directive> find(String id) {
        return Optional.ofNullable(entries.get(id)).map(entry -> entry.directive);
    }

    /** Completes when a directive is there; at once if it is already. */
    synchronized CompletableFuture<Void> arrival(String id) {
        return entries.containsKey(id)
                ? CompletableFuture.completedFuture(null)
                : arrivals.computeIfAbsent(id, each -> new CompletableFuture<>());
    }

    /** Notes an answer. Returns what is to be told, or empty if that was told before. */
    synchronized Optional<Told> answer(Acknowledgement answer) {
        Entry entry = entries.get(answer.directive());
        if (entry == null || entry.answer != null) {
            return Optional.empty();
        }
        entry.answer = answer;
        return Optional.of(new Told(entry.directive, Optional.ofNullable(entry.message)));
    }

    private Optional<Directive> newest(Directive like) {
        return Optional.ofNullable(newest.getOrDefault(like.twin(), Map.of()).get(like.property()));
    }

    private boolean overtaken(Directive directive) {
        return newest(directive)
                .filter(newer -> directive.issuedAt().isBefore(newer.issuedAt()))
                .isPresent();
    }

    /**
     * What is to be done with a directive that came. Immutable.
     *
     * @param fresh whether its device has not been asked yet
     * @param answer of the device, if it gave one
     */
    record Asking(boolean fresh, Optional<Acknowledgement> answer) {}

    /** What an answer belongs to. Immutable. */
    record Told(Directive directive, Optional<Link.Message> message) {}

    private static final class Entry {
        private final Directive directive;
        private Link.@Nullable Message message;
        private @Nullable Acknowledgement answer;

        private Entry(Directive directive) {
            this.directive = directive;
        }

        private void reachedBy(Link.Message by) {
            message = by;
        }
    }
}
