package io.citytwin.core.thing;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.spi.DeadLetter;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a Thing, or a patch of one, says of a twin. Immutable.
 *
 * @param twin whose Thing it is
 * @param own own properties with their values; empty for one that is taken away
 * @param observations what devices reported
 * @param wishes desired properties with the value and the directive that asked for it
 * @param answers what devices said to directives
 * @param problems what could not be understood
 */
public record ThingReading(
        TwinId twin,
        SortedMap<String, Optional<Value>> own,
        List<Observation> observations,
        SortedMap<String, Wish> wishes,
        List<Acknowledgement> answers,
        List<DeadLetter> problems) {

    /** Copies the collections. */
    public ThingReading {
        own = Collections.unmodifiableSortedMap(new TreeMap<>(own));
        observations = List.copyOf(observations);
        wishes = Collections.unmodifiableSortedMap(new TreeMap<>(wishes));
        answers = List.copyOf(answers);
        problems = List.copyOf(problems);
    }

    /**
     * What a desired property holds. Immutable.
     *
     * @param value what is desired; empty if it was taken away
     * @param directive id of the directive that asked for it; empty if somebody else did
     */
    public record Wish(Optional<Value> value, Optional<String> directive) {}
}
