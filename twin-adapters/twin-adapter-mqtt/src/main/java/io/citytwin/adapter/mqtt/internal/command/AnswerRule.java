package io.citytwin.adapter.mqtt.internal.command;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.citytwin.adapter.mqtt.MqttError;
import io.citytwin.adapter.mqtt.MqttReport.Format;
import io.citytwin.adapter.mqtt.internal.link.Incoming;
import io.citytwin.adapter.mqtt.internal.map.Documents;
import io.citytwin.adapter.mqtt.internal.map.TopicPattern;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.signal.Acknowledgement;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * How devices answer. Immutable.
 *
 * @param topics where
 * @param id where the directive's id stands; empty for the correlation data
 * @param status where the word stands; empty if every answer is a yes
 * @param done the words that are a yes
 * @param reason where it stands why not
 */
public record AnswerRule(
        TopicPattern topics,
        Optional<JsonPointer> id,
        Optional<JsonPointer> status,
        Set<String> done,
        Optional<JsonPointer> reason) {

    private static final int LARGEST = 16 * 1024;
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_REASON = 300;

    /** Copies the words. */
    public AnswerRule {
        done = Set.copyOf(done);
    }

    /**
     * Reads an answer.
     *
     * @param message on one of the topics
     * @param now the present moment
     * @return what the device says
     * @throws CityTwinException {@code M702} or {@code M707} if it cannot be read
     */
    public Acknowledgement read(Incoming message, Instant now) {
        boolean looks = id.isPresent() || status.isPresent();
        if (message.content().remaining() > LARGEST) {
            throw wrong("The answer has `" + message.content().remaining() + "` bytes.");
        }
        JsonNode document = looks ? Documents.read(Format.JSON, message.content()) : MissingNode.getInstance();
        Optional<String> told = id.isEmpty()
                ? message.correlation()
                : id.map(document::at).filter(JsonNode::isTextual).map(JsonNode::textValue);
        if (told.isEmpty() || told.get().isEmpty() || told.get().length() > LONGEST_ID) {
            throw wrong("The answer does not say which command it is about.");
        }
        return new Acknowledgement(told.get(), refusal(document), now);
    }

    private Optional<String> refusal(JsonNode document) {
        if (status.isEmpty()) {
            return Optional.empty();
        }
        String word = document.at(status.get()).asText();
        if (done.contains(word)) {
            return Optional.empty();
        }
        String why = reason.map(document::at).map(JsonNode::asText).orElse("");
        String all = "the device says `" + word + "`" + (why.isEmpty() ? "" : ": " + why);
        return Optional.of(all.length() > LONGEST_REASON ? all.substring(0, LONGEST_REASON) : all);
    }

    private static CityTwinException wrong(String problem) {
        return new CityTwinException(MqttError.ANSWER, problem, "Maybe compare `answer` in the mapping.");
    }
}
