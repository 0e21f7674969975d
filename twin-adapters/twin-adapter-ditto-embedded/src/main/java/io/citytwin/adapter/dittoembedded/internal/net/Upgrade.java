package io.citytwin.adapter.dittoembedded.internal.net;

import com.google.common.base.Splitter;
import io.citytwin.adapter.dittoembedded.internal.http.Answers;
import io.citytwin.adapter.dittoembedded.internal.http.Refusal;
import io.citytwin.adapter.dittoembedded.internal.http.RequestLine;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.ditto.json.JsonArray;
import org.eclipse.ditto.json.JsonValue;

/** Turns a connection into a WebSocket, once the caller is known. Immutable. */
// What fails on a socket closes its channel, and that is heard elsewhere.
@SuppressWarnings("FutureReturnValueIgnored")
final class Upgrade {

    private static final int MOST_LABELS = 100;

    private final Site site;
    private final Incoming incoming;

    Upgrade(Site site, Incoming incoming) {
        this.site = site;
        this.incoming = incoming;
    }

    /** Checks on a worker, since looking at a token may take a while, and goes on on the connection's thread. */
    void start(ChannelHandlerContext context, Exchanges exchanges) {
        try {
            site.origins().check(incoming.head().method().name(), incoming.headers(), true);
            RequestLine line = RequestLine.of(incoming.head().uri());
            if (!line.path().equals(List.of("ws", "2"))) {
                throw Refusal.of(404, "gateway:notfound", "There is no such WebSocket.", "Ask for /ws/2.");
            }
            Login login = site.logins()
                    .recognise(incoming.headers(), context.channel().id().asLongText());
            Set<String> labels = labels(Optional.ofNullable(incoming.headers().get("declared-acks"))
                    .or(() -> Optional.ofNullable(line.query().get("declared-acks"))));
            context.executor().execute(() -> shake(context, exchanges, login, labels));
        } catch (RejectedExecutionException closing) {
            context.close();
        } catch (RuntimeException | StackOverflowError | LinkageError refused) {
            exchanges.back(context, incoming, Answers.of(refused));
        }
    }

    private void shake(ChannelHandlerContext context, Exchanges exchanges, Login login, Set<String> labels) {
        Channel channel = context.channel();
        if (!channel.isActive()) {
            return;
        }
        int most = site.limits().messageBytes();
        WebSocketDecoderConfig config = WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(most)
                .allowExtensions(false)
                .closeOnProtocolViolation(false)
                .build();
        WebSocketServerHandshaker shaker =
                new WebSocketServerHandshakerFactory(address(), null, config).newHandshaker(incoming.head());
        if (shaker == null) {
            exchanges.back(
                    context,
                    incoming,
                    Refusal.malformed("The WebSocket's version is not 13.").answer());
            return;
        }
        DefaultHttpHeaders headers = new DefaultHttpHeaders();
        site.origins().headers(incoming.headers()).forEach(headers::set);
        try {
            channel.pipeline().remove(Deadline.class);
            channel.pipeline().addLast(new WebSocketFrameAggregator(most), new WsLink(site, login, labels));
            shaker.handshake(channel, incoming.head(), headers, channel.newPromise());
            channel.pipeline().remove(exchanges);
            channel.pipeline().get(WsLink.class).open();
        } catch (WebSocketHandshakeException broken) {
            channel.close();
        }
    }

    private String address() {
        return "ws://" + incoming.headers().getOrDefault("host", "localhost") + "/ws/2";
    }

    /** Labels come as a JSON array, or with commas. */
    private static Set<String> labels(Optional<String> text) {
        Set<String> labels = new LinkedHashSet<>();
        String given = text.orElse("").strip();
        if (given.startsWith("[")) {
            JsonArray.of(given).stream()
                    .filter(JsonValue::isString)
                    .map(JsonValue::asString)
                    .forEach(labels::add);
        } else {
            Splitter.on(',').trimResults().omitEmptyStrings().split(given).forEach(labels::add);
        }
        if (labels.size() > MOST_LABELS) {
            throw Refusal.malformed("More than " + MOST_LABELS + " acknowledgement labels are declared.");
        }
        return labels;
    }
}
