package io.citytwin.rules.internal.verify;

import io.citytwin.core.model.Twin;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.RegulationEngine;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is given: twins by the name that the case calls them, and inputs in the order in which they reach the city.
 * Immutable.
 *
 * @param named {@code Type/name} to twin
 * @param implied twins that the case need not name, such as stations
 * @param inputs sorted by the instant received
 */
public record Scenario(SortedMap<String, Twin> named, List<Twin> implied, List<Input> inputs) {

    /** Copies the collections and sorts the inputs. */
    public Scenario {
        named = Collections.unmodifiableSortedMap(new TreeMap<>(named));
        implied = List.copyOf(implied);
        inputs = inputs.stream().sorted(Comparator.comparing(Input::receivedAt)).toList();
    }

    /**
     * The same with passages.
     *
     * @param passages that happened before the question
     * @return more inputs
     */
    public Scenario with(List<Input> passages) {
        return new Scenario(
                named,
                implied,
                Stream.concat(inputs.stream(), passages.stream()).toList());
    }

    /**
     * Whether there are passages.
     *
     * @return true if what is asked depends on what happened before
     */
    public boolean hasPassages() {
        return inputs.stream().anyMatch(Input.Passed.class::isInstance);
    }

    /**
     * Tells an engine of everything and lets its time go on. What is about later days cannot matter before them, and is
     * left out: a case may span years, and a variant of it ask about the first day. Of passages, those before count.
     *
     * @param engine without twins
     * @param asked it is asked at that moment, or when it knows what it is asked with, if that is later
     */
    public void feed(RegulationEngine engine, AsOf asked) {
        Instant until = asked.at();
        Instant now = asked.known().filter(until::isBefore).orElse(until);
        implied.forEach(engine::put);
        named.values().forEach(engine::put);
        // A day longer than any civil day, so that a state announced for the next day is told.
        Instant latest = until.plus(Duration.ofHours(26));
        inputs.stream()
                .filter(input -> input instanceof Input.Passed
                        ? input.receivedAt().isBefore(until)
                        : !about(input).isAfter(latest))
                .forEach(engine::accept);
        engine.advanceTo(now.isAfter(engine.now()) ? now : engine.now());
    }

    /**
     * Tells an engine of everything that had reached the city at a moment, and lets its time go on to that moment: what
     * devices are set to is asked at the engine's own time, which must not be a later one.
     *
     * @param engine without twins
     * @param moment the engine's time then
     */
    public void feedUntil(RegulationEngine engine, Instant moment) {
        implied.forEach(engine::put);
        named.values().forEach(engine::put);
        inputs.stream().filter(input -> !input.receivedAt().isAfter(moment)).forEach(engine::accept);
        engine.advanceTo(moment);
    }

    private static Instant about(Input input) {
        if (input instanceof Input.Announced announced) {
            return announced.from().atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return input instanceof Input.Observed seen ? seen.observation().measuredAt() : input.receivedAt();
    }
}
