package io.citytwin.adapter.dittoembedded.internal.live;

import io.citytwin.adapter.dittoembedded.internal.live.Commands.Answer;
import io.citytwin.adapter.dittoembedded.internal.twin.Reply;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.ditto.base.model.acks.AcknowledgementLabel;
import org.eclipse.ditto.base.model.common.HttpStatus;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.base.model.json.JsonSchemaVersion;
import org.eclipse.ditto.base.model.signals.acks.Acknowledgement;
import org.eclipse.ditto.base.model.signals.acks.AcknowledgementRequestTimeoutException;
import org.eclipse.ditto.base.model.signals.acks.Acknowledgements;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonObjectBuilder;

/** One command that waits for acknowledgements. Safe for use by many threads. */
final class AckRound extends Waiting {

    private static final String NOT_RELEVANT =
            "Acknowledgement was issued automatically as weak ack, because the signal"
                    + " is not relevant for the subscriber. Possible reasons are: the subscriber was not authorized, the"
                    + " subscriber did not subscribe for the signal type, or a potentially defined RQL filter did not match.";

    private final WaitingRoom<AckRound> room;
    private final DittoHeaders headers;
    private final Duration timeout;
    private final Map<String, Optional<Acknowledgement>> answers = new LinkedHashMap<>();
    private final Set<String> heard = new HashSet<>();
    private final CompletableFuture<Answer> done = new CompletableFuture<>();

    AckRound(Ask ask, Set<String> labels, WaitingRoom<AckRound> room) {
        super(ask.key(), ask.session());
        this.room = room;
        this.headers = ask.headers();
        this.timeout = ask.timeout();
        labels.forEach(label -> answers.put(label, Optional.empty()));
    }

    CompletableFuture<Answer> done() {
        return done;
    }

    /** Notes that a session was told of the change, or was not, so that nobody waits for it in vain. */
    void offered(Member member, boolean told) {
        for (String label : member.declared()) {
            if (told) {
                note(label, member);
            } else {
                give(weak(label));
            }
        }
    }

    private synchronized void note(String label, Member member) {
        if (answers.containsKey(label)) {
            heard.add(member.caller().session());
        }
    }

    /** Takes an acknowledgement of a session that was told of the change. */
    boolean give(String from, Acknowledgement ack) {
        synchronized (this) {
            if (!heard.contains(from)) {
                return false;
            }
        }
        return give(ack);
    }

    /** The first acknowledgement of a label counts. */
    boolean give(Acknowledgement ack) {
        boolean complete;
        synchronized (this) {
            String label = ack.getLabel().toString();
            if (!Optional.empty().equals(answers.get(label))) {
                return false;
            }
            answers.put(label, Optional.of(ack));
            complete = answers.values().stream().allMatch(Optional::isPresent);
        }
        if (complete) {
            finish();
        }
        return true;
    }

    @Override
    void timedOut() {
        synchronized (this) {
            answers.replaceAll((label, ack) -> ack.or(() -> Optional.of(late(label))));
        }
        finish();
    }

    @Override
    void abandon() {
        if (room.leave(this)) {
            done.cancel(false);
        }
    }

    private void finish() {
        if (room.leave(this)) {
            done.complete(new Answer(aggregate(), true));
        }
    }

    private synchronized Reply aggregate() {
        List<Acknowledgement> all =
                answers.values().stream().flatMap(Optional::stream).toList();
        HttpStatus status = Acknowledgements.of(all, headers).getHttpStatus();
        JsonObjectBuilder value = JsonFactory.newObjectBuilder();
        all.forEach(ack -> value.set(ack.getLabel().toString(), json(ack)));
        return new Reply(status, Optional.of(value.build()), headers);
    }

    private static JsonObject json(Acknowledgement ack) {
        JsonObjectBuilder json =
                JsonFactory.newObjectBuilder().set("status", ack.getHttpStatus().getCode());
        ack.getEntity(JsonSchemaVersion.V_2).ifPresent(payload -> json.set("payload", payload));
        return json.set("headers", HeaderJson.toClient(ack.getDittoHeaders())).build();
    }

    private Acknowledgement late(String label) {
        return Acknowledgement.of(
                AcknowledgementLabel.of(label),
                key().thing(),
                HttpStatus.REQUEST_TIMEOUT,
                named(),
                new AcknowledgementRequestTimeoutException(timeout).toJson());
    }

    private Acknowledgement weak(String label) {
        return Acknowledgement.weak(
                AcknowledgementLabel.of(label), key().thing(), named(), JsonFactory.newValue(NOT_RELEVANT));
    }

    private DittoHeaders named() {
        return DittoHeaders.newBuilder().correlationId(key().correlation()).build();
    }

    /**
     * What was asked. Immutable.
     *
     * @param key what acknowledgements name
     * @param session who asked
     * @param headers of the answer
     * @param timeout how long to wait
     */
    record Ask(Key key, String session, DittoHeaders headers, Duration timeout) {}
}
