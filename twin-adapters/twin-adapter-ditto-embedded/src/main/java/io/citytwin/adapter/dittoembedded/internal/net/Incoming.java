package io.citytwin.adapter.dittoembedded.internal.net;

import io.citytwin.adapter.dittoembedded.internal.http.Body;
import io.citytwin.adapter.dittoembedded.internal.http.Refusal;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came. Immutable.
 *
 * @param head for the upgrade to a WebSocket
 * @param headers by name in lower case; of several with one name the values are joined with commas
 * @param body all of it
 * @param refused why it cannot be answered otherwise
 * @param last whether the connection ends after the answer
 */
record Incoming(FullHttpRequest head, Map<String, String> headers, Body body, Optional<Refusal> refused, boolean last) {

    static Incoming of(FullHttpRequest request) {
        Optional<Refusal> broken = broken(request);
        Map<String, String> headers = new HashMap<>();
        request.headers()
                .forEach(header -> headers.merge(
                        header.getKey().toLowerCase(Locale.ROOT), header.getValue(), (a, b) -> a + "," + b));
        boolean last = broken.isPresent() || !HttpUtil.isKeepAlive(request);
        if (broken.isEmpty() && request.headers().getAll("host").size() > 1) {
            broken = Optional.of(Refusal.malformed("There is more than one Host header."));
        }
        FullHttpRequest head = new DefaultFullHttpRequest(
                request.protocolVersion(),
                request.method(),
                request.uri(),
                Unpooled.EMPTY_BUFFER,
                request.headers(),
                EmptyHttpHeaders.INSTANCE);
        return new Incoming(head, headers, Body.of(ByteBufUtil.getBytes(request.content())), broken, last);
    }

    /** A request that was refused before it was read. */
    static Incoming refused(Refusal why) {
        FullHttpRequest none =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/", Unpooled.EMPTY_BUFFER);
        return new Incoming(none, Map.of(), Body.of(""), Optional.of(why), true);
    }

    boolean upgrades() {
        return head.headers().containsValue("upgrade", "websocket", true);
    }

    private static Optional<Refusal> broken(FullHttpRequest request) {
        Throwable cause = request.decoderResult().cause();
        if (request.decoderResult().isSuccess()) {
            return Optional.empty();
        }
        if (cause instanceof TooLongHttpLineException) {
            return Optional.of(Refusal.of(414, "gateway:uri.toolong", "The request line is too long.", "Use POST."));
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return Optional.of(
                    Refusal.of(431, "headers.toolarge", "The headers are too large.", "Send fewer or shorter ones."));
        }
        return Optional.of(Refusal.malformed("The request is not HTTP/1.1."));
    }
}
