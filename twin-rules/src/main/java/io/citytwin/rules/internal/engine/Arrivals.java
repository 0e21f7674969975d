package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What arrived: twins as they are now, and observations as far as the law asks for them. For one thread at a time.
 */
final class Arrivals {

    private final Map<TwinId, Twin> twins = new HashMap<>();
    private final Observed observed = new Observed();
    private final Indicators indicators = new Indicators(twins, observed);
    private final Function<Observation, Moment> arrival;
    private Optional<Keeper> kept = Optional.empty();

    /**
     * Nothing arrived yet.
     *
     * @param arrival the moment at which an observation is known
     */
    Arrivals(Function<Observation, Moment> arrival) {
        this.arrival = arrival;
    }

    Map<TwinId, Twin> twins() {
        return twins;
    }

    Observed observed() {
        return observed;
    }

    Indicators indicators() {
        return indicators;
    }

    /** Somebody else keeps all inputs: what no law asks for need not be held here. */
    void keptBy(Keeper keeper) {
        kept = Optional.of(keeper);
    }

    void put(Twin twin) {
        twins.put(twin.id(), twin);
        indicators.twinsChanged();
    }

    /** Takes an observation of a twin that is known. */
    void observe(Twin twin, Observation seen, Law law) {
        if (twin.type().properties().containsKey(seen.property()) && isNewest(twin, seen)) {
            twins.put(twin.id(), twin.with(seen));
        }
        remember(twin, seen, law);
    }

    /** A late word on an earlier time does not change what is true now. */
    private static boolean isNewest(Twin twin, Observation seen) {
        Observation before = twin.observations().get(seen.property());
        return before == null || !seen.measuredAt().isBefore(before.measuredAt());
    }

    private void remember(Twin twin, Observation seen, Law law) {
        if (law.remembers(twin.type().name(), seen.property())) {
            observed.add(seen);
            indicators.observed(seen, arrival.apply(seen));
        } else if (kept.isEmpty()) {
            observed.omit(seen);
        }
    }

    /** What was observed under earlier laws counts for this one too, as far as it asks for it. */
    void goBy(Law law, Predicate<Input> admits) {
        List<Observation> omitted = kept.map(keeper -> omitted(keeper, admits)).orElseGet(observed::takeOmitted);
        omitted.forEach(
                seen -> Optional.ofNullable(twins.get(seen.twin())).ifPresent(twin -> remember(twin, seen, law)));
    }

    private List<Observation> omitted(Keeper keeper, Predicate<Input> admits) {
        List<Observation> omitted = new ArrayList<>();
        keeper.inputs(base -> {}, input -> {
            if (input instanceof Input.Observed seen && !observed.has(seen.observation()) && admits.test(input)) {
                omitted.add(seen.observation());
            }
        });
        return omitted;
    }

    /** Takes up what arrived before. */
    void restore(List<Twin> known, List<Observation> seen) {
        known.forEach(twin -> twins.put(twin.id(), twin));
        // A law that was replaced may have asked for more than this one does; it stays.
        seen.forEach(one -> {
            observed.add(one);
            indicators.observed(one, arrival.apply(one));
        });
    }
}
