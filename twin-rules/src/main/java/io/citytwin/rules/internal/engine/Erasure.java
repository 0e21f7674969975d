package io.citytwin.rules.internal.engine;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Question;
import io.citytwin.rules.error.RulesError;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What nobody can say any more, as the inputs that would tell were let go of. */
final class Erasure {

    /** What is missing. */
    private static final String INPUTS = "inputs erased";

    private Erasure() {}

    /** Whether somebody asks about a moment before the inputs that are there, or about what was known by then. */
    static boolean covers(AsOf asOf, Optional<Instant> until) {
        return until.filter(end -> asOf.at().isBefore(end)
                        || asOf.known().filter(end::isAfter).isPresent())
                .isPresent();
    }

    static Decision decision(Question question, AsOf asOf, ZoneId zone) {
        return new Decision(
                question,
                asOf,
                zone,
                Decision.Outcome.UNKNOWN,
                List.of(),
                Optional.empty(),
                List.of(),
                new TreeSet<>(),
                new TreeSet<>(Set.of(INPUTS)),
                List.of());
    }

    /** A level has a state or none, and no word for that. */
    static CityTwinException levels(AsOf asOf) {
        return new CityTwinException(
                RulesError.ERASED,
                "What levels were as of `" + asOf.known().orElse(asOf.at()) + "` rests on inputs that are erased.",
                "Maybe ask for the levels as they were decided, which stay.");
    }
}
