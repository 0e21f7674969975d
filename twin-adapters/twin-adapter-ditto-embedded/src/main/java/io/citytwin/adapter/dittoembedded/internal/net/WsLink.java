package io.citytwin.adapter.dittoembedded.internal.net;

import io.citytwin.adapter.dittoembedded.internal.http.Depth;
import io.citytwin.adapter.dittoembedded.internal.ws.Outlet;
import io.netty.buffer.Unpooled;
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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.ditto.base.model.exceptions.DittoJsonException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket. Frames are handled on workers, one after the other; while too many wait, or come too fast, the client is
 * not read. For one thread at a time, but sending is safe for many.
 */
// What fails on a socket closes its channel, and that is heard elsewhere.
@SuppressWarnings("FutureReturnValueIgnored")
final class WsLink extends SimpleChannelInboundHandler<WebSocketFrame> implements Outlet {

    private static final Logger LOG = LoggerFactory.getLogger(WsLink.class);
    private static final String TOKEN = "JWT-TOKEN?jwtToken=";
    private static final String TOO_LARGE = "citytwin:frame.refused";
    private static final int MOST_WAITING = 256;
    private static final int PING_SECONDS = 5;

    private final Site site;
    private final Login login;
    private final Set<String> labels;
    private final Lane lane;
    private final Rate rate;
    private final List<Future<?>> timers = new ArrayList<>();
    private volatile @Nullable ChannelHandlerContext context;
    private volatile @Nullable Outbound outbound;
    private volatile Optional<Instant> expires;
    private SessionFactory.@Nullable Session session;
    private int waiting;
    private long waitingText;
    private int silentPings;
    private boolean ended;
    private boolean closing;

    WsLink(Site site, Login login, Set<String> labels) {
        this.site = site;
        this.login = login;
        this.labels = labels;
        this.lane = new Lane(site.workers());
        this.rate = new Rate(site.limits().requests(), site.tally().ticks());
        this.expires = login.expires();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        outbound = new Outbound(added.channel(), site.limits().unreadBytes(), site.tally());
    }

    /** Starts the session after the handshake. */
    void open() {
        ChannelHandlerContext here = here();
        site.tally().openSessions().incrementAndGet();
        enqueue(() -> session = site.sessions().open(login.caller(), labels, this));
        timers.add(here.executor().scheduleAtFixedRate(this::ping, PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS));
        timers.add(here.executor().scheduleAtFixedRate(this::look, 100, 100, TimeUnit.MILLISECONDS));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext from, WebSocketFrame frame) {
        silentPings = 0;
        if (closing) {
            if (frame instanceof CloseWebSocketFrame) {
                from.close();
            }
            return;
        }
        if (frame instanceof TextWebSocketFrame text) {
            take(text.text());
        } else if (frame instanceof PingWebSocketFrame) {
            from.writeAndFlush(new PongWebSocketFrame(frame.content().retain()));
        } else if (frame instanceof CloseWebSocketFrame) {
            from.writeAndFlush(frame.retain()).addListener(ChannelFutureListener.CLOSE);
        } else if (!(frame instanceof PongWebSocketFrame)) {
            close(1003, "only text");
        }
    }

    private void take(String text) {
        site.tally().command();
        waiting++;
        waitingText += text.length();
        if (!rate.take() || isFull()) {
            here().channel().config().setAutoRead(false);
        }
        enqueue(() -> {
            try {
                receive(text);
            } finally {
                here().executor().execute(() -> handled(text.length()));
            }
        });
    }

    private void receive(String text) {
        SessionFactory.Session to = session;
        if (to == null) {
            return;
        }
        if (text.startsWith(TOKEN) && login.expires().isPresent()) {
            renew(text.substring(TOKEN.length()));
            return;
        }
        to.receive(shallow(text) ? text : "");
    }

    private static boolean shallow(String text) {
        try {
            Depth.check(text);
            return true;
        } catch (DittoJsonException deep) {
            return false;
        }
    }

    /** A newer token of the same subjects keeps the session; anything else ends it. */
    private void renew(String token) {
        Optional<Login> newer = site.logins().token(token, login.caller().session());
        if (newer.filter(found -> found.caller().equals(login.caller())).isPresent()) {
            expires = newer.get().expires();
        } else {
            close(1008, "token refused");
        }
    }

    private void handled(int length) {
        waiting--;
        waitingText -= length;
    }

    /** A few long frames take as much memory as many short ones. */
    private boolean isFull() {
        return waiting >= MOST_WAITING || waitingText >= site.limits().messageBytes();
    }

    /** Reads on when there is room again, and ends a session whose token is over. */
    private void look() {
        ChannelHandlerContext here = here();
        if (!here.channel().config().isAutoRead() && !isFull() && rate.take()) {
            here.channel().config().setAutoRead(true);
        }
        if (site.logins().expired(expires)) {
            close(1008, "token expired");
        }
    }

    /** A client that answers no ping for half a minute is gone. */
    private void ping() {
        if (silentPings++ > 6 && here().channel().config().isAutoRead()) {
            here().close();
            return;
        }
        here().writeAndFlush(new PingWebSocketFrame());
    }

    @Override
    public void send(String frame) {
        Outbound to = outbound;
        if (to != null) {
            byte[] bytes = frame.getBytes(StandardCharsets.UTF_8);
            to.send(() -> new TextWebSocketFrame(Unpooled.wrappedBuffer(bytes)), bytes.length);
        }
    }

    /** Waits for the client's own close frame: cutting it off at once might lose the reason. */
    @Override
    public void close(int code, String reason) {
        here().executor().execute(() -> {
            if (!closing) {
                closing = true;
                here().channel().config().setAutoRead(true);
                here().channel().writeAndFlush(new CloseWebSocketFrame(code, reason));
                here().executor().schedule(() -> here().close(), 1, TimeUnit.SECONDS);
            }
        });
    }

    @Override
    public void channelInactive(ChannelHandlerContext gone) {
        end();
        gone.fireChannelInactive();
    }

    private void end() {
        timers.forEach(timer -> timer.cancel(false));
        if (!ended && !timers.isEmpty()) {
            site.tally().openSessions().decrementAndGet();
            enqueue(() -> {
                SessionFactory.Session to = session;
                if (to != null) {
                    to.closed();
                }
            });
        }
        ended = true;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext at, Throwable cause) {
        LOG.debug("A WebSocket failed.", cause);
        if (cause instanceof TooLongFrameException) {
            site.tally().refused(TOO_LARGE);
            close(1009, "too large");
        } else if (cause instanceof CorruptedWebSocketFrameException corrupted) {
            site.tally().refused(TOO_LARGE);
            close(corrupted.closeStatus().code(), corrupted.closeStatus().reasonText());
        } else {
            at.close();
        }
    }

    private void enqueue(Runnable work) {
        try {
            lane.add(work);
        } catch (RejectedExecutionException closing) {
            here().close();
        }
    }

    private ChannelHandlerContext here() {
        return java.util.Objects.requireNonNull(context, "not in a pipeline yet");
    }
}
