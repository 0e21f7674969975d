package io.citytwin.adapter.ocpp.internal.net;

import io.citytwin.adapter.ocpp.OcppLimits;
import io.citytwin.adapter.ocpp.internal.rpc.Link;
import io.citytwin.adapter.ocpp.internal.rpc.OcppVersion;
import io.citytwin.adapter.ocpp.internal.station.Stations;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.concurrent.Future;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket of a station. While messages wait to be kept, or come too fast, the station is not read. For one thread at a
 * time, but what {@link Link} says is safe for many.
 */
// What fails on a socket closes its channel, and that is heard elsewhere.
@SuppressWarnings("FutureReturnValueIgnored")
final class Line extends SimpleChannelInboundHandler<WebSocketFrame> implements Link {

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    /** The protocol allows one call under way; beside it there may be an answer to ours. */
    private static final int MOST_WAITING = 4;

    private final Stations stations;
    private final String identity;
    private final OcppVersion version;
    private final OcppLimits limits;
    private final Rate rate;
    private final List<Future<?>> timers = new ArrayList<>();
    private volatile @Nullable ChannelHandlerContext context;
    private Stations.@Nullable Receiver receiver;
    private int waiting;
    private boolean fast;
    private boolean heard;
    private boolean pinged;
    private boolean closing;

    Line(Stations stations, String identity, OcppVersion version) {
        this.stations = stations;
        this.identity = identity;
        this.version = version;
        this.limits = stations.site().config().limits();
        this.rate = new Rate(limits.callsPerSecond());
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    /** The handshake is done. */
    void open() {
        ChannelHandlerContext here = here();
        if (!here.channel().isActive()) {
            return;
        }
        receiver = stations.connected(identity, this);
        timers.add(here.executor().schedule(this::first, limits.first().toMillis(), TimeUnit.MILLISECONDS));
        timers.add(here.executor().scheduleAtFixedRate(this::renew, 1, 1, TimeUnit.SECONDS));
    }

    private void first() {
        if (!heard) {
            close(1008, "nothing said");
            return;
        }
        long heartbeat = Duration.ofSeconds(limits.heartbeat().toSeconds()).toMillis();
        heard = false;
        timers.add(here().executor().scheduleAtFixedRate(this::look, heartbeat, heartbeat, TimeUnit.MILLISECONDS));
    }

    /** Who says nothing for one heartbeat is asked; who says nothing for two is gone. */
    private void look() {
        if (heard) {
            heard = false;
            pinged = false;
        } else if (!pinged) {
            pinged = true;
            here().writeAndFlush(new PingWebSocketFrame());
        } else if (here().channel().config().isAutoRead()) {
            here().close();
        }
    }

    private void renew() {
        rate.renew();
        fast = false;
        read();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext from, WebSocketFrame frame) {
        if (closing) {
            if (frame instanceof CloseWebSocketFrame) {
                from.close();
            }
            return;
        }
        fast = !rate.take();
        if (frame instanceof TextWebSocketFrame) {
            heard = true;
            take(frame.content());
        } else if (frame instanceof PingWebSocketFrame) {
            heard = true;
            from.writeAndFlush(new PongWebSocketFrame(frame.content().retain()));
        } else if (frame instanceof PongWebSocketFrame) {
            heard = true;
        } else if (frame instanceof CloseWebSocketFrame) {
            from.writeAndFlush(frame.retain()).addListener(ChannelFutureListener.CLOSE);
        } else {
            broken("It sent a message that is no text.", "");
            close(1003, "only text");
        }
        read();
    }

    private void take(ByteBuf content) {
        ByteBuffer bytes = content.nioBuffer();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
            waiting++;
            to().receive(text);
        } catch (CharacterCodingException wrong) {
            broken("Its message is no UTF-8.", content.toString(StandardCharsets.UTF_8));
            close(1007, "no UTF-8");
        }
    }

    /** Reads on or stops: what is not read waits in the station. */
    private void read() {
        boolean on = closing || (waiting < MOST_WAITING && !fast);
        if (here().channel().config().isAutoRead() != on) {
            here().channel().config().setAutoRead(on);
        }
    }

    @Override
    public OcppVersion version() {
        return version;
    }

    @Override
    public void done() {
        onLoop(() -> {
            waiting--;
            read();
        });
    }

    @Override
    public void send(String text) {
        ChannelHandlerContext here = here();
        if (!here.channel().isWritable()) {
            // It asks and does not read: nothing of it is lost that it cannot ask for again.
            here.close();
            return;
        }
        here.writeAndFlush(new TextWebSocketFrame(text));
    }

    /** Waits for the station's own close frame: cutting it off at once might lose the reason. */
    @Override
    public void close(int code, String reason) {
        onLoop(() -> {
            if (!closing) {
                closing = true;
                read();
                here().writeAndFlush(new CloseWebSocketFrame(code, reason));
                here().executor().schedule(() -> here().close(), 1, TimeUnit.SECONDS);
            }
        });
    }

    @Override
    public void channelInactive(ChannelHandlerContext gone) {
        timers.forEach(timer -> timer.cancel(false));
        if (receiver != null) {
            receiver.gone();
        }
        gone.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext at, Throwable cause) {
        LOG.debug("The WebSocket of a station failed.", cause);
        if (cause instanceof TooLongFrameException) {
            broken("Its message is longer than `" + limits.messageBytes() + "` bytes.", "");
            close(1009, "too long");
        } else if (cause instanceof CorruptedWebSocketFrameException corrupted) {
            broken("Its frame breaks the rules of WebSockets: `" + corrupted.getMessage() + "`.", "");
            close(corrupted.closeStatus().code(), corrupted.closeStatus().reasonText());
        } else {
            at.close();
        }
    }

    private void broken(String reason, String text) {
        if (receiver != null) {
            receiver.broken(reason, text);
        }
    }

    private void onLoop(Runnable work) {
        ChannelHandlerContext here = here();
        if (here.executor().inEventLoop()) {
            work.run();
        } else if (!here.executor().isShuttingDown()) {
            here.executor().execute(work);
        }
    }

    private Stations.Receiver to() {
        return Objects.requireNonNull(receiver, "not open yet");
    }

    private ChannelHandlerContext here() {
        return Objects.requireNonNull(context, "not in a pipeline yet");
    }
}
