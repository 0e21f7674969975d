package io.citytwin.adapter.dittoembedded.internal.live;

import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.ditto.base.model.headers.DittoHeaders;

/** One message that waits for its reply. Safe for use by many threads. */
final class Letter extends Waiting {

    private final CommandTimeout late;
    private final WaitingRoom<Letter> room;
    private final Set<String> sentTo = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<LiveMessage> reply = new CompletableFuture<>();

    Letter(Key key, String session, CommandTimeout late, WaitingRoom<Letter> room) {
        super(key, session);
        this.late = late;
        this.room = room;
    }

    /** Before it is sent, because the reply may be faster than the sender's next step. */
    void sending(Member member) {
        sentTo.add(member.caller().session());
    }

    void notSent(Member member) {
        sentTo.remove(member.caller().session());
    }

    boolean answer(Caller caller, LiveMessage answer) {
        if (!sentTo.contains(caller.session()) || !room.leave(this)) {
            return false;
        }
        DittoHeaders headers = Travel.complete(answer.headers(), caller).toBuilder()
                .responseRequired(false)
                .putHeader("status", String.valueOf(answer.status().orElse(200)))
                .build();
        return reply.complete(Labels.put(answer, headers, "FROM"));
    }

    CompletableFuture<LiveMessage> reply() {
        return reply;
    }

    @Override
    void timedOut() {
        if (room.leave(this)) {
            reply.completeExceptionally(late);
        }
    }

    @Override
    void abandon() {
        if (room.leave(this)) {
            reply.cancel(false);
        }
    }
}
