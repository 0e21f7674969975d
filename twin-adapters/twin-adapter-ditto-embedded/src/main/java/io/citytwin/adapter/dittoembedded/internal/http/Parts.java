package io.citytwin.adapter.dittoembedded.internal.http;

import com.google.common.base.Splitter;
import io.citytwin.adapter.dittoembedded.internal.twin.Action;
import io.citytwin.adapter.dittoembedded.internal.twin.FieldsText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.ditto.base.model.exceptions.DittoJsonException;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonFieldSelector;
import org.eclipse.ditto.json.JsonKey;
import org.eclipse.ditto.json.JsonParseOptions;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonRuntimeException;
import org.eclipse.ditto.json.JsonValue;

/** Reads parts of requests that several routes share. Immutable. */
final class Parts {

    static final String JSON = "application/json";
    static final String MERGE = "application/merge-patch+json";

    private static final int MOST_FIELDS = 1_000;

    private Parts() {}

    /** The action that a method stands for. */
    static Action action(String method) {
        return switch (method) {
            case "PUT" -> Action.MODIFY;
            case "PATCH" -> Action.MERGE;
            case "DELETE" -> Action.DELETE;
            default -> Action.RETRIEVE;
        };
    }

    /** A pointer to a part, each segment as one key whatever it contains. */
    static JsonPointer pointer(List<String> segments) {
        JsonPointer pointer = JsonPointer.empty();
        for (String segment : segments) {
            if (segment.isEmpty()) {
                throw Refusal.malformed("A segment of the path is empty.");
            }
            pointer = pointer.addLeaf(JsonKey.of(segment));
        }
        return pointer;
    }

    /** The new value or the patch that a method brings; empty if it brings none. */
    static Optional<JsonValue> value(ApiRequest request, DittoHeaders headers) {
        boolean patch = request.method().equals("PATCH");
        if (!patch && !request.method().equals("PUT") && !request.method().equals("POST")) {
            return Optional.empty();
        }
        String type = request.contentType();
        boolean fits = patch ? type.equals(MERGE) : type.isEmpty() || type.equals(JSON);
        if (!fits) {
            throw Refusal.wrongType(type, patch ? MERGE : JSON);
        }
        return Optional.of(json(request.body().text(), headers));
    }

    /** Reads JSON. */
    static JsonValue json(String text, DittoHeaders headers) {
        Depth.check(text);
        try {
            return JsonFactory.readFrom(text);
        } catch (JsonRuntimeException broken) {
            throw new DittoJsonException(broken, headers);
        }
    }

    /** What to read. */
    static Optional<JsonFieldSelector> fields(ApiRequest request, DittoHeaders headers) {
        return request.parameter("fields").map(text -> selector(text, headers));
    }

    /** A selector such as {@code thingId,attributes(a,b)}. */
    static JsonFieldSelector selector(String text, DittoHeaders headers) {
        if (text.length() > MOST_FIELDS * 10) {
            throw Refusal.malformed("The field selector is too long.");
        }
        try {
            return JsonFactory.newFieldSelector(
                    FieldsText.shallow(text),
                    JsonParseOptions.newBuilder().withoutUrlDecoding().build());
        } catch (JsonRuntimeException broken) {
            throw new DittoJsonException(broken, headers);
        }
    }

    /** Values with commas. */
    static List<String> list(String text) {
        return Splitter.on(',').trimResults().omitEmptyStrings().splitToList(text);
    }

    /** Namespaces to look at; empty for all. */
    static Set<String> namespaces(ApiRequest request) {
        return request.parameter("namespaces").map(Parts::list).orElse(List.of()).stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
