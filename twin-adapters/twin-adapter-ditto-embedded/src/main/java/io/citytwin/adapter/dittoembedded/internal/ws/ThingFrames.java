package io.citytwin.adapter.dittoembedded.internal.ws;

import io.citytwin.adapter.dittoembedded.internal.live.Commands;
import io.citytwin.adapter.dittoembedded.internal.policy.PolicyCommand;
import io.citytwin.adapter.dittoembedded.internal.twin.Action;
import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import io.citytwin.adapter.dittoembedded.internal.twin.ThingCommand;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.ditto.base.model.exceptions.TooManyRequestsException;
import org.eclipse.ditto.json.JsonArray;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonFieldDefinition;
import org.eclipse.ditto.json.JsonMissingFieldException;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.policies.model.PolicyId;
import org.eclipse.ditto.protocol.TopicPath;
import org.eclipse.ditto.protocol.adapter.DittoProtocolAdapter;
import org.eclipse.ditto.protocol.adapter.UnknownTopicPathException;
import org.eclipse.ditto.things.model.ThingId;

/** Does commands on Things and policies. Safe for use by many threads. */
final class ThingFrames {

    private static final DittoProtocolAdapter CHECK = DittoProtocolAdapter.newInstance();
    private static final JsonFieldDefinition<JsonArray> IDS = JsonFactory.newJsonArrayFieldDefinition("thingIds");

    private final Backend backend;
    private final Caller caller;
    private final Answers answers;
    private final int many;

    ThingFrames(Backend backend, Caller caller, Answers answers, int many) {
        this.backend = backend;
        this.caller = caller;
        this.answers = answers;
        this.many = many;
    }

    void thing(Envelope frame) {
        check(frame);
        TopicPath topic = frame.topic();
        if (topic.getEntityName().equals(TopicPath.ID_PLACEHOLDER)) {
            several(frame);
            return;
        }
        ThingCommand command = new ThingCommand(
                ThingId.of(topic.getNamespace(), topic.getEntityName()),
                action(frame),
                frame.path(),
                frame.payload().getValue(),
                frame.payload().getFields(),
                frame.headers());
        CompletableFuture<Commands.Answer> answer = backend.hub().commands().execute(caller, command);
        var unused = answer.whenComplete((done, failure) -> answer(frame, done, failure));
    }

    private void answer(Envelope frame, Commands.Answer answer, Throwable failure) {
        if (failure != null) {
            answers.refuse(frame, failure);
        } else if (answer.acknowledged()) {
            answers.acknowledged(frame, answer.reply());
        } else {
            answers.reply(frame, answer.reply());
        }
    }

    private void several(Envelope frame) {
        if (action(frame) != Action.RETRIEVE) {
            throw UnknownTopicPathException.newBuilder(frame.topic())
                    .dittoHeaders(frame.headers())
                    .build();
        }
        JsonObject value = frame.payload()
                .getValue()
                .filter(JsonValue::isObject)
                .map(JsonValue::asObject)
                .orElseThrow(() -> new JsonMissingFieldException(IDS));
        JsonArray ids = value.getValueOrThrow(IDS);
        if (ids.getSize() > many) {
            throw TooManyRequestsException.newBuilder()
                    .message("More than " + many + " Things were asked for at once.")
                    .description("Ask for fewer Things at once.")
                    .build();
        }
        List<ThingId> things =
                ids.stream().map(JsonValue::asString).map(ThingId::of).toList();
        answers.reply(
                frame, backend.things().retrieve(caller, things, frame.payload().getFields(), frame.headers()));
    }

    void policy(Envelope frame) {
        check(frame);
        TopicPath topic = frame.topic();
        PolicyCommand command = new PolicyCommand(
                PolicyId.of(topic.getNamespace(), topic.getEntityName()),
                action(frame),
                frame.path(),
                frame.payload().getValue(),
                frame.payload().getFields(),
                frame.headers());
        answers.reply(frame, backend.policies().execute(caller, command));
    }

    /** Ditto's own libraries refuse paths and values that make no sense. */
    private static void check(Envelope frame) {
        CHECK.fromAdaptable(frame.adaptable());
    }

    private static Action action(Envelope frame) {
        TopicPath.Action action = frame.topic()
                .getAction()
                .orElseThrow(() ->
                        UnknownTopicPathException.newBuilder(frame.topic()).build());
        return switch (action) {
            case CREATE -> Action.CREATE;
            case MODIFY -> Action.MODIFY;
            case MERGE -> Action.MERGE;
            case RETRIEVE -> Action.RETRIEVE;
            case DELETE -> Action.DELETE;
            default -> throw UnknownTopicPathException.newBuilder(frame.topic()).build();
        };
    }
}
