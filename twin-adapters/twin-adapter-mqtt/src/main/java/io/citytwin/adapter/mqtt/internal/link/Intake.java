package io.citytwin.adapter.mqtt.internal.link;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Takes messages from a line, and no more of them than may wait for the journal at once. Safe for use by many threads.
 */
final class Intake<T> implements Subscriber<T> {

    private final int most;
    private final BiConsumer<T, Runnable> taking;
    private final AtomicReference<@Nullable Subscription> source = new AtomicReference<>();
    private volatile boolean closed;

    /**
     * An intake.
     *
     * @param most how many may wait
     * @param taking takes a message, and what lets another one come
     */
    Intake(int most, BiConsumer<T, Runnable> taking) {
        this.most = most;
        this.taking = taking;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        source.set(subscription);
        subscription.request(most);
    }

    @Override
    public void onNext(T message) {
        if (!closed) {
            taking.accept(message, this::another);
        }
    }

    private void another() {
        Subscription subscription = source.get();
        if (subscription != null && !closed) {
            subscription.request(1);
        }
    }

    @Override
    public void onError(Throwable failure) {
        // The line is down, which its own listener tells with the cause.
    }

    @Override
    public void onComplete() {
        // The line is down, as above.
    }

    void close() {
        closed = true;
        Subscription subscription = source.get();
        if (subscription != null) {
            subscription.cancel();
        }
    }

    boolean isClosed() {
        return closed;
    }
}
