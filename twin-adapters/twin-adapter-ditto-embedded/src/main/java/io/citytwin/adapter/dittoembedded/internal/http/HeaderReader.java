package io.citytwin.adapter.dittoembedded.internal.http;

import com.google.common.base.Splitter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.ditto.base.model.headers.DittoHeaderDefinition;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.base.model.signals.commands.exceptions.GatewayTimeoutInvalidException;
import org.eclipse.ditto.json.JsonArray;
import org.eclipse.ditto.json.JsonArrayBuilder;
import org.eclipse.ditto.messages.model.MessageHeaderDefinition;
import org.eclipse.ditto.protocol.HeaderTranslator;

/** Reads the headers of a command from an HTTP request, and writes those of its answer. Immutable. */
final class HeaderReader {

    /** The longest that an answer is waited for. */
    static final Duration LONGEST = Duration.ofSeconds(60);

    private static final HeaderTranslator TRANSLATOR =
            HeaderTranslator.of(DittoHeaderDefinition.values(), MessageHeaderDefinition.values());

    /** What belongs to the connection and not to the command. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "accept-charset",
            "accept-encoding",
            "accept-language",
            "authorization",
            "cache-control",
            "connection",
            "content-length",
            "cookie",
            "date",
            "dnt",
            "expect",
            "forwarded",
            "host",
            "http2-settings",
            "keep-alive",
            "origin",
            "pragma",
            "proxy-authorization",
            "range",
            "referer",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent",
            "via",
            "accept",
            "x-ditto-pre-authenticated",
            "x-real-ip");

    private static final List<String> FROM_QUERY = List.of(
            "allow-policy-lockout",
            "condition",
            "correlation-id",
            "if-equal",
            "requested-acks",
            "response-required",
            "timeout");

    private static final List<String> OUTSIDE = List.of(
            "at-historical-revision",
            "at-historical-timestamp",
            "delete-metadata",
            "dry-run",
            "get-metadata",
            "live-channel-condition",
            "put-metadata");

    private HeaderReader() {}

    /** The headers of a command. */
    static DittoHeaders read(ApiRequest request) {
        refuseWhatIsOutside(request);
        Map<String, String> taken = new HashMap<>();
        request.headers().forEach((name, value) -> {
            if (travels(name)) {
                taken.put(name, value);
            }
        });
        FROM_QUERY.forEach(name -> request.parameter(name).ifPresent(value -> taken.put(name, value)));
        taken.computeIfAbsent("correlation-id", none -> UUID.randomUUID().toString());
        taken.computeIfPresent("requested-acks", (name, value) -> labels(value));
        DittoHeaders headers = DittoHeaders.newBuilder(TRANSLATOR.fromExternalHeaders(taken))
                .authorizationContext(request.caller().subjects())
                .putHeader(
                        "ditto-originator",
                        request.caller().subjects().getAuthorizationSubjectIds().stream()
                                .findFirst()
                                .orElse(""))
                .build();
        headers.getTimeout().filter(timeout -> timeout.compareTo(LONGEST) > 0).ifPresent(timeout -> {
            throw GatewayTimeoutInvalidException.newBuilder(timeout, LONGEST)
                    .dittoHeaders(headers)
                    .build();
        });
        boolean waits = headers.getTimeout().filter(Duration::isZero).isEmpty();
        return waits ? headers : headers.toBuilder().responseRequired(false).build();
    }

    /** The headers of an answer. */
    static Map<String, String> write(DittoHeaders headers) {
        Map<String, String> written = new HashMap<>();
        TRANSLATOR.toExternalHeaders(headers).forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (travels(lower) && safe(value)) {
                written.put(lower, value);
            }
        });
        List.of("if-match", "if-none-match", "condition", "requested-acks", "timeout", "if-equal")
                .forEach(written::remove);
        return written;
    }

    private static boolean travels(String name) {
        return !OF_THE_CONNECTION.contains(name)
                && !name.startsWith("sec-")
                && !name.startsWith("x-forwarded-")
                && !name.startsWith("access-control-");
    }

    /** No value may break out of its line, or hold what HTTP cannot carry. */
    private static boolean safe(String value) {
        return value.chars().allMatch(c -> c == '\t' || c >= ' ' && c < 127);
    }

    private static void refuseWhatIsOutside(ApiRequest request) {
        for (String name : OUTSIDE) {
            if (request.header(name).or(() -> request.parameter(name)).isPresent()) {
                throw Refusal.outside("the header or parameter '" + name + "'");
            }
        }
        request.header("channel")
                .or(() -> request.parameter("channel"))
                .filter(channel -> !channel.equals("twin"))
                .ifPresent(channel -> {
                    throw Refusal.outside("live commands over HTTP");
                });
    }

    /** Labels may come as a JSON array or with commas. */
    private static String labels(String value) {
        if (value.startsWith("[")) {
            return value;
        }
        JsonArrayBuilder labels = JsonArray.newBuilder();
        Splitter.on(',').trimResults().omitEmptyStrings().split(value).forEach(labels::add);
        return labels.build().toString();
    }
}
