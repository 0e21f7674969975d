package io.citytwin.adapter.dittoembedded.internal.net;

import io.citytwin.adapter.dittoembedded.internal.http.ApiAnswer;
import io.citytwin.adapter.dittoembedded.internal.http.Body;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Map;

/** Writes answers as HTTP. Immutable. */
final class Heads {

    private final Map<String, String> extra;

    Heads(Map<String, String> extra) {
        this.extra = extra;
    }

    FullHttpResponse full(ApiAnswer answer, Incoming incoming) {
        byte[] bytes = answer.body().map(Body::bytes).orElse(new byte[0]);
        boolean head = incoming.head().method().name().equals("HEAD");
        ByteBuf content = head ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(bytes);
        HttpResponseStatus status = HttpResponseStatus.valueOf(answer.status());
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, content);
        fill(response.headers(), answer);
        if (answer.status() != 204 && answer.status() != 304) {
            response.headers().set(HttpHeaderNames.CONTENT_LENGTH, bytes.length);
        }
        if (incoming.last()) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        } else if (!incoming.head().protocolVersion().isKeepAliveDefault()) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
        }
        return response;
    }

    HttpResponse stream(ApiAnswer answer) {
        HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        fill(response.headers(), answer);
        response.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        return response;
    }

    private void fill(HttpHeaders headers, ApiAnswer answer) {
        answer.headers().forEach(headers::set);
        extra.forEach(headers::set);
        headers.set("x-content-type-options", "nosniff");
    }
}
