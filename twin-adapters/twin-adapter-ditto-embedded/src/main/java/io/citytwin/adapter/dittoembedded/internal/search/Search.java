package io.citytwin.adapter.dittoembedded.internal.search;

import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonFieldSelector;
import org.eclipse.ditto.json.JsonObject;

/**
 * Finds Things. A filter sees of a Thing only what its caller may see, so nothing hidden can be guessed. Safe for use by
 * many threads.
 */
public interface Search {

    /**
     * One page of what matches.
     *
     * @param caller who asks
     * @param query what
     * @return as the HTTP API says it
     * @throws org.eclipse.ditto.base.model.exceptions.DittoRuntimeException if the filter, options or cursor make no sense
     */
    Page page(Caller caller, Query query);

    /**
     * How many match.
     *
     * @param caller who asks
     * @param query its options do not count
     * @return from 0
     */
    long count(Caller caller, Query query);

    /**
     * What to find. Immutable.
     *
     * @param filter RQL; empty for all
     * @param options such as {@code size(25),sort(+thingId)} or {@code cursor(...)}
     * @param namespaces empty for all
     * @param fields what to read; empty for all
     * @param headers of the command
     */
    record Query(
            Optional<String> filter,
            Optional<String> options,
            Set<String> namespaces,
            Optional<JsonFieldSelector> fields,
            DittoHeaders headers) {
        /** Copies the namespaces. */
        public Query {
            namespaces = Set.copyOf(namespaces);
        }
    }

    /**
     * What was found. Immutable.
     *
     * @param items as far as the caller may see them, in the order asked for
     * @param cursor leads to the next page; empty at the end
     * @param nextPageOffset for queries with {@code limit(offset,count)}; empty at the end or with a cursor
     */
    record Page(List<JsonObject> items, Optional<String> cursor, Optional<Long> nextPageOffset) {
        /** Copies the items. */
        public Page {
            items = List.copyOf(items);
        }
    }
}
