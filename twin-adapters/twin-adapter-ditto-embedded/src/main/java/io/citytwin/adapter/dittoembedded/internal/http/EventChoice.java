package io.citytwin.adapter.dittoembedded.internal.http;

import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.things.model.ThingId;

/**
 * Which events a stream tells. Immutable.
 *
 * @param caller who listens
 * @param things only these; empty for all
 * @param namespaces only these; empty for all
 * @param filter on what is told and its extra fields
 */
record EventChoice(Caller caller, Set<ThingId> things, Set<String> namespaces, Optional<Predicate<JsonObject>> filter) {

    boolean covers(ThingId thing) {
        return (things.isEmpty() || things.contains(thing))
                && (namespaces.isEmpty() || namespaces.contains(thing.getNamespace()));
    }
}
