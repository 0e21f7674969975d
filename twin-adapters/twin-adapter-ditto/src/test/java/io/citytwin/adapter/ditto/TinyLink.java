package io.citytwin.adapter.ditto;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.adapter.ditto.internal.link.Answer;
import io.citytwin.adapter.ditto.internal.link.Link;
import io.citytwin.adapter.ditto.internal.link.LinkLost;
import io.citytwin.adapter.ditto.internal.link.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A session that a test can cut, whose events it can lose, and whose answers it can swallow. */
final class TinyLink implements Link {

    private final TinyDitto ditto;
    private final Map<String, CompletableFuture<Answer>> replies = new ConcurrentHashMap<>();
    final List<Link.Message> sent = new CopyOnWriteArrayList<>();
    int eventsToLose;
    int repliesToLose;
    int eventsToRepeat;
    private volatile boolean connected;
    private Listener listener;

    TinyLink(TinyDitto ditto) {
        this.ditto = ditto;
    }

    @Override
    public CompletableFuture<Void> open(Listener hears) {
        listener = hears;
        return ditto.later(() -> {
            connected = true;
            hears.connected();
            return null;
        });
    }

    void cut() {
        ditto.in(() -> {
            connected = false;
            replies.values().forEach(reply -> reply.completeExceptionally(new LinkLost("cut", null)));
            replies.clear();
            listener.lost();
            return true;
        });
    }

    void mend() {
        ditto.in(() -> {
            connected = true;
            listener.connected();
            return true;
        });
    }

    void tell(Event event) {
        if (!connected || listener == null) {
            return;
        } else if (eventsToLose > 0) {
            eventsToLose--;
            return;
        }
        listener.happened(event);
        if (eventsToRepeat > 0) {
            eventsToRepeat--;
            listener.happened(event);
        }
    }

    @Override
    public boolean connected() {
        return connected;
    }

    @Override
    public CompletableFuture<Answer> send(Request request) {
        return ditto.later(() -> {
            if (!connected) {
                throw new LinkLost("There is no connection.", null);
            }
            return ditto.command(this, request);
        });
    }

    @Override
    public CompletableFuture<Answer> send(Message message) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        String id = message.headers().getOrDefault("correlation-id", "m" + System.identityHashCode(answer));
        replies.put(id, answer);
        sent.add(message);
        var unused = ditto.later(() -> {
            if (!connected) {
                replies.remove(id);
                answer.completeExceptionally(new LinkLost("There is no connection.", null));
                return null;
            }
            Message out = new Message(message.thing(), message.path(), message.value(), Map.of("correlation-id", id));
            ditto.links.stream()
                    .filter(link -> link != this && link.connected)
                    .forEach(link -> link.listener.messaged(out));
            return null;
        });
        return answer;
    }

    /** What Ditto says when nobody replied in time. */
    void timeOut() {
        ditto.in(() -> {
            replies.values().forEach(reply -> reply.complete(TinyDitto.error(408, "command.timeout")));
            replies.clear();
            return true;
        });
    }

    @Override
    public void reply(Message message, int status, Optional<JsonNode> value) {
        var unused = ditto.later(() -> {
            for (TinyLink link : ditto.links) {
                if (link.repliesToLose > 0
                        && link.replies.containsKey(message.headers().get("correlation-id"))) {
                    link.repliesToLose--;
                    continue;
                }
                CompletableFuture<Answer> waiting =
                        link.replies.remove(message.headers().get("correlation-id"));
                if (waiting != null) {
                    waiting.complete(new Answer(status, value, Map.of()));
                }
            }
            return null;
        });
    }

    @Override
    public void close() {
        connected = false;
        ditto.links.remove(this);
    }
}
