package io.citytwin.core.thing;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.Quality;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what stands beside a value: times, sources, ids. Safe for use by many threads. */
final class Entries {

    private static final int LONGEST = 4000;
    // Times outside cannot be counted in milliseconds by everybody who gets them.
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Entries() {}

    static Optional<String> text(JsonNode entry, String field) {
        JsonNode json = entry.path(field);
        if (json.isMissingNode() || json.isNull()) {
            return Optional.empty();
        } else if (!json.isTextual() || json.textValue().length() > LONGEST) {
            throw refused(field, json, "no text of reasonable length");
        }
        return Optional.of(json.textValue());
    }

    static String needed(JsonNode entry, String field) {
        return text(entry, field).orElseThrow(() -> refused(field, entry, "not there"));
    }

    static Optional<Instant> instant(JsonNode entry, String field) {
        return text(entry, field).map(text -> instant(entry, field, text));
    }

    private static Instant instant(JsonNode entry, String field, String text) {
        try {
            Instant instant = Instant.parse(text);
            if (!instant.isBefore(FIRST) && !instant.isAfter(LAST)) {
                return instant;
            }
        } catch (DateTimeException wrong) {
            throw refused(field, entry.path(field), "no instant", wrong);
        }
        throw refused(field, entry.path(field), "no instant that can be used");
    }

    static Quality quality(JsonNode entry) {
        Optional<String> name = text(entry, "quality");
        return name.isEmpty()
                ? Quality.GOOD
                : Arrays.stream(Quality.values())
                        .filter(quality -> quality.name().equals(name.get()))
                        .findFirst()
                        .orElseThrow(() -> refused("quality", entry.path("quality"), "no quality"));
    }

    private static CityTwinException refused(String field, JsonNode json, String what) {
        return refused(field, json, what, null);
    }

    private static CityTwinException refused(
            String field, JsonNode json, String what, @Nullable DateTimeException cause) {
        return new CityTwinException(
                CoreError.TERM,
                "`" + field + "` is " + what + ": `" + Snippet.of(json) + "`.",
                "Maybe write it as `2026-01-16T13:00:00Z`, or leave it out.",
                cause);
    }
}
