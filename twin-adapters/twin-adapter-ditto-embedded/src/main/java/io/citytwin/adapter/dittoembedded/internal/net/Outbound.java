package io.citytwin.adapter.dittoembedded.internal.net;

import io.netty.channel.Channel;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is on its way to one client, bounded: a client that does not read is closed, and nobody waits for it. Safe for use
 * by many threads.
 */
// What fails on a socket closes its channel, and that is heard elsewhere.
@SuppressWarnings("FutureReturnValueIgnored")
final class Outbound {

    private final Channel channel;
    private final int most;
    private final Tally tally;
    private final AtomicLong waiting = new AtomicLong();

    Outbound(Channel channel, int most, Tally tally) {
        this.channel = channel;
        this.most = most;
        this.tally = tally;
    }

    /** Sends a message of a known size; false if the connection is given up. */
    boolean send(java.util.function.Supplier<Object> message, int bytes) {
        if (!channel.isActive()) {
            return false;
        }
        // A single message may be larger than the bound: it counts only what waits already.
        if (waiting.get() > most) {
            tally.refused("citytwin:slowreader");
            channel.close();
            return false;
        }
        waiting.addAndGet(bytes);
        channel.writeAndFlush(message.get()).addListener(done -> waiting.addAndGet(-bytes));
        return true;
    }
}
