package io.citytwin.adapter.dittoembedded.internal.net;

import io.citytwin.adapter.dittoembedded.internal.http.EventStream;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A connection that became a stream of events, with a heartbeat every second until the login is over. For one thread at a time. */
// What fails on a socket closes its channel, and that is heard elsewhere.
@SuppressWarnings("FutureReturnValueIgnored")
final class SseLink {

    private final ChannelHandlerContext context;
    private final Outbound outbound;

    SseLink(ChannelHandlerContext context, Site site) {
        this.context = context;
        this.outbound = new Outbound(context.channel(), site.limits().unreadBytes(), site.tally());
    }

    /** Starts; the answer ends it. */
    Runnable open(EventStream events) {
        Runnable end = events.open(data -> send("data:" + data + "\n\n"));
        send("data:\n\n");
        Future<?> beat = context.executor().scheduleAtFixedRate(() -> beat(events), 1, 1, TimeUnit.SECONDS);
        return () -> {
            beat.cancel(false);
            end.run();
        };
    }

    private void beat(EventStream events) {
        if (events.over()) {
            context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT).addListener(ChannelFutureListener.CLOSE);
        } else {
            send("data:\n\n");
        }
    }

    private void send(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        outbound.send(() -> new DefaultHttpContent(Unpooled.wrappedBuffer(bytes)), bytes.length);
    }
}
