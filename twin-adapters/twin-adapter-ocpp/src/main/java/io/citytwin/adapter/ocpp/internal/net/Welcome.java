package io.citytwin.adapter.ocpp.internal.net;

import io.citytwin.adapter.ocpp.OcppLimits;
import io.citytwin.adapter.ocpp.SecurityProfile;
import io.citytwin.adapter.ocpp.internal.rpc.OcppVersion;
import io.citytwin.adapter.ocpp.internal.station.Stations;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a station in: it must be known, prove who it is, and speak a version that is spoken here, all in a short time. For one
 * thread at a time.
 */
// What fails on a socket closes its channel, and that is heard elsewhere.
@SuppressWarnings("FutureReturnValueIgnored")
final class Welcome extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final Stations stations;
    private final Guest guest;
    private final OcppLimits limits;
    private @Nullable Future<?> deadline;

    Welcome(Stations stations, Guest guest, OcppLimits limits) {
        this.stations = stations;
        this.guest = guest;
        this.limits = limits;
    }

    /** One deadline for TLS and all of the request: who sends a byte now and then is not idle, but holds a connection. */
    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        deadline = context.executor()
                .schedule(() -> context.close(), limits.handshake().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        Future<?> end = deadline;
        if (end != null) {
            end.cancel(false);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        handlerRemoved(context);
        context.fireChannelInactive();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        Optional<String> identity = guest.identity(request.uri());
        if (!request.decoderResult().isSuccess() || !request.method().equals(HttpMethod.GET)) {
            refuse(context, HttpResponseStatus.BAD_REQUEST, "no WebSocket is asked for", "?");
        } else if (identity.isEmpty()) {
            refuse(context, HttpResponseStatus.NOT_FOUND, "the path names no station", request.uri());
        } else if (!stations.knows(identity.get())) {
            refuse(context, HttpResponseStatus.NOT_FOUND, "nobody knows the station", identity.get());
        } else if (!isProved(context.channel(), request, identity.get())) {
            refuse(context, HttpResponseStatus.UNAUTHORIZED, "it does not prove who it is", identity.get());
        } else {
            shake(context, request, identity.get());
        }
    }

    private boolean isProved(Channel channel, FullHttpRequest request, String identity) {
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        Optional<String> name = tls == null
                ? Optional.empty()
                : Certificates.commonName(tls.engine().getSession());
        return guest.isProved(
                identity, Optional.ofNullable(request.headers().get(HttpHeaderNames.AUTHORIZATION)), name);
    }

    private void refuse(ChannelHandlerContext context, HttpResponseStatus status, String why, String who) {
        stations.site().tally().refused().increment();
        LOG.warn(
                "`{}` lets `{}` not in: {}.",
                stations.site().config().name(),
                stations.site().letters().line(who),
                why);
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER);
        response.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0).set(HttpHeaderNames.CONNECTION, "close");
        if (status.equals(HttpResponseStatus.UNAUTHORIZED)
                && stations.site().config().security() != SecurityProfile.CERTIFICATE) {
            response.headers().set(HttpHeaderNames.WWW_AUTHENTICATE, "Basic realm=\"ocpp\"");
        }
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }

    private void shake(ChannelHandlerContext context, FullHttpRequest request, String identity) {
        List<String> offered = request.headers().getAll(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL).stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        Optional<OcppVersion> version = OcppVersion.chosen(offered);
        WebSocketServerHandshaker shaker = shakers(version).newHandshaker(request);
        if (shaker == null) {
            refuse(context, HttpResponseStatus.UPGRADE_REQUIRED, "the WebSocket's version is not 13", identity);
            return;
        }
        Channel channel = context.channel();
        try {
            channel.pipeline().remove(HttpObjectAggregator.class);
            version.ifPresent(spoken -> channel.pipeline()
                    .addLast(
                            new WebSocketFrameAggregator(limits.messageBytes()), new Line(stations, identity, spoken)));
            shaker.handshake(channel, request, null, channel.newPromise());
        } catch (WebSocketHandshakeException broken) {
            refuse(context, HttpResponseStatus.BAD_REQUEST, "no WebSocket is asked for", identity);
            return;
        }
        if (version.isPresent()) {
            channel.pipeline().remove(this);
            channel.pipeline().get(Line.class).open();
        } else {
            turnAway(channel, identity, offered);
        }
    }

    /** No extension is allowed: what is compressed could unfold to any size. */
    private WebSocketServerHandshakerFactory shakers(Optional<OcppVersion> version) {
        WebSocketDecoderConfig config = WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(limits.messageBytes())
                .allowExtensions(false)
                .closeOnProtocolViolation(false)
                .build();
        String address = "ws://localhost" + stations.site().config().path();
        return new WebSocketServerHandshakerFactory(
                address, version.map(OcppVersion::protocol).orElse(null), config);
    }

    /** As the protocol wants it: the handshake ends without a sub-protocol, and the connection with it. */
    private void turnAway(Channel channel, String identity, List<String> offered) {
        stations.site().tally().refused().increment();
        LOG.warn(
                "`{}` lets `{}` not in: it offers the sub-protocols `{}`, and here are spoken `{}`.",
                stations.site().config().name(),
                stations.site().letters().line(identity),
                stations.site().letters().line(String.join(", ", offered)),
                Arrays.stream(OcppVersion.values()).map(OcppVersion::protocol).toList());
        channel.writeAndFlush(new CloseWebSocketFrame(1002, "no sub-protocol in common"))
                .addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("A connection failed before it was a WebSocket.", cause);
        stations.site().tally().refused().increment();
        context.close();
    }
}
