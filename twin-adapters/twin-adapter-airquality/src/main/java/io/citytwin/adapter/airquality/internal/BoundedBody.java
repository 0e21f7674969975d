package io.citytwin.adapter.airquality.internal;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Takes a body up to a size and no byte more. Safe for use by many threads. */
final class BoundedBody implements BodySubscriber<ByteBuffer> {

    private final int largest;
    private final CompletableFuture<ByteBuffer> whole = new CompletableFuture<>();
    private final List<ByteBuffer> parts = new ArrayList<>();
    private @Nullable Subscription subscription;
    private int size;

    BoundedBody(int largest) {
        this.largest = largest;
    }

    @Override
    public CompletionStage<ByteBuffer> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Subscription fresh) {
        subscription = fresh;
        fresh.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> more) {
        Subscription current = subscription;
        for (ByteBuffer part : more) {
            if (part.remaining() > largest - size) {
                if (current != null) {
                    current.cancel();
                }
                parts.clear();
                whole.completeExceptionally(new IOException("the body has more than " + largest + " bytes"));
                return;
            }
            size += part.remaining();
            parts.add(part);
        }
        if (current != null) {
            current.request(1);
        }
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        ByteBuffer all = ByteBuffer.allocate(size);
        parts.forEach(all::put);
        whole.complete(all.flip());
    }
}
