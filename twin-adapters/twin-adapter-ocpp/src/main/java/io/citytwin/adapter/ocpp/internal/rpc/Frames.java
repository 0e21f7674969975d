package io.citytwin.adapter.ocpp.internal.rpc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Reads and writes messages of OCPP-J. Safe for use by many threads. */
public final class Frames {

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_ACTION = 64;
    private static final int DEEPEST = 24;
    private static final int LONGEST_NUMBER = 40;
    private static final int CALL = 2;
    private static final int RESULT = 3;
    private static final int FAILURE = 4;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Frames() {}

    /**
     * Reads a message. Nothing is thrown, whatever stands in it.
     *
     * @param text one message
     * @return what it is
     */
    public static Frame read(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            // Its own message would quote the text.
            return broken(Optional.empty(), FaultKind.FRAMEWORK, "The message is no JSON that is read here.");
        }
        if (!root.isArray() || root.size() < 3 || !root.path(0).isInt()) {
            return broken(idOf(root), FaultKind.FRAMEWORK, "The message is no array that begins with its type.");
        }
        Optional<String> id = idOf(root);
        if (id.isEmpty()) {
            return broken(id, FaultKind.FRAMEWORK, "The message has no id of at most `" + LONGEST_ID + "` signs.");
        }
        return switch (root.path(0).intValue()) {
            case CALL -> call(id.get(), root, text);
            case RESULT ->
                root.path(2) instanceof ObjectNode payload
                        ? new Frame.Result(id.get(), payload)
                        : broken(Optional.empty(), FaultKind.FORMATION, "The answer's payload is no object.");
            case FAILURE -> new Frame.Failure(id.get(), root.path(2).asText());
            default -> broken(id, FaultKind.MESSAGE_TYPE, "`" + root.path(0).intValue() + "` is no type of messages.");
        };
    }

    private static Frame call(String id, JsonNode root, String text) {
        JsonNode action = root.path(2);
        if (!action.isTextual() || action.textValue().length() > LONGEST_ACTION) {
            return broken(Optional.of(id), FaultKind.FORMATION, "The call has no action.");
        }
        return root.path(3) instanceof ObjectNode payload && root.size() == 4
                ? new Frame.Call(id, action.textValue(), payload, text)
                : broken(Optional.of(id), FaultKind.FORMATION, "The call's payload is no object.");
    }

    private static Optional<String> idOf(JsonNode root) {
        return Optional.of(root.path(1))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(id -> !id.isEmpty() && id.length() <= LONGEST_ID);
    }

    private static Frame broken(Optional<String> id, FaultKind kind, String reason) {
        return new Frame.Broken(id, new CallFault(kind, reason));
    }

    /**
     * Writes a call.
     *
     * @param id new
     * @param action what is asked
     * @param payload with what
     * @return the message
     */
    public static String call(String id, String action, ObjectNode payload) {
        return array(CALL, id).add(action).add(payload).toString();
    }

    /**
     * Writes an answer.
     *
     * @param id of the call
     * @param payload the answer
     * @return the message
     */
    public static String result(String id, ObjectNode payload) {
        return array(RESULT, id).add(payload).toString();
    }

    /**
     * Writes that a call does not work.
     *
     * @param version of the reader
     * @param id of the call
     * @param fault why
     * @return the message
     */
    public static String failure(OcppVersion version, String id, CallFault fault) {
        return array(FAILURE, id)
                .add(fault.kind().word(version))
                .add(fault.reason())
                .add(JSON.createObjectNode())
                .toString();
    }

    /**
     * A new object.
     *
     * @return empty
     */
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    private static ArrayNode array(int type, String id) {
        return JSON.createArrayNode().add(type).add(id);
    }
}
