package io.citytwin.adapter.dittoembedded.internal.search;

import io.citytwin.adapter.dittoembedded.internal.policy.Access;
import io.citytwin.adapter.dittoembedded.internal.policy.Policies;
import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import io.citytwin.adapter.dittoembedded.internal.twin.StoredThing;
import io.citytwin.adapter.dittoembedded.internal.twin.Things;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonFieldSelector;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.policies.model.PolicyId;
import org.eclipse.ditto.things.model.ThingsModelFactory;

/**
 * Looks at each Thing through the eyes of the caller: filter and order see what he may see. Nothing is indexed, so a
 * search is always up to date and costs a look at each Thing. Safe for use by many threads.
 */
public final class ThingsSearch implements Search {

    private final Things things;
    private final Policies policies;
    private final Rql rql;
    private final Cursors cursors = new Cursors();

    /**
     * A search.
     *
     * @param things where to look
     * @param policies what callers may see
     * @param rql reads filters
     */
    public ThingsSearch(Things things, Policies policies, Rql rql) {
        this.things = things;
        this.policies = policies;
        this.rql = rql;
    }

    @Override
    public long count(Caller caller, Query query) {
        return new Look(caller, query, Set.copyOf(query.namespaces()), query.filter(), SortOrder.BY_ID)
                .found()
                .count();
    }

    @Override
    public Page page(Caller caller, Query query) {
        SearchOptions options = SearchOptions.of(query.options(), query.headers());
        Optional<Cursors.Mark> mark = options.cursor().map(cursor -> mark(cursor, options, query));
        String sort = mark.map(Cursors.Mark::sort).or(options::sort).orElse("");
        SortOrder order =
                options.sort().isEmpty() && sort.isEmpty() ? SortOrder.BY_ID : SortOrder.of(sort, query.headers());
        Optional<String> filter =
                mark.map(Cursors.Mark::filter).filter(text -> !text.isEmpty()).or(query::filter);
        Set<String> namespaces =
                mark.map(known -> Set.copyOf(known.namespaces())).orElse(query.namespaces());
        Look look = new Look(caller, query, namespaces, filter, order);
        return look.page(options, mark.map(Cursors.Mark::last));
    }

    // A cursor belongs to one search: what is said again must be the same.
    private Cursors.Mark mark(String cursor, SearchOptions options, Query query) {
        Cursors.Mark mark = cursors.read(cursor, query.headers());
        boolean other = options.sort().filter(sort -> !sort.equals(mark.sort())).isPresent()
                || query.filter()
                        .filter(filter -> !filter.equals(mark.filter()))
                        .isPresent()
                || (!query.namespaces().isEmpty() && !query.namespaces().equals(Set.copyOf(mark.namespaces())));
        if (other) {
            throw SearchOptions.invalid(
                    "The option 'cursor' belongs to a search with another filter, sort or namespaces.",
                    query.headers());
        }
        return mark;
    }

    /** A Thing that was found, as the caller sees it. */
    private record Found(StoredThing thing, JsonObject seen, SortOrder.Place place) {}

    /** One search. For one thread at a time. */
    private final class Look {
        private final Caller caller;
        private final Set<String> namespaces;
        private final String filter;
        private final Optional<JsonFieldSelector> fields;
        private final DittoHeaders headers;
        private final SortOrder order;
        private final Predicate<JsonObject> condition;
        private final boolean needsMetadata;
        private final Map<PolicyId, Optional<Access>> known = new HashMap<>();

        private Look(Caller caller, Query query, Set<String> namespaces, Optional<String> filter, SortOrder order) {
            this.caller = caller;
            this.namespaces = namespaces;
            this.filter = filter.orElse("");
            this.fields = query.fields();
            this.headers = query.headers();
            this.order = order;
            this.condition = filter.map(text -> rql.condition(text, headers)).orElse(thing -> true);
            this.needsMetadata =
                    (this.filter + order.text() + fields.map(Object::toString).orElse("")).contains("_");
        }

        private Page page(SearchOptions options, Optional<SortOrder.Place> after) {
            long offset = options.offset().orElse(0);
            int size = options.pageSize();
            Stream<Found> ordered = order.byId() ? found(after) : sorted(after);
            List<Found> page = ordered.skip(offset).limit(size + 1L).toList();
            List<Found> shown = page.size() > size ? page.subList(0, size) : page;
            boolean more = page.size() > size;
            boolean limited = options.offset().isPresent();
            return new Page(
                    shown.stream().map(this::item).toList(),
                    more && !limited ? Optional.of(cursor(shown.get(size - 1))) : Optional.empty(),
                    more && limited ? Optional.of(offset + size) : Optional.empty());
        }

        private Stream<Found> found() {
            return found(Optional.empty());
        }

        // Things come in the order of their ids.
        private Stream<Found> found(Optional<SortOrder.Place> after) {
            return things.all(namespaces, after.map(SortOrder.Place::id)).flatMap(thing -> look(thing).stream());
        }

        private Stream<Found> sorted(Optional<SortOrder.Place> after) {
            return found().filter(found -> after.isEmpty() || order.compare(found.place(), after.get()) > 0)
                    .sorted(Comparator.comparing(Found::place, order));
        }

        private Optional<Found> look(StoredThing thing) {
            Optional<Access> access = known.computeIfAbsent(thing.policy(), policies::access);
            if (access.isEmpty() || !access.get().mayReadSome(caller, JsonPointer.empty())) {
                return Optional.empty();
            }
            JsonObject seen = seen(thing, access.get());
            return condition.test(seen)
                    ? Optional.of(
                            new Found(thing, seen, order.place(seen, thing.id().toString())))
                    : Optional.empty();
        }

        private JsonObject seen(StoredThing thing, Access access) {
            JsonObject whole = needsMetadata ? withMetadata(thing) : thing.json();
            JsonObject seen = access.view(caller, JsonPointer.empty(), whole);
            return needsMetadata ? seen.setValue("_revision", thing.revision()) : seen;
        }

        private JsonObject withMetadata(StoredThing thing) {
            return thing.json().toBuilder()
                    .set("_namespace", thing.id().getNamespace())
                    .set("_revision", thing.revision())
                    .set("_created", thing.created().toString())
                    .set("_modified", thing.modified().toString())
                    .build();
        }

        private JsonObject item(Found found) {
            JsonObject seen = found.seen();
            if (fields.isEmpty()) {
                return needsMetadata
                        ? seen.remove("_namespace")
                                .remove("_revision")
                                .remove("_created")
                                .remove("_modified")
                        : seen;
            }
            var features = seen.getValue("features")
                    .filter(JsonValue::isObject)
                    .map(value -> value.asObject().getKeys())
                    .orElse(List.of());
            return seen.get(ThingsModelFactory.expandFeatureIdWildcards(features, fields.get()));
        }

        private String cursor(Found last) {
            return cursors.write(
                    new Cursors.Mark(order.text(), filter, List.copyOf(new TreeSet<>(namespaces)), last.place()));
        }
    }
}
