package io.citytwin.adapter.airquality.internal;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** A body of which no byte is read. Safe for use by many threads. */
final class UnreadBody implements BodySubscriber<ByteBuffer> {

    private final CompletableFuture<ByteBuffer> outcome;

    private UnreadBody(CompletableFuture<ByteBuffer> outcome) {
        this.outcome = outcome;
    }

    static UnreadBody empty() {
        return new UnreadBody(CompletableFuture.completedFuture(ByteBuffer.allocate(0)));
    }

    static UnreadBody failing(String problem) {
        return new UnreadBody(CompletableFuture.failedFuture(new IOException(problem)));
    }

    @Override
    public CompletionStage<ByteBuffer> getBody() {
        return outcome;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.cancel();
    }

    @Override
    public void onNext(List<ByteBuffer> more) {
        // cancelled
    }

    @Override
    public void onError(Throwable failure) {
        // the outcome is known already
    }

    @Override
    public void onComplete() {
        // the outcome is known already
    }
}
