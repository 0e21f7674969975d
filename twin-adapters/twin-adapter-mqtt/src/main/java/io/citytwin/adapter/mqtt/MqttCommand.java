package io.citytwin.adapter.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How devices are asked to take a value. Immutable.
 *
 * @param type of the twins, such as {@code LampPost}
 * @param property that is desired, such as {@code dimming}
 * @param template of the twin's id, such as {@code milano:{lamp}}, which gives the topics their parts
 * @param topic where the device listens, such as {@code city/lamps/{lamp}/set}
 * @param payload what it is told; {@code {id}}, {@code {value}}, {@code {unit}}, {@code {until}}, {@code {issued}} and the
 *     topic's parts are filled in. A text alone is sent as text, anything else as JSON
 * @param unit symbol of the unit in which numbers are sent; empty for the property's own
 * @param words what the property holds to what the device is told
 * @param answer how the device answers; empty if it counts that the broker took the command
 */
public record MqttCommand(
        String type,
        String property,
        String template,
        String topic,
        JsonNode payload,
        Optional<String> unit,
        Map<String, String> words,
        Optional<Answer> answer) {

    /** Copies what can change. */
    public MqttCommand {
        payload = payload.deepCopy();
        words = Map.copyOf(words);
    }

    /**
     * How a device answers, as JSON. Immutable.
     *
     * @param topic where, with the parts of the command's topic
     * @param id JSON pointer to the directive's id; empty if the correlation data of MQTT 5 has it
     * @param status JSON pointer to a word; empty if every answer is a yes
     * @param done the words that are a yes
     * @param reason JSON pointer to why not
     */
    public record Answer(
            String topic, Optional<String> id, Optional<String> status, List<String> done, Optional<String> reason) {

        /** Copies the words. */
        public Answer {
            done = List.copyOf(done);
        }
    }
}
