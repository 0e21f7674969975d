package io.citytwin.adapter.dittoembedded.internal.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection that says nothing while nothing is asked, or that takes too long over one request: who sends a byte
 * now and then is not idle, but holds a connection all the same. For one thread at a time.
 */
// What fails on a socket closes its channel, and that is heard elsewhere.
@SuppressWarnings("FutureReturnValueIgnored")
final class Deadline extends ChannelInboundHandlerAdapter {

    private final Duration patience;

    @Nullable
    private Future<?> end;

    Deadline(Duration patience) {
        this.patience = patience;
    }

    /** Starts waiting, for a request or the rest of one. */
    void start(ChannelHandlerContext context) {
        if (end == null && context.channel().isActive()) {
            end = context.executor().schedule(() -> context.close(), patience.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** A request is there: whoever waits now is the client. */
    void stop() {
        if (end != null) {
            end.cancel(false);
            end = null;
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        start(context);
        context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        stop();
    }
}
