package io.citytwin.adapter.dittoembedded.internal.live;

import java.util.Optional;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.things.model.ThingId;

/**
 * A live message to or from a Thing, or the reply to one. Immutable.
 *
 * @param thing which
 * @param path such as {@code /inbox/messages/ping} or {@code /features/state/outbox/messages/passed}
 * @param subject the last part of the path
 * @param value payload; text is a JSON string
 * @param status of a reply; empty for a message
 * @param headers {@code content-type}, {@code correlation-id}, {@code timeout}, {@code response-required}
 */
public record LiveMessage(
        ThingId thing,
        JsonPointer path,
        String subject,
        Optional<JsonValue> value,
        Optional<Integer> status,
        DittoHeaders headers) {}
