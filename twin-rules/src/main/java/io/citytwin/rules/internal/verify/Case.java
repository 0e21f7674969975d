package io.citytwin.rules.internal.verify;

import io.citytwin.rules.Question;
import io.citytwin.rules.regulation.Place;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A case or one of its variants, ready to be run. Immutable.
 *
 * @param name the case's sentence
 * @param variant name of the variant; empty for the case itself
 * @param place where it stands
 * @param clocks with which it is asked
 * @param given twins and inputs
 * @param question what is asked, if anything
 * @param expectations what must come out
 */
record Case(
        String name,
        Optional<String> variant,
        Place place,
        Clocks clocks,
        Scenario given,
        Optional<Question> question,
        List<Expectation> expectations) {

    /** Copies the list. */
    Case {
        expectations = List.copyOf(expectations);
    }

    /** The case with its variant. */
    String title() {
        return name + variant.map(text -> ": " + text).orElse("");
    }

    /** How many days go by: levels are decided on each. */
    long days() {
        Instant until = until(expectations);
        Instant first = given.inputs().stream()
                .map(input -> input.receivedAt())
                .min(Comparator.naturalOrder())
                .orElse(until);
        return ChronoUnit.DAYS.between(first, until) * Math.max(1, expectations.size());
    }

    /** How far time must go. */
    static Instant until(List<Expectation> expectations) {
        return expectations.stream()
                .map(Expectation::until)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }
}
