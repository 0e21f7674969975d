package io.citytwin.adapter.dittoembedded.internal.live;

import java.util.Map;
import org.eclipse.ditto.base.model.headers.DittoHeaderDefinition;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonObjectBuilder;
import org.eclipse.ditto.messages.model.MessageHeaderDefinition;
import org.eclipse.ditto.protocol.HeaderTranslator;

/** Headers as clients write and read them. Safe for use by many threads. */
public final class HeaderJson {

    private static final String REVISION = "entity-revision";
    private static final HeaderTranslator TRANSLATOR =
            HeaderTranslator.of(DittoHeaderDefinition.values(), MessageHeaderDefinition.values());

    private HeaderJson() {}

    /**
     * Without those that only the endpoint may set.
     *
     * @param headers as a client wrote them
     * @return the rest
     */
    public static DittoHeaders fromClient(DittoHeaders headers) {
        Map<String, String> allowed = TRANSLATOR.fromExternalHeaders(headers.asCaseSensitiveMap());
        return DittoHeaders.of(allowed).toBuilder().removeHeader(REVISION).build();
    }

    /**
     * Without those that are nobody's business.
     *
     * @param headers of an answer or event
     * @return what the client reads
     */
    public static JsonObject toClient(DittoHeaders headers) {
        JsonObject json = DittoHeaders.of(TRANSLATOR.toExternalHeaders(headers)).toJson();
        String revision = headers.get(REVISION);
        return revision == null ? json : withRevision(json, revision);
    }

    /** The libraries of version 2 do not know that it is a number. */
    private static JsonObject withRevision(JsonObject json, String revision) {
        JsonObjectBuilder builder = json.toBuilder();
        try {
            builder.set(REVISION, Long.parseLong(revision));
        } catch (NumberFormatException e) {
            builder.remove(REVISION);
        }
        return builder.build();
    }
}
