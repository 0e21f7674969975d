package io.citytwin.adapter.dittoembedded.internal.live;

import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonPointer;

/** Writes on a message what it is, as Ditto does. */
final class Labels {

    private Labels() {}

    static LiveMessage put(LiveMessage message, DittoHeaders headers, String fallback) {
        var builder = headers.toBuilder()
                .channel("live")
                .responseRequired(headers.isResponseRequired())
                .putHeader("ditto-message-thing-id", message.thing().toString())
                .putHeader("ditto-message-subject", message.subject())
                .putHeader("ditto-message-direction", direction(message.path(), fallback));
        if (message.path()
                .getRoot()
                .filter(key -> key.toString().equals("features"))
                .isPresent()) {
            message.path().get(1).ifPresent(id -> builder.putHeader("ditto-message-feature-id", id.toString()));
        }
        return new LiveMessage(
                message.thing(), message.path(), message.subject(), message.value(), message.status(), builder.build());
    }

    private static String direction(JsonPointer path, String fallback) {
        boolean feature =
                path.getRoot().filter(key -> key.toString().equals("features")).isPresent();
        return path.get(feature ? 2 : 0)
                .map(key -> key.toString().equals("inbox") ? "TO" : "FROM")
                .orElse(fallback);
    }
}
