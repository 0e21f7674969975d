package io.citytwin.adapter.dittoembedded.internal.net;

import io.citytwin.adapter.dittoembedded.EmbeddedLimits;
import io.citytwin.adapter.dittoembedded.internal.http.Answers;
import io.citytwin.adapter.dittoembedded.internal.http.Refusal;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Sets a new connection up, or turns it away if there are too many. Safe for use by many threads. */
// What fails on a socket closes its channel, and that is heard elsewhere.
@SuppressWarnings("FutureReturnValueIgnored")
final class Front extends ChannelInitializer<Channel> {

    private static final int CHUNK = 8_192;

    private final Site site;
    private final Set<Channel> open;

    Front(Site site, Set<Channel> open) {
        this.site = site;
        this.open = open;
    }

    @Override
    protected void initChannel(Channel channel) {
        EmbeddedLimits limits = site.limits();
        open.add(channel);
        int now = site.tally().openConnections().incrementAndGet();
        channel.closeFuture().addListener(closed -> {
            open.remove(channel);
            site.tally().openConnections().decrementAndGet();
        });
        HttpDecoderConfig config = new HttpDecoderConfig()
                .setMaxInitialLineLength(limits.headBytes())
                .setMaxHeaderSize(limits.headBytes())
                .setMaxChunkSize(CHUNK);
        ChannelPipeline line = channel.pipeline();
        line.addLast(
                new WriteTimeoutHandler(limits.idle().toMillis(), TimeUnit.MILLISECONDS),
                // Not HttpServerCodec: it fails where more requests are sent ahead than it likes; Exchanges counts
                // them.
                new HttpRequestDecoder(config),
                new HttpResponseEncoder());
        if (now > limits.connections()) {
            turnAway(channel);
            return;
        }
        Deadline deadline = new Deadline(limits.idle());
        line.addLast(deadline, new Aggregator(limits.bodyBytes()), new Exchanges(site, deadline));
    }

    /** The connection is answered without being read. */
    private void turnAway(Channel channel) {
        Refusal full = Refusal.of(
                503,
                "gateway:service.unavailable",
                "The endpoint has too many connections.",
                "Try again later, or close connections that are not used.");
        site.tally().refused(full.code());
        channel.config().setAutoRead(false);
        channel.eventLoop()
                .execute(() -> channel.writeAndFlush(new Heads(Map.of()).full(Answers.of(full), Incoming.refused(full)))
                        .addListener(ChannelFutureListener.CLOSE));
    }
}
