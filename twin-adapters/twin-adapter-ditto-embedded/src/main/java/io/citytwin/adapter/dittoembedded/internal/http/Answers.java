package io.citytwin.adapter.dittoembedded.internal.http;

import io.citytwin.adapter.dittoembedded.internal.twin.ErrorBody;
import io.citytwin.adapter.dittoembedded.internal.twin.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.eclipse.ditto.base.model.exceptions.DittoJsonException;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonRuntimeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns replies and failures into answers. Immutable. */
public final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    /** What came of a command. */
    static ApiAnswer of(Reply reply) {
        int status = reply.status().getCode();
        Map<String, String> headers = HeaderReader.write(reply.headers());
        headers.remove("content-type");
        return reply.value()
                .filter(value -> status != 204 && status != 304)
                .map(value -> ApiAnswer.json(status, value, headers))
                .orElseGet(() -> ApiAnswer.empty(status, headers));
    }

    /** A command that nobody waits for. */
    static ApiAnswer accepted(DittoHeaders headers) {
        return ApiAnswer.empty(
                202, Map.of("correlation-id", headers.getCorrelationId().orElse("")));
    }

    /**
     * A failure: Ditto's own words, or an id under which the log tells more.
     *
     * @param failure what was thrown
     * @return an error in Ditto's format
     */
    public static ApiAnswer of(Throwable failure) {
        Throwable root = failure;
        while ((root instanceof CompletionException || root instanceof ExecutionException) && root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof Refusal refusal) {
            return refusal.answer();
        }
        if (root instanceof DittoRuntimeException refusal) {
            return refused(refusal);
        }
        if (root instanceof JsonRuntimeException broken) {
            return refused(new DittoJsonException(broken));
        }
        String id = UUID.randomUUID().toString();
        LOG.error("A request failed unexpectedly; its answer bears the id {}.", id, root);
        return Refusal.of(
                        500,
                        "gateway:internalerror",
                        "There was a rare case of an unexpected error.",
                        "Its id is " + id + ".")
                .answer();
    }

    private static ApiAnswer refused(DittoRuntimeException refusal) {
        int status = refusal.getHttpStatus().getCode();
        Map<String, String> headers = new LinkedHashMap<>(HeaderReader.write(refusal.getDittoHeaders()));
        headers.keySet().retainAll(java.util.Set.of("correlation-id", "etag", "retry-after", "entity-revision"));
        return (status == 304
                        ? ApiAnswer.empty(status, headers)
                        : ApiAnswer.json(status, ErrorBody.of(refusal), headers))
                .refusing(ErrorBody.code(refusal));
    }
}
