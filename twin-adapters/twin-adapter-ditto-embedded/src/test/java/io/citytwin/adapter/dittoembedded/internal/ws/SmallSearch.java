package io.citytwin.adapter.dittoembedded.internal.ws;

import io.citytwin.adapter.dittoembedded.internal.search.Rql;
import io.citytwin.adapter.dittoembedded.internal.search.Search;
import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import io.citytwin.adapter.dittoembedded.internal.twin.StoredThing;
import io.citytwin.adapter.dittoembedded.internal.twin.Things;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.ditto.json.JsonObject;

/** Finds Things two at a time; a cursor is the number of those already found. */
final class SmallSearch implements Search {

    private static final Pattern CURSOR = Pattern.compile("cursor\\((\\d+)\\)");

    private final Things things;
    private final Rql rql;

    SmallSearch(Things things, Rql rql) {
        this.things = things;
        this.rql = rql;
    }

    @Override
    public Page page(Caller caller, Query query) {
        List<JsonObject> all = all(query);
        Matcher cursor = CURSOR.matcher(query.options().orElse(""));
        int from = cursor.matches() ? Integer.parseInt(cursor.group(1)) : 0;
        int to = Math.min(from + 2, all.size());
        return new Page(
                all.subList(from, to),
                to < all.size() ? Optional.of(String.valueOf(to)) : Optional.empty(),
                Optional.empty());
    }

    @Override
    public long count(Caller caller, Query query) {
        return all(query).size();
    }

    private List<JsonObject> all(Query query) {
        Predicate<JsonObject> filter =
                query.filter().map(text -> rql.condition(text, query.headers())).orElse(any -> true);
        return things.all().map(StoredThing::json).filter(filter).toList();
    }
}
