package io.citytwin.adapter.dittoembedded.internal.ws;

import io.citytwin.adapter.dittoembedded.internal.live.HeaderJson;
import io.citytwin.adapter.dittoembedded.internal.live.Travel;
import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import io.citytwin.adapter.dittoembedded.internal.twin.FieldsText;
import java.util.Optional;
import org.eclipse.ditto.base.model.acks.AcknowledgementLabel;
import org.eclipse.ditto.base.model.exceptions.DittoJsonException;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonParseException;
import org.eclipse.ditto.json.JsonRuntimeException;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.protocol.JsonifiableAdaptable;
import org.eclipse.ditto.protocol.ProtocolFactory;
import org.eclipse.ditto.protocol.UnknownPathException;

/** Reads frames of the Ditto protocol. Safe for use by many threads. */
final class EnvelopeReader {

    private static final int TOLD = 1000;

    private final int depth;

    EnvelopeReader(int depth) {
        this.depth = depth;
    }

    /** Refuses what is no frame; the refusal bears the correlation id as far as there is one. */
    Envelope read(String frame, Caller caller) {
        JsonObject json = parse(frame);
        DittoHeaders known = correlation(json);
        try {
            checkLabels(json);
            json.getValue("fields")
                    .filter(JsonValue::isString)
                    .map(JsonValue::asString)
                    .ifPresent(FieldsText::shallow);
            JsonifiableAdaptable adaptable = ProtocolFactory.jsonifiableAdaptableFromJson(json);
            if (adaptable.getPayload().getPath().getLevelCount() > depth) {
                throw UnknownPathException.newBuilder(adaptable.getPayload().getPath())
                        .build();
            }
            DittoHeaders headers = Travel.complete(HeaderJson.fromClient(adaptable.getDittoHeaders()), caller);
            return new Envelope(adaptable.setDittoHeaders(headers), headers);
        } catch (DittoRuntimeException e) {
            throw e.setDittoHeaders(known);
        } catch (JsonRuntimeException | IllegalArgumentException e) {
            throw new DittoJsonException(e, known);
        }
    }

    private JsonObject parse(String frame) {
        if (!Depth.within(depth, frame)) {
            throw new DittoJsonException(JsonParseException.newBuilder()
                    .message("JSON is nested deeper than " + depth + " levels.")
                    .build());
        }
        try {
            return JsonFactory.newObject(frame);
        } catch (JsonRuntimeException | IllegalArgumentException e) {
            throw new DittoJsonException(shortened(e, frame));
        }
    }

    private static RuntimeException shortened(RuntimeException e, String frame) {
        String start = frame.length() <= TOLD ? frame : frame.substring(0, TOLD) + "...";
        return e instanceof JsonRuntimeException && frame.length() <= TOLD
                ? e
                : JsonParseException.newBuilder()
                        .message("Failed to parse JSON string '" + start + "'!")
                        .description("Check if the JSON was valid (e.g. on https://jsonlint.com) and if it was in"
                                + " required format.")
                        .build();
    }

    private static Optional<JsonObject> headers(JsonObject json) {
        return json.getValue("headers").filter(JsonValue::isObject).map(JsonValue::asObject);
    }

    private static DittoHeaders correlation(JsonObject json) {
        return headers(json)
                .flatMap(headers -> headers.getValue("correlation-id"))
                .filter(JsonValue::isString)
                .map(JsonValue::asString)
                .filter(id -> !id.isEmpty() && id.length() <= TOLD)
                .map(id -> DittoHeaders.newBuilder().correlationId(id).build())
                .orElseGet(DittoHeaders::empty);
    }

    /** Ditto 3 names the label that is wrong; the libraries of version 2 only the header. */
    private static void checkLabels(JsonObject json) {
        headers(json)
                .flatMap(headers -> headers.getValue("requested-acks"))
                .filter(JsonValue::isArray)
                .ifPresent(labels -> labels.asArray().stream()
                        .filter(JsonValue::isString)
                        .forEach(label -> AcknowledgementLabel.of(label.asString())));
    }
}
