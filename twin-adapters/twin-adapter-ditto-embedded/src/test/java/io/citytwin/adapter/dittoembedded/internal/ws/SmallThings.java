package io.citytwin.adapter.dittoembedded.internal.ws;

import io.citytwin.adapter.dittoembedded.internal.twin.Action;
import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import io.citytwin.adapter.dittoembedded.internal.twin.Reply;
import io.citytwin.adapter.dittoembedded.internal.twin.StoredThing;
import io.citytwin.adapter.dittoembedded.internal.twin.ThingCommand;
import io.citytwin.adapter.dittoembedded.internal.twin.ThingEvent;
import io.citytwin.adapter.dittoembedded.internal.twin.Things;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.ditto.base.model.common.HttpStatus;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonCollectors;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonFieldSelector;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.policies.model.PolicyId;
import org.eclipse.ditto.things.model.ThingId;
import org.eclipse.ditto.things.model.signals.commands.exceptions.ThingNotAccessibleException;

/** A few Things in memory, without checks: enough to see what sessions do. */
final class SmallThings implements Things {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Map<String, StoredThing> things = new TreeMap<>();
    private final List<Consumer<ThingEvent>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public synchronized Reply execute(Caller caller, ThingCommand command) {
        StoredThing now = things.get(command.thing().toString());
        if (now == null && command.action() != Action.CREATE) {
            throw ThingNotAccessibleException.newBuilder(command.thing())
                    .dittoHeaders(command.headers())
                    .build();
        }
        return switch (command.action()) {
            case RETRIEVE ->
                new Reply(
                        HttpStatus.OK,
                        now.json().getValue(command.path()).or(() -> Optional.of(now.json())),
                        revision(now.revision()));
            case DELETE -> change(caller, command, now, now.json(), ThingEvent.Kind.DELETED);
            case CREATE ->
                change(caller, command, now, json(command, JsonFactory.newObject()), ThingEvent.Kind.CREATED);
            case MODIFY -> change(caller, command, now, json(command, now.json()), ThingEvent.Kind.MODIFIED);
            case MERGE ->
                change(
                        caller,
                        command,
                        now,
                        JsonFactory.mergeJsonValues(json(command, JsonFactory.newObject()), now.json())
                                .asObject(),
                        ThingEvent.Kind.MERGED);
        };
    }

    private static JsonObject json(ThingCommand command, JsonObject before) {
        JsonValue value = command.value().orElseThrow();
        return command.path().isEmpty() ? value.asObject() : before.setValue(command.path(), value);
    }

    private Reply change(
            Caller caller, ThingCommand command, StoredThing before, JsonObject json, ThingEvent.Kind kind) {
        long revision = before == null ? 1 : before.revision() + 1;
        ThingId id = command.thing();
        PolicyId policy = PolicyId.of(id);
        JsonObject whole = json.toBuilder().set("thingId", id.toString()).build();
        if (kind == ThingEvent.Kind.DELETED) {
            things.remove(id.toString());
        } else {
            things.put(id.toString(), new StoredThing(id, policy, whole, revision, NOON, NOON));
        }
        ThingEvent event = new ThingEvent(
                id,
                policy,
                kind,
                command.path(),
                command.value(),
                whole,
                revision,
                NOON,
                Optional.of(caller.session()),
                command.headers());
        listeners.forEach(listener -> listener.accept(event));
        boolean created = kind == ThingEvent.Kind.CREATED;
        return new Reply(
                created ? HttpStatus.CREATED : HttpStatus.NO_CONTENT,
                created ? Optional.of(whole) : Optional.empty(),
                revision(revision));
    }

    private static DittoHeaders revision(long revision) {
        return DittoHeaders.newBuilder()
                .putHeader("entity-revision", String.valueOf(revision))
                .putHeader("etag", "\"rev:" + revision + "\"")
                .build();
    }

    @Override
    public synchronized Reply retrieve(
            Caller caller, List<ThingId> wanted, Optional<JsonFieldSelector> fields, DittoHeaders headers) {
        return new Reply(
                HttpStatus.OK,
                Optional.of(wanted.stream()
                        .flatMap(id -> find(id).stream())
                        .map(StoredThing::json)
                        .collect(JsonCollectors.valuesToArray())),
                DittoHeaders.empty());
    }

    @Override
    public synchronized Optional<StoredThing> find(ThingId thing) {
        return Optional.ofNullable(things.get(thing.toString()));
    }

    @Override
    public synchronized Stream<StoredThing> all() {
        return List.copyOf(things.values()).stream();
    }

    @Override
    public Subscription subscribe(Consumer<ThingEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
