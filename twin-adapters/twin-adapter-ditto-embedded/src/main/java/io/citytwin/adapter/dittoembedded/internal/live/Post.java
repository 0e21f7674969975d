package io.citytwin.adapter.dittoembedded.internal.live;

import io.citytwin.adapter.dittoembedded.internal.policy.Access;
import io.citytwin.adapter.dittoembedded.internal.policy.Policies;
import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import io.citytwin.adapter.dittoembedded.internal.twin.StoredThing;
import io.citytwin.adapter.dittoembedded.internal.twin.Things;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.ditto.base.model.common.HttpStatus;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.messages.model.MessagePayloadSizeTooLargeException;
import org.eclipse.ditto.messages.model.MessageSendNotAllowedException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.ThingNotAccessibleException;

/** Carries messages to those who listen. Safe for use by many threads. */
final class Post implements Messages {

    private final Things things;
    private final Policies policies;
    private final Audience audience;
    private final WaitingRoom<Letter> room;
    private final LiveLimits limits;

    Post(Things things, Policies policies, Audience audience, WaitingRoom<Letter> room, LiveLimits limits) {
        this.things = things;
        this.policies = policies;
        this.audience = audience;
        this.room = room;
        this.limits = limits;
    }

    @Override
    public CompletableFuture<LiveMessage> send(Caller caller, LiveMessage message) {
        try {
            DittoHeaders headers = Travel.complete(message.headers(), caller);
            Timeouts.check(headers, limits);
            checkSize(message, headers);
            Access access = permit(caller, message, headers);
            return dispatch(caller, Labels.put(message, headers, "TO"), access);
        } catch (DittoRuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void checkSize(LiveMessage message, DittoHeaders headers) {
        int size = message.value()
                .map(value -> value.isString() ? value.asString() : value.toString())
                .map(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .orElse(0);
        if (size > limits.messageBytes()) {
            throw MessagePayloadSizeTooLargeException.newBuilder(size, limits.messageBytes())
                    .dittoHeaders(headers)
                    .build();
        }
    }

    private Access permit(Caller caller, LiveMessage message, DittoHeaders headers) {
        Optional<Access> access =
                things.find(message.thing()).map(StoredThing::policy).flatMap(policies::access);
        boolean allowed = access.filter(policy -> policy.mayMessage(caller, message.path(), "WRITE"))
                .isPresent();
        if (!allowed) {
            boolean known = access.filter(policy -> policy.mayReadSome(caller, JsonPointer.empty()))
                    .isPresent();
            throw known
                    ? MessageSendNotAllowedException.newBuilder(message.thing())
                            .dittoHeaders(headers)
                            .build()
                    : ThingNotAccessibleException.newBuilder(message.thing())
                            .dittoHeaders(headers)
                            .build();
        }
        return access.orElseThrow();
    }

    private CompletableFuture<LiveMessage> dispatch(Caller caller, LiveMessage message, Access access) {
        DittoHeaders headers = message.headers();
        Duration timeout = Timeouts.of(headers, limits);
        if (!headers.isResponseRequired() || timeout.isZero()) {
            audience.all().forEach(member -> offer(member, caller, message, access));
            return CompletableFuture.completedFuture(accepted(message));
        }
        Waiting.Key key =
                new Waiting.Key(message.thing(), headers.getCorrelationId().orElseThrow());
        Letter letter = new Letter(key, caller.session(), new CommandTimeout(timeout, headers), room);
        room.enter(letter, timeout, headers);
        for (Member member : audience.all()) {
            letter.sending(member);
            if (!offer(member, caller, message, access)) {
                letter.notSent(member);
            }
        }
        return letter.reply();
    }

    private static boolean offer(Member member, Caller sender, LiveMessage message, Access access) {
        return !member.caller().session().equals(sender.session()) && member.offer(message, access);
    }

    private static LiveMessage accepted(LiveMessage message) {
        return new LiveMessage(
                message.thing(),
                message.path(),
                message.subject(),
                Optional.empty(),
                Optional.of(HttpStatus.ACCEPTED.getCode()),
                message.headers());
    }

    /** Takes the first reply of a session that got the message; others are dropped. */
    boolean reply(Caller caller, LiveMessage reply) {
        DittoHeaders headers = reply.headers();
        checkSize(reply, headers);
        return headers.getCorrelationId()
                .flatMap(id -> room.find(new Waiting.Key(reply.thing(), id)))
                .filter(letter -> letter.answer(caller, reply))
                .isPresent();
    }
}
