package io.citytwin.adapter.ditto.internal.up;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * The condition that makes a repeated merge harmless. Nobody knows whether the first attempt was done, and in between the
 * device may have spoken to Ditto on another way: so an observation must not replace a newer one. With several properties
 * in one patch a condition would refuse all for one, and a plain merge is harmless: reported properties have one writer,
 * this city, whose later patches are laid over what is repeated. The same goes for own data. Immutable.
 */
final class Guard {

    private static final String OBSERVED = "observed";

    private Guard() {}

    static Optional<String> condition(ObjectNode patch) {
        JsonNode properties = patch.path("features").path("state").path("properties");
        JsonNode observed = properties.path(OBSERVED);
        boolean alone = patch.size() == 1 && patch.path("features").size() == 1 && observed.size() == 1;
        if (!alone || properties.size() != 2) {
            return Optional.empty();
        }
        Map.Entry<String, JsonNode> only = observed.properties().iterator().next();
        boolean plain = only.getKey().matches("[A-Za-z][A-Za-z0-9_-]*");
        if (!plain || !properties.has(only.getKey())) {
            return Optional.empty();
        }
        return second(only.getValue().path("at").asText())
                .map(at -> "not(gt(features/state/properties/observed/" + only.getKey() + "/at,\"" + at + "\"))");
    }

    // RQL compares texts, and "00.5Z" comes before "00Z": whole seconds never refuse what is of the same second.
    private static Optional<Instant> second(String at) {
        try {
            return Optional.of(Instant.parse(at).truncatedTo(ChronoUnit.SECONDS));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
