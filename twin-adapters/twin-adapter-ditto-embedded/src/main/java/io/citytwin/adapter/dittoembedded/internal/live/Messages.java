package io.citytwin.adapter.dittoembedded.internal.live;

import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import java.util.concurrent.CompletableFuture;

/** Carries live messages to all sessions that listen, and the first reply back. Safe for use by many threads. */
public interface Messages {

    /**
     * Sends a message.
     *
     * @param caller who sends; needs WRITE on {@code message:/..}
     * @param message what
     * @return the first reply; a message that needs none completes at once with status 202; a refusal, or
     *     {@code command.timeout} with 408, completes it exceptionally
     */
    CompletableFuture<LiveMessage> send(Caller caller, LiveMessage message);
}
