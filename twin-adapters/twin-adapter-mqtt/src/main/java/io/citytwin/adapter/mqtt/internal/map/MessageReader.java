package io.citytwin.adapter.mqtt.internal.map;

import io.citytwin.adapter.mqtt.internal.link.Outgoing;
import io.citytwin.core.model.Twin;
import io.citytwin.core.spi.AdapterProblem;
import io.citytwin.core.spi.PayloadMapper;
import java.util.List;
import java.util.Map;

/** Reads the messages of some topics; it may remember those before. For one thread at a time. */
public interface MessageReader {

    /**
     * The topics.
     *
     * @return what is subscribed to
     */
    TopicPattern topics();

    /**
     * Reads a message.
     *
     * @param payload of one of the topics
     * @param parts of the topic
     * @return all that it says; nothing is thrown
     */
    PayloadMapper.Mapped read(PayloadMapper.Payload payload, Map<String, String> parts);

    /**
     * Whether messages can be about a twin.
     *
     * @param twin any
     * @return true if its type and id fit
     */
    boolean serves(Twin twin);

    /**
     * What has to be asked of devices after the last message.
     *
     * @return messages to be sent, each once
     */
    default List<Outgoing> requests() {
        return List.of();
    }

    /**
     * What somebody has to look at. Safe for use by many threads.
     *
     * @return empty if all is well
     */
    default List<AdapterProblem> problems() {
        return List.of();
    }
}
