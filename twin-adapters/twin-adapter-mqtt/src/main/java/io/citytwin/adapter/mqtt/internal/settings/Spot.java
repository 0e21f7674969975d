package io.citytwin.adapter.mqtt.internal.settings;

import com.fasterxml.jackson.core.JsonPointer;
import io.citytwin.adapter.mqtt.internal.map.TopicPattern;
import io.citytwin.adapter.mqtt.internal.map.TwinTemplate;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.NearestName;
import io.citytwin.core.model.Unit;
import io.citytwin.core.spi.AdapterSettings.Refusals;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A place in settings, and what can be wrong there. Immutable.
 *
 * @param refusals told of everything wrong
 * @param pointer of the place
 */
record Spot(Refusals refusals, String pointer) {

    Spot at(String key) {
        return new Spot(refusals, pointer + "/" + key.replace("~", "~0").replace("/", "~1"));
    }

    Spot at(int index) {
        return new Spot(refusals, pointer + "/" + index);
    }

    void refuse(String problem, String advice) {
        refusals.refuse(pointer, problem, advice);
    }

    /** What a maker makes; if it throws, that is told and nothing made. */
    <T> Optional<T> made(Supplier<T> maker) {
        try {
            return Optional.of(maker.get());
        } catch (CityTwinException wrong) {
            refuse(wrong.problem(), wrong.advice());
            return Optional.empty();
        }
    }

    /** One of some names. */
    boolean isOneOf(String word, Collection<String> names, String what) {
        if (names.contains(word)) {
            return true;
        }
        String all = names.isEmpty()
                ? "Maybe put the jar that brings it on the class path."
                : "Maybe one of `" + String.join("`, `", new TreeSet<>(names)) + "`.";
        refuse(
                "`" + word + "` is not " + what + ".",
                NearestName.to(word, names).map(near -> "Maybe `" + near + "`.").orElse(all));
        return false;
    }

    Optional<TopicPattern> topic(String text) {
        Optional<TopicPattern> topic = TopicPattern.of(text);
        if (topic.isEmpty()) {
            refuse(
                    "`" + text
                            + "` is not a topic: a level is a word, `{name}`, `+`, or at the end `#`, and names differ.",
                    "Maybe `city/lamps/{lamp}/state`.");
        }
        return topic;
    }

    Optional<TwinTemplate> template(String text, Collection<String> names) {
        Optional<TwinTemplate> template = TwinTemplate.of(text);
        if (template.isEmpty()) {
            refuse("`" + text + "` is no template of an id.", "Maybe `milano:{lamp}`.");
            return template;
        }
        boolean known = template.get().names().stream().allMatch(name -> isOneOf(name, names, "a part of the topic"));
        return known ? template : Optional.empty();
    }

    Optional<JsonPointer> pointer(String text) {
        if (!text.isEmpty() && !text.startsWith("/")) {
            refuse("`" + text + "` is not a JSON pointer.", "Maybe `/" + text.replace('.', '/') + "`.");
            return Optional.empty();
        }
        return Optional.of(JsonPointer.compile(text));
    }

    Optional<Unit> unit(String symbol) {
        return made(() -> Unit.of(symbol));
    }
}
