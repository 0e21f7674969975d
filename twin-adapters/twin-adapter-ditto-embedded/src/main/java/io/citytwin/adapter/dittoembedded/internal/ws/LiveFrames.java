package io.citytwin.adapter.dittoembedded.internal.ws;

import io.citytwin.adapter.dittoembedded.internal.live.LiveHub;
import io.citytwin.adapter.dittoembedded.internal.live.LiveMessage;
import io.citytwin.adapter.dittoembedded.internal.live.Member;
import org.eclipse.ditto.base.model.acks.AcknowledgementLabel;
import org.eclipse.ditto.base.model.acks.AcknowledgementLabelNotDeclaredException;
import org.eclipse.ditto.base.model.common.HttpStatus;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.base.model.signals.acks.Acknowledgement;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonMissingFieldException;
import org.eclipse.ditto.protocol.InvalidPathException;
import org.eclipse.ditto.protocol.MessagePath;
import org.eclipse.ditto.protocol.TopicPath;
import org.eclipse.ditto.protocol.adapter.UnknownTopicPathException;
import org.eclipse.ditto.things.model.ThingId;

/** Takes messages, replies and acknowledgements. Safe for use by many threads. */
final class LiveFrames {

    private final LiveHub hub;
    private final Member member;
    private final Answers answers;

    LiveFrames(LiveHub hub, Member member, Answers answers) {
        this.hub = hub;
        this.member = member;
        this.answers = answers;
    }

    void message(Envelope frame) {
        LiveMessage message = read(frame);
        if (message.status().isPresent()) {
            hub.reply(member.caller(), message);
            return;
        }
        var unused = hub.messages().send(member.caller(), message).whenComplete((reply, failure) -> {
            if (failure != null) {
                answers.refuse(frame, failure);
            } else if (frame.wantsAnswer()) {
                answers.send(Telling.frame(reply, reply.headers()));
            }
        });
    }

    private static LiveMessage read(Envelope frame) {
        String subject = frame.topic().getSubject().orElse("");
        MessagePath path = frame.payload().getPath();
        String feature = path.getFeatureId().map(id -> "/features/" + id).orElse("");
        boolean fits = path.getDirection().isPresent()
                && !subject.isEmpty()
                && (path.toString().equals(feature + "/inbox/messages/" + subject)
                        || path.toString().equals(feature + "/outbox/messages/" + subject));
        if (!fits) {
            throw InvalidPathException.newBuilder(path)
                    .description("It should match the pattern: (/features/[^/]+)?/(inbox|outbox)/messages/" + subject)
                    .build();
        }
        return new LiveMessage(
                thing(frame.topic()),
                frame.path(),
                subject,
                frame.payload().getValue(),
                frame.payload().getHttpStatus().map(HttpStatus::getCode),
                frame.headers());
    }

    void acknowledgement(Envelope frame) {
        String label = frame.topic()
                .getSubject()
                .orElseThrow(() ->
                        UnknownTopicPathException.newBuilder(frame.topic()).build());
        if (!member.declared().contains(label)) {
            throw AcknowledgementLabelNotDeclaredException.of(label, frame.headers());
        }
        HttpStatus status = frame.payload()
                .getHttpStatus()
                .orElseThrow(() -> new JsonMissingFieldException(JsonFactory.newIntFieldDefinition("status")));
        DittoHeaders headers = frame.headers().toBuilder()
                .removeHeader("ditto-originator")
                .removeHeader("content-type")
                .responseRequired(false)
                .build();
        ThingId thing = thing(frame.topic());
        Acknowledgement ack = Acknowledgement.of(
                AcknowledgementLabel.of(label),
                thing,
                status,
                headers,
                frame.payload().getValue().orElse(null));
        hub.acknowledge(member, thing, ack);
    }

    private static ThingId thing(TopicPath topic) {
        return ThingId.of(topic.getNamespace(), topic.getEntityName());
    }
}
