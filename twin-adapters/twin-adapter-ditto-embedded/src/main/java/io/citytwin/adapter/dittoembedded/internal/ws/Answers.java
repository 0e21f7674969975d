package io.citytwin.adapter.dittoembedded.internal.ws;

import io.citytwin.adapter.dittoembedded.internal.live.HeaderJson;
import io.citytwin.adapter.dittoembedded.internal.live.Travel;
import io.citytwin.adapter.dittoembedded.internal.twin.ErrorBody;
import io.citytwin.adapter.dittoembedded.internal.twin.Reply;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.eclipse.ditto.base.model.exceptions.DittoJsonException;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.base.model.headers.DittoHeadersBuilder;
import org.eclipse.ditto.base.model.headers.contenttype.ContentType;
import org.eclipse.ditto.base.model.signals.commands.exceptions.GatewayInternalErrorException;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonObjectBuilder;
import org.eclipse.ditto.json.JsonRuntimeException;
import org.eclipse.ditto.protocol.TopicPath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers and refusals. Safe for use by many threads. */
final class Answers {

    static final String JSON = ContentType.APPLICATION_JSON.getValue();
    static final String PATCH = ContentType.APPLICATION_MERGE_PATCH_JSON.getValue();

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final String NOWHERE = "unknown/unknown/things/twin/errors";

    private final Outlet outlet;

    Answers(Outlet outlet) {
        this.outlet = outlet;
    }

    void send(JsonObject frame) {
        outlet.send(frame.toString());
    }

    /** An answer on the topic and path of the command. */
    void reply(Envelope command, Reply reply) {
        if (command.wantsAnswer()) {
            DittoHeadersBuilder<?, ?> headers = Travel.echo(command.headers()).toBuilder();
            Travel.originator(command.headers()).ifPresent(who -> headers.putHeader("ditto-originator", who));
            DittoHeaders all = headers.putHeaders(Travel.echo(reply.headers()))
                    .responseRequired(false)
                    .putHeader("content-type", contentType(command))
                    .build();
            send(frame(command.topic().getPath(), all, command.path().toString(), reply));
        }
    }

    private static String contentType(Envelope command) {
        return command.topic().isAction(TopicPath.Action.MERGE) ? PATCH : JSON;
    }

    /** All acknowledgements of a command. */
    void acknowledged(Envelope command, Reply reply) {
        DittoHeaders headers = Travel.echo(command.headers()).toBuilder()
                .responseRequired(false)
                .putHeader("content-type", JSON)
                .build();
        TopicPath topic = command.topic();
        String acks = topic.getNamespace() + "/" + topic.getEntityName() + "/things/twin/acks";
        send(frame(acks, headers, "/", reply));
    }

    private static JsonObject frame(String topic, DittoHeaders headers, String path, Reply reply) {
        JsonObjectBuilder frame = JsonFactory.newObjectBuilder()
                .set("topic", topic)
                .set("headers", HeaderJson.toClient(headers))
                .set("path", path);
        reply.value().ifPresent(value -> frame.set("value", value));
        return frame.set("status", reply.status().getCode()).build();
    }

    /** Refuses a command, unless it wants no answer. */
    void refuse(Envelope command, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof CancellationException || !command.wantsAnswer()) {
            return;
        }
        DittoRuntimeException refusal = refusal(cause, command.headers());
        DittoHeadersBuilder<?, ?> headers = Travel.echo(command.headers()).toBuilder();
        if (command.topic().isChannel(TopicPath.Channel.LIVE)) {
            headers.channel("live");
        } else {
            Travel.originator(command.headers()).ifPresent(who -> headers.putHeader("ditto-originator", who));
            Optional.ofNullable(refusal.getDittoHeaders().get("etag")).ifPresent(tag -> headers.putHeader("etag", tag));
        }
        send(error(command.errors(), headers.build(), refusal));
    }

    /** Refuses what is no command. */
    void refuse(Throwable failure) {
        DittoRuntimeException refusal = refusal(failure, DittoHeaders.empty());
        DittoHeadersBuilder<?, ?> headers = DittoHeaders.newBuilder();
        refusal.getDittoHeaders().getCorrelationId().ifPresent(headers::correlationId);
        send(error(NOWHERE, headers.build(), refusal));
    }

    static DittoRuntimeException refusal(Throwable cause, DittoHeaders headers) {
        if (cause instanceof DittoRuntimeException refusal) {
            return refusal;
        }
        if (cause instanceof JsonRuntimeException wrong) {
            return new DittoJsonException(wrong, headers);
        }
        LOG.warn("A frame of a WebSocket could not be handled.", cause);
        return GatewayInternalErrorException.newBuilder().dittoHeaders(headers).build();
    }

    private static JsonObject error(String topic, DittoHeaders headers, DittoRuntimeException refusal) {
        DittoHeaders all = headers.toBuilder()
                .responseRequired(false)
                .putHeader("content-type", JSON)
                .build();
        return JsonFactory.newObjectBuilder()
                .set("topic", topic)
                .set("headers", HeaderJson.toClient(all))
                .set("path", "/")
                .set("value", ErrorBody.of(refusal))
                .set("status", refusal.getHttpStatus().getCode())
                .build();
    }
}
