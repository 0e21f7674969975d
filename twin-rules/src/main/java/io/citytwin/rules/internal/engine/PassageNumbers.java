package io.citytwin.rules.internal.engine;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.signal.Passage;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.register.Settlement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The journal numbers of the passages that are there already. For one thread at a time. */
final class PassageNumbers {

    private final Map<String, Long> byId = new HashMap<>();

    void put(Passage passage, long number) {
        byId.put(passage.id(), number);
    }

    /** The number of a passage that is there. */
    long of(String id) {
        return Objects.requireNonNull(byId.get(id));
    }

    /** The number of the same passage, if it came before; another passage may not have its id. */
    Optional<Long> of(Passage passage, Fold city) {
        Settlement settled = city.settlements().get(passage.id());
        if (settled != null && !settled.passage().equals(passage)) {
            throw new CityTwinException(
                    RulesError.INPUT,
                    "Passage `" + passage.id() + "` was settled as that of `"
                            + settled.passage().vehicle() + "` through `"
                            + settled.passage().gate() + "` at `"
                            + settled.passage().at() + "`.",
                    "Maybe give this passage an id of its own.");
        }
        return Optional.ofNullable(byId.get(passage.id()));
    }
}
