package io.citytwin.adapter.ocpp.internal.net;

import io.citytwin.adapter.ocpp.OcppLimits;
import io.citytwin.adapter.ocpp.internal.station.Stations;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Sets a new connection up, or closes it if there are too many. Safe for use by many threads. */
// What fails on a socket closes its channel, and that is heard elsewhere.
@SuppressWarnings("FutureReturnValueIgnored")
final class Front extends ChannelInitializer<Channel> {

    private static final int HEAD = 4_096;
    private static final int CHUNK = 1_024;

    private final Stations stations;
    private final Guest guest;
    private final Optional<SslContext> tls;
    private final Set<Channel> open;

    Front(Stations stations, Guest guest, Optional<SslContext> tls, Set<Channel> open) {
        this.stations = stations;
        this.guest = guest;
        this.tls = tls;
        this.open = open;
    }

    @Override
    protected void initChannel(Channel channel) {
        OcppLimits limits = stations.site().config().limits();
        open.add(channel);
        channel.closeFuture().addListener(closed -> open.remove(channel));
        if (open.size() > limits.connections()) {
            stations.site().tally().refused().increment();
            channel.close();
            return;
        }
        ChannelPipeline line = channel.pipeline();
        tls.ifPresent(context -> line.addLast(context.newHandler(channel.alloc())));
        HttpDecoderConfig config = new HttpDecoderConfig()
                .setMaxInitialLineLength(HEAD)
                .setMaxHeaderSize(HEAD)
                .setMaxChunkSize(CHUNK);
        line.addLast(
                new WriteTimeoutHandler(limits.answer().toMillis(), TimeUnit.MILLISECONDS),
                new HttpServerCodec(config),
                new HttpObjectAggregator(CHUNK, true),
                new Welcome(stations, guest, limits));
    }
}
