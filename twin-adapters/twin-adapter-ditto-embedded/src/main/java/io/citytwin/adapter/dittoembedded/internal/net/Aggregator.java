package io.citytwin.adapter.dittoembedded.internal.net;

import io.citytwin.adapter.dittoembedded.internal.http.Refusal;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;

/** Collects the body of a request; one that is too large becomes a refusal. For one thread at a time. */
final class Aggregator extends HttpObjectAggregator {

    Aggregator(int most) {
        super(most);
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) {
        context.fireChannelRead(Refusal.of(
                413,
                "gateway:request.toolarge",
                "The request's body is larger than " + maxContentLength() + " bytes.",
                "Send less at once."));
    }
}
