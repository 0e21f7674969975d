package io.citytwin.adapter.dittoembedded.internal.ws;

import io.citytwin.adapter.dittoembedded.internal.search.Search;
import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import org.eclipse.ditto.json.JsonArray;
import org.eclipse.ditto.json.JsonCollectors;
import org.jspecify.annotations.Nullable;

/** One search and how far it was read. It holds at most one page. Safe for use by many threads. */
final class SearchStream {

    private final Search search;
    private final Caller caller;
    private Optional<Search.Query> next;
    private Search.@Nullable Page ahead;
    private @Nullable ScheduledFuture<?> alarm;
    private boolean closed;

    SearchStream(Search search, Caller caller, Search.Query query) {
        this.search = search;
        this.caller = caller;
        this.next = Optional.of(query);
    }

    /** Reads the next page ahead, so that the end is known and a query that makes no sense is refused at once. */
    synchronized void peek() {
        if (ahead == null && next.isPresent()) {
            Search.Query query = next.get();
            ahead = search.page(caller, query);
            next = ahead.cursor().map(cursor -> following(query, cursor));
        }
    }

    private static Search.Query following(Search.Query query, String cursor) {
        return new Search.Query(
                query.filter(),
                Optional.of("cursor(" + cursor + ")"),
                query.namespaces(),
                query.fields(),
                query.headers());
    }

    synchronized boolean atEnd() {
        peek();
        return ahead == null || (ahead.items().isEmpty() && next.isEmpty());
    }

    synchronized JsonArray page() {
        peek();
        JsonArray items =
                ahead == null ? JsonArray.empty() : ahead.items().stream().collect(JsonCollectors.valuesToArray());
        ahead = null;
        return items;
    }

    synchronized void alarm(ScheduledFuture<?> wakes) {
        if (alarm != null) {
            alarm.cancel(false);
        }
        alarm = wakes;
        if (closed) {
            wakes.cancel(false);
        }
    }

    synchronized void close() {
        closed = true;
        ahead = null;
        if (alarm != null) {
            alarm.cancel(false);
        }
    }
}
