package io.citytwin.adapter.dittoembedded.internal.search;

import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import io.citytwin.adapter.dittoembedded.internal.twin.Reply;
import io.citytwin.adapter.dittoembedded.internal.twin.StoredThing;
import io.citytwin.adapter.dittoembedded.internal.twin.ThingCommand;
import io.citytwin.adapter.dittoembedded.internal.twin.ThingEvent;
import io.citytwin.adapter.dittoembedded.internal.twin.Things;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonFieldSelector;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.policies.model.PolicyId;
import org.eclipse.ditto.things.model.ThingId;

/** Things in a map. */
final class FewThings implements Things {

    private final Instant at;
    private final TreeMap<String, StoredThing> things = new TreeMap<>();

    FewThings(Instant at) {
        this.at = at;
    }

    void put(String id, PolicyId policy, JsonObject json) {
        JsonObject whole = JsonObject.newBuilder()
                .set("thingId", id)
                .set("policyId", policy.toString())
                .setAll(json)
                .build();
        things.put(id, new StoredThing(ThingId.of(id), policy, whole, 1, at, at));
    }

    void remove(String id) {
        things.remove(id);
    }

    @Override
    public Optional<StoredThing> find(ThingId thing) {
        return Optional.ofNullable(things.get(thing.toString()));
    }

    @Override
    public Stream<StoredThing> all() {
        return things.values().stream();
    }

    @Override
    public Reply execute(Caller caller, ThingCommand command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Reply retrieve(
            Caller caller, List<ThingId> wanted, Optional<JsonFieldSelector> fields, DittoHeaders headers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Subscription subscribe(Consumer<ThingEvent> listener) {
        throw new UnsupportedOperationException();
    }
}
