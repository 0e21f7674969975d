package io.citytwin.rules.register;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.signal.Passage;
import io.citytwin.rules.Decision;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a passage was settled: once, in the order of arrival, under the law of its time. Never changed by what comes later.
 * How long settlements are kept is decided with the journal that they are folded from. Immutable.
 *
 * @param passage who, where and when
 * @param decision outcome and reasons, without the provisions that did not apply
 * @param spent {@code regulation/counter} to its count after this passage; without counters of somebody who is not known,
 *     and of a period that was forgotten
 */
public record Settlement(Passage passage, Decision decision, SortedMap<String, Integer> spent) {

    /** Copies the map. */
    public Settlement {
        spent = Collections.unmodifiableSortedMap(new TreeMap<>(spent));
    }

    /**
     * What is due.
     *
     * @return in EUR; zero if nothing is, empty if what is unknown would decide it
     */
    public Optional<Quantity> fee() {
        return decision.fee();
    }
}
