package io.citytwin.adapter.ditto.internal.link;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Writes down what a link tells. */
final class Told implements Link.Listener {

    final List<String> words = new CopyOnWriteArrayList<>();
    final List<Link.Event> events = new CopyOnWriteArrayList<>();
    final List<Link.Message> messages = new CopyOnWriteArrayList<>();

    @Override
    public void connected() {
        words.add("connected");
    }

    @Override
    public void lost() {
        words.add("lost");
    }

    @Override
    public void happened(Link.Event event) {
        words.add("event " + event.revision());
        events.add(event);
    }

    @Override
    public void messaged(Link.Message message) {
        messages.add(message);
    }

    static boolean lost(CompletableFuture<Answer> answer) throws Exception {
        try {
            answer.get(3, TimeUnit.SECONDS);
            return false;
        } catch (ExecutionException failure) {
            return failure.getCause() instanceof LinkLost;
        }
    }
}
