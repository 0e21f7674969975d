package io.citytwin.core.thing;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.error.ErrorCode;
import io.citytwin.core.spi.DeadLetter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What could not be understood of one Thing. For one thread at a time. */
final class Problems {

    private static final int MOST = 100;

    private final String source;
    private final Instant at;
    private final List<DeadLetter> letters = new ArrayList<>();

    Problems(String source, Instant at) {
        this.source = source;
        this.at = at;
    }

    List<DeadLetter> letters() {
        return letters;
    }

    void definition(String definition, String expected) {
        add(
                CoreError.ASSET_TYPE,
                "The definition `" + Snippet.of(definition) + "` is not `" + expected + "`.",
                Snippet.of(definition));
    }

    void add(ErrorCode code, String reason, String text) {
        if (letters.size() < MOST) {
            letters.add(new DeadLetter(source, code.id(), reason, text, at));
        } else if (letters.size() == MOST) {
            letters.add(new DeadLetter(source, code.id(), "More is wrong than can be told.", "...", at));
        }
    }

    /** What a part says, or empty after a problem. */
    <T> Optional<T> tried(String place, JsonNode json, Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (CityTwinException refused) {
            add(refused.code(), "`" + Snippet.of(place) + "`: " + refused.problem(), Snippet.of(json));
            return Optional.empty();
        }
    }

    /** Whether it is an object; a problem if it is something else, and none if it is absent or null. */
    boolean isObject(String place, JsonNode json) {
        if (!json.isObject() && !json.isMissingNode() && !json.isNull()) {
            add(CoreError.TERM, "`" + Snippet.of(place) + "` is no object.", Snippet.of(json));
        }
        return json.isObject();
    }
}
