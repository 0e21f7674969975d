package io.citytwin.adapter.dittoembedded.internal.net;

import io.citytwin.adapter.dittoembedded.internal.http.Answers;
import io.citytwin.adapter.dittoembedded.internal.http.ApiAnswer;
import io.citytwin.adapter.dittoembedded.internal.http.Refusal;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The requests of one connection, answered one after the other in their order. A client that sends many at once is not
 * read further until answers went out. For one thread at a time.
 */
// What fails on a socket closes its channel, and that is heard elsewhere.
@SuppressWarnings("FutureReturnValueIgnored")
final class Exchanges extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(Exchanges.class);
    private static final int MANY_WAITING = 32;
    private static final int MOST_WAITING = 512;

    private final Site site;
    private final Answering answering;
    private final Rate rate;
    private final Deadline deadline;
    private final Deque<Incoming> waiting = new ArrayDeque<>();
    private boolean busy;
    private boolean over;
    private Runnable whenClosed = () -> {};

    Exchanges(Site site, Deadline deadline) {
        this.site = site;
        this.deadline = deadline;
        this.answering = new Answering(site);
        this.rate = new Rate(site.limits().requests(), site.tally().ticks());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (over) {
                return;
            }
            deadline.stop();
            waiting.add(incoming(message));
            if (waiting.size() > MOST_WAITING) {
                over = true;
                waiting.clear();
                context.close();
                return;
            }
            if (waiting.size() >= MANY_WAITING) {
                context.channel().config().setAutoRead(false);
            }
            next(context);
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private Incoming incoming(Object message) {
        if (message instanceof Refusal refusal) {
            over = true;
            return Incoming.refused(refusal);
        }
        Incoming incoming = Incoming.of((FullHttpRequest) message);
        over = incoming.last();
        if (incoming.refused().isPresent() || rate.take()) {
            return incoming;
        }
        Refusal busyNow = Refusal.of(
                429,
                "gateway:toomanyrequests",
                "You made too many requests.",
                "Try again soon, with fewer requests per second.");
        return new Incoming(
                incoming.head(), incoming.headers(), incoming.body(), java.util.Optional.of(busyNow), incoming.last());
    }

    private void next(ChannelHandlerContext context) {
        if (busy || waiting.isEmpty()) {
            return;
        }
        busy = true;
        Incoming incoming = waiting.remove();
        site.tally().command();
        String session = context.channel().id().asLongText();
        try {
            if (incoming.upgrades() && incoming.refused().isEmpty()) {
                over = true;
                site.workers().execute(() -> new Upgrade(site, incoming).start(context, this));
            } else {
                site.workers()
                        .execute(() -> answering
                                .answer(incoming, session)
                                .whenComplete((answer, failure) ->
                                        back(context, incoming, failure == null ? answer : Answers.of(failure))));
            }
        } catch (RejectedExecutionException closing) {
            context.close();
        }
    }

    /** Gives an answer back to the connection's thread. */
    void back(ChannelHandlerContext context, Incoming incoming, ApiAnswer answer) {
        try {
            context.executor().execute(() -> write(context, incoming, answer));
        } catch (RejectedExecutionException closed) {
            LOG.debug("An answer came after the end.");
        }
    }

    private void write(ChannelHandlerContext context, Incoming incoming, ApiAnswer answer) {
        if (!context.channel().isActive()) {
            return;
        }
        if (!answer.code().isEmpty()) {
            site.tally().refused(answer.code());
        }
        Heads heads = new Heads(site.origins().headers(incoming.headers()));
        if (answer.events().isPresent() && !incoming.head().method().name().equals("HEAD")) {
            over = true;
            context.writeAndFlush(heads.stream(answer));
            whenClosed = new SseLink(context, site).open(answer.events().get());
            return;
        }
        boolean last = incoming.last();
        context.writeAndFlush(heads.full(answer, incoming)).addListener(written -> {
            if (last || !written.isSuccess()) {
                linger(context);
            }
        });
        if (!last) {
            busy = false;
            context.channel().config().setAutoRead(waiting.size() < MANY_WAITING);
            deadline.start(context);
            next(context);
        }
    }

    /** Closing at once what is still being sent to would reset the connection, and the client would not see the answer. */
    private static void linger(ChannelHandlerContext context) {
        context.channel().config().setAutoRead(true);
        ((SocketChannel) context.channel()).shutdownOutput();
        context.executor().schedule(() -> context.close(), 1, TimeUnit.SECONDS);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        waiting.clear();
        over = true;
        whenClosed.run();
        whenClosed = () -> {};
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("A connection failed.", cause);
        context.close();
    }
}
