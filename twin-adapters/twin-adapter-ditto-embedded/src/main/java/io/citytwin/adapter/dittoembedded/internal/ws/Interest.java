package io.citytwin.adapter.dittoembedded.internal.ws;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.ditto.json.JsonFieldSelector;
import org.eclipse.ditto.json.JsonObject;

/**
 * What a session wants to hear of. Immutable.
 *
 * @param namespaces of Things; empty for all
 * @param filter on the part that changed and the extra fields
 * @param extraFields of the Thing to add
 */
record Interest(
        Set<String> namespaces, Optional<Predicate<JsonObject>> filter, Optional<JsonFieldSelector> extraFields) {

    Interest {
        namespaces = Set.copyOf(namespaces);
    }

    boolean covers(String namespace) {
        return namespaces.isEmpty() || namespaces.contains(namespace);
    }

    boolean matches(Supplier<JsonObject> what) {
        return filter.isEmpty() || filter.get().test(what.get());
    }
}
