package io.citytwin.adapter.ocpp.internal.net;

import io.citytwin.adapter.ocpp.OcppConfig;
import io.citytwin.adapter.ocpp.OcppError;
import io.citytwin.adapter.ocpp.StationPasswords;
import io.citytwin.adapter.ocpp.internal.station.Site;
import io.citytwin.adapter.ocpp.internal.station.Stations;
import io.citytwin.core.error.CityTwinException;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The sockets of a central system: two threads that read, write and work. Safe for use by many threads. */
// What fails on a socket closes its channel, and that is heard elsewhere.
@SuppressWarnings("FutureReturnValueIgnored")
public final class Server implements AutoCloseable {

    private static final int LOOPS = 2;
    private static final int BACKLOG = 1_024;

    private final Set<Channel> open = ConcurrentHashMap.newKeySet();
    private final EventLoopGroup loops = new NioEventLoopGroup(LOOPS, named("citytwin-ocpp-"));
    private final Stations stations;
    private final Channel channel;

    /**
     * Listens at once.
     *
     * @param site what stations share
     * @param passwords of stations
     */
    public Server(Site site, StationPasswords passwords) {
        OcppConfig config = site.config();
        stations = new Stations(site, loops::next);
        Optional<SslContext> tls;
        ChannelFuture bound;
        try {
            tls = config.security().isEncrypted()
                    ? config.tls().map(files -> Certificates.context(files, config.security()))
                    : Optional.empty();
            bound = bind(new Front(stations, new Guest(config, passwords), tls, open), config);
        } catch (RuntimeException wrong) {
            stop();
            throw wrong;
        }
        if (!bound.isSuccess()) {
            stop();
            throw new CityTwinException(
                    OcppError.LISTEN,
                    "`" + config.host() + ":" + config.port() + "` cannot be listened on.",
                    "Maybe something else listens there, or the name is of another machine; port 0 takes any free one.",
                    bound.cause());
        }
        channel = bound.channel();
    }

    private ChannelFuture bind(Front front, OcppConfig config) {
        return new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.ALLOCATOR, new PooledByteBufAllocator(true, 1, 1, 8_192, 5, 64, 32, false))
                .childOption(ChannelOption.RCVBUF_ALLOCATOR, new AdaptiveRecvByteBufAllocator(256, 1_024, 8_192))
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WriteBufferWaterMark.DEFAULT)
                .childHandler(front)
                .bind(new InetSocketAddress(config.host(), config.port()))
                .awaitUninterruptibly();
    }

    /**
     * The stations.
     *
     * @return all of them
     */
    public Stations stations() {
        return stations;
    }

    /**
     * Where it listens.
     *
     * @return with the port that was taken
     */
    public InetSocketAddress address() {
        return (InetSocketAddress) channel.localAddress();
    }

    /** Tells the stations, closes all connections and ends all threads. */
    @Override
    public void close() {
        channel.close().awaitUninterruptibly();
        open.forEach(one -> {
            Line line = one.pipeline().get(Line.class);
            if (line != null) {
                line.close(1001, "going away");
            } else {
                one.close();
            }
        });
        // One second for all of them together, however many there are.
        loops.next().schedule(() -> open.forEach(Channel::close), 1, TimeUnit.SECONDS);
        open.forEach(one -> one.closeFuture().awaitUninterruptibly(2_000));
        stations.ended();
        stop();
    }

    private void stop() {
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS);
        try {
            loops.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
