package io.citytwin.adapter.dittoembedded.internal.net;

import io.citytwin.adapter.dittoembedded.EmbeddedError;
import io.citytwin.adapter.dittoembedded.EmbeddedLimits;
import io.citytwin.adapter.dittoembedded.internal.http.Api;
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
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The sockets of an endpoint: two threads that read and write, some that work. Safe for use by many threads. */
// What fails on a socket closes its channel, and that is heard elsewhere.
@SuppressWarnings("FutureReturnValueIgnored")
public final class Server implements AutoCloseable {

    private static final int LOOPS = 2;
    private static final int WORKERS = Math.max(4, Runtime.getRuntime().availableProcessors());

    private final Set<Channel> open = ConcurrentHashMap.newKeySet();
    private final EventLoopGroup loops = new NioEventLoopGroup(LOOPS, named("citytwin-ditto-net-"));
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, named("citytwin-ditto-worker-"));
    private final Channel channel;

    /**
     * Listens at once.
     *
     * @param address where
     * @param api answers requests
     * @param sessions opens WebSocket sessions
     * @param door who may come in
     * @param tally counts
     */
    public Server(InetSocketAddress address, Api api, SessionFactory sessions, Door door, Tally tally) {
        Origins origins = new Origins(door.names(), door.logins().trusting());
        Site site = new Site(api, sessions, door.logins(), origins, door.limits(), tally, workers);
        ChannelFuture bound = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 128)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.ALLOCATOR, new PooledByteBufAllocator(true, 1, 1, 8_192, 5, 64, 32, false))
                .childOption(ChannelOption.RCVBUF_ALLOCATOR, new AdaptiveRecvByteBufAllocator(256, 2_048, 8_192))
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WriteBufferWaterMark.DEFAULT)
                .childHandler(new Front(site, open))
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            stop();
            throw new CityTwinException(
                    EmbeddedError.ADDRESS,
                    "`" + address.getHostString() + ":" + address.getPort() + "` cannot be listened on.",
                    "Maybe something else listens there; port 0 takes any free one.",
                    bound.cause());
        }
        channel = bound.channel();
        loops.next().scheduleAtFixedRate(() -> tally.ticks().incrementAndGet(), 100, 100, TimeUnit.MILLISECONDS);
    }

    /**
     * Where it listens.
     *
     * @return with the port that was taken
     */
    public InetSocketAddress address() {
        return (InetSocketAddress) channel.localAddress();
    }

    /** Tells the sessions, closes all connections and ends all threads. */
    @Override
    public void close() {
        channel.close().awaitUninterruptibly();
        open.forEach(one -> {
            WsLink link = one.pipeline().get(WsLink.class);
            if (link != null) {
                link.close(1001, "going away");
            } else {
                one.close();
            }
        });
        open.forEach(one -> {
            if (!one.closeFuture().awaitUninterruptibly(500)) {
                one.close().awaitUninterruptibly(500);
            }
        });
        stop();
    }

    private void stop() {
        workers.shutdown();
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS);
        try {
            if (!workers.awaitTermination(2, TimeUnit.SECONDS)) {
                workers.shutdownNow();
                workers.awaitTermination(2, TimeUnit.SECONDS);
            }
            loops.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            workers.shutdownNow();
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

    /**
     * Who may come in, and how much they may ask. Immutable.
     *
     * @param logins recognise callers
     * @param names that the endpoint has beside loopback ones
     * @param limits what is taken
     */
    public record Door(Logins logins, Set<String> names, EmbeddedLimits limits) {

        /** Copies the names. */
        public Door {
            names = Set.copyOf(names);
        }
    }
}
