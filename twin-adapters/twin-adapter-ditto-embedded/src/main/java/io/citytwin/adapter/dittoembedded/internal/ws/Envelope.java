package io.citytwin.adapter.dittoembedded.internal.ws;

import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.protocol.Adaptable;
import org.eclipse.ditto.protocol.Payload;
import org.eclipse.ditto.protocol.TopicPath;

/**
 * A frame of the Ditto protocol. Immutable.
 *
 * @param adaptable as its libraries read it
 * @param headers with a correlation id and who asks, without those that no client may set
 */
record Envelope(Adaptable adaptable, DittoHeaders headers) {

    TopicPath topic() {
        return adaptable.getTopicPath();
    }

    Payload payload() {
        return adaptable.getPayload();
    }

    JsonPointer path() {
        return JsonPointer.of(payload().getPath());
    }

    boolean wantsAnswer() {
        return headers.isResponseRequired();
    }

    /** Where the answer to a refused command goes. */
    String errors() {
        TopicPath topic = topic();
        String entity = topic.getNamespace() + "/" + topic.getEntityName() + "/"
                + topic.getGroup().getName();
        boolean channelled = topic.getChannel() != TopicPath.Channel.NONE;
        return entity + (channelled ? "/" + topic.getChannel().getName() : "") + "/errors";
    }
}
