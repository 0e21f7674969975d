package io.citytwin.adapter.dittoembedded.internal.twin;

import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import io.citytwin.core.spi.Journal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.policies.model.PolicyId;
import org.eclipse.ditto.things.model.ThingId;
import org.jspecify.annotations.Nullable;

/**
 * All Things as text, which takes a tenth of the memory that trees of JSON would, and the journal behind them. Writers of
 * one Thing must take turns; readers need not. Safe for use by many threads.
 */
final class Shelf {

    private static final int MOST_ENDED = 10_000;

    private final NavigableMap<String, Kept> things = new ConcurrentSkipListMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Interner<PolicyId> policies = Interners.newWeakInterner();
    private final Map<String, Long> ended = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Journal journal;

    Shelf(Journal journal) {
        this.journal = journal;
        journal.replay(Fact.STREAM, 0, entry -> apply(Fact.of(entry.entry()), Kept::tree));
    }

    Optional<StoredThing> find(ThingId thing) {
        return Optional.ofNullable(things.get(thing.toString())).map(kept -> kept.stored(thing));
    }

    Stream<StoredThing> all() {
        return things.entrySet().stream().map(entry -> entry.getValue().stored(ThingId.of(entry.getKey())));
    }

    /** Those after an id, without a look at those of other namespaces. */
    Stream<StoredThing> all(Set<String> namespaces, Optional<String> after) {
        NavigableMap<String, Kept> rest = after.<NavigableMap<String, Kept>>map(id -> things.tailMap(id, false))
                .orElse(things);
        return rest.entrySet().stream()
                .filter(entry -> namespaces.isEmpty() || namespaces.contains(namespace(entry.getKey())))
                .map(entry -> entry.getValue().stored(ThingId.of(entry.getKey())));
    }

    private static String namespace(String thing) {
        return thing.substring(0, thing.indexOf(':'));
    }

    /** The revision of a Thing as it is; 0 if there is none. */
    long revision(ThingId thing) {
        Kept kept = things.get(thing.toString());
        return kept == null ? 0 : kept.revision();
    }

    int size() {
        return count.get();
    }

    /** Writes a change down, then makes it. What the Thing was need not be read again if it was this. */
    void add(Fact fact, Optional<JsonObject> read, long readRevision) {
        if (!journal.forgets()) {
            journal.append(List.of(fact.entry()));
        }
        apply(fact, before -> before.revision() == readRevision ? read.orElseGet(before::tree) : before.tree());
    }

    private void apply(Fact fact, Function<Kept, JsonObject> reading) {
        Kept before = things.get(fact.thing());
        if (fact.endsThing()) {
            things.remove(fact.thing());
            count.addAndGet(before == null ? 0 : -1);
            end(fact);
            return;
        }
        JsonObject json = fact.appliedTo(before == null ? JsonObject.empty() : reading.apply(before));
        Instant created = before == null ? fact.at() : before.created;
        PolicyId policy = policies.intern(policyOf(json));
        things.put(fact.thing(), new Kept(json.toString(), policy, fact.revision(), created, fact.at()));
        if (before == null) {
            count.incrementAndGet();
            ended.remove(fact.thing());
        }
    }

    static PolicyId policyOf(JsonObject thing) {
        return PolicyId.of(thing.getValue("policyId").orElseThrow().asString());
    }

    /** The last revisions of what is gone: the newest of them at hand, all others in the journal. */
    private void end(Fact fact) {
        synchronized (ended) {
            ended.put(fact.thing(), fact.revision());
            if (ended.size() > MOST_ENDED) {
                ended.remove(ended.keySet().iterator().next());
            }
        }
    }

    /** The revision that a Thing had when it was deleted; 0 if it never was. */
    long endedAt(ThingId thing) {
        Long known = ended.get(thing.toString());
        if (known != null || ended.size() < MOST_ENDED) {
            return known == null ? 0 : known;
        }
        long[] last = {0};
        journal.replay(
                Fact.STREAM,
                thing.toString(),
                entry -> last[0] = Fact.of(entry.entry()).revision());
        return last[0];
    }

    /**
     * A Thing as it was after the last of its changes that meet a condition.
     *
     * @return empty if there was no such change, or it was the end of the Thing
     */
    Optional<StoredThing> past(ThingId thing, Predicate<Fact> seen) {
        Past past = new Past(thing);
        journal.replay(Fact.STREAM, thing.toString(), entry -> {
            Fact fact = Fact.of(entry.entry());
            if (seen.test(fact)) {
                past.apply(fact);
            }
        });
        return Optional.ofNullable(past.then);
    }

    private static final class Past {
        private final ThingId thing;
        private @Nullable StoredThing then;

        private Past(ThingId thing) {
            this.thing = thing;
        }

        private void apply(Fact fact) {
            if (fact.endsThing()) {
                then = null;
                return;
            }
            JsonObject json = fact.appliedTo(then == null ? JsonObject.empty() : then.json());
            Instant created = then == null ? fact.at() : then.created();
            then = new StoredThing(thing, policyOf(json), json, fact.revision(), created, fact.at());
        }
    }

    private record Kept(String json, PolicyId policy, long revision, Instant created, Instant modified) {
        private JsonObject tree() {
            return JsonFactory.newObject(json);
        }

        private StoredThing stored(ThingId thing) {
            return new StoredThing(thing, policy, tree(), revision, created, modified);
        }
    }
}
