package io.citytwin.adapter.dittoembedded.internal.ws;

import com.google.common.base.Splitter;
import io.citytwin.adapter.dittoembedded.internal.search.Rql;
import io.citytwin.adapter.dittoembedded.internal.twin.FieldsText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.ditto.base.model.exceptions.DittoJsonException;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.base.model.exceptions.InvalidRqlExpressionException;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonFieldSelector;
import org.eclipse.ditto.json.JsonParseOptions;
import org.eclipse.ditto.json.JsonRuntimeException;

/** Begins and ends what a session hears of, by frames such as {@code START-SEND-EVENTS}. Safe for use by many threads. */
final class Controls {

    private static final Pattern FRAME = Pattern.compile(
            "(START|STOP)-SEND-(EVENTS|MESSAGES|LIVE-COMMANDS|LIVE-EVENTS|POLICY-ANNOUNCEMENTS)(?:\\?(.*))?",
            Pattern.DOTALL);
    private static final JsonParseOptions PLAIN =
            JsonFactory.newParseOptionsBuilder().withoutUrlDecoding().build();

    private final Rql rql;
    private final Outlet outlet;
    private final Map<String, Interest> interests = new ConcurrentHashMap<>();

    Controls(Rql rql, Outlet outlet) {
        this.rql = rql;
        this.outlet = outlet;
    }

    Optional<Interest> interest(String what) {
        return Optional.ofNullable(interests.get(what));
    }

    /** Handles a control frame; false if it is none. */
    boolean handle(String frame) {
        if (frame.startsWith("JWT-TOKEN?")) {
            return true;
        }
        if (!frame.startsWith("START-SEND-") && !frame.startsWith("STOP-SEND-")) {
            return false;
        }
        Matcher parts = FRAME.matcher(frame);
        if (!parts.matches()) {
            return false;
        }
        String what = parts.group(2);
        if (parts.group(1).equals("START")) {
            interests.put(what, read(Optional.ofNullable(parts.group(3)).orElse("")));
        } else {
            interests.remove(what);
        }
        outlet.send(parts.group(1) + "-SEND-" + what + ":ACK");
        return true;
    }

    void clear() {
        interests.clear();
    }

    private Interest read(String query) {
        Map<String, String> parameters = parameters(query);
        DittoHeaders headers = DittoHeaders.newBuilder()
                .correlationId(parameters.getOrDefault(
                        "correlation-id", UUID.randomUUID().toString()))
                .build();
        Set<String> namespaces = Splitter.on(',')
                .trimResults()
                .omitEmptyStrings()
                .splitToStream(parameters.getOrDefault("namespaces", ""))
                .collect(Collectors.toUnmodifiableSet());
        try {
            return new Interest(
                    namespaces,
                    Optional.ofNullable(parameters.get("filter"))
                            .map(text -> rql.condition(Placeholders.asAttributes(text), headers)),
                    Optional.ofNullable(parameters.get("extraFields")).map(Controls::fields));
        } catch (DittoRuntimeException e) {
            throw e.setDittoHeaders(headers);
        } catch (JsonRuntimeException e) {
            throw new DittoJsonException(e, headers);
        }
    }

    private static JsonFieldSelector fields(String text) {
        return JsonFactory.newFieldSelector(FieldsText.shallow(text), PLAIN);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : Splitter.on('&').omitEmptyStrings().split(query)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && equals < pair.length() - 1) {
                parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw InvalidRqlExpressionException.newBuilder()
                    .message("The parameter '" + text + "' is not URL-encoded.")
                    .cause(e)
                    .build();
        }
    }
}
