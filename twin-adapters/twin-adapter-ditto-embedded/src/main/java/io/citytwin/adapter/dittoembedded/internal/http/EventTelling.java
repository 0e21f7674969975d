package io.citytwin.adapter.dittoembedded.internal.http;

import io.citytwin.adapter.dittoembedded.internal.policy.Access;
import io.citytwin.adapter.dittoembedded.internal.policy.Policies;
import io.citytwin.adapter.dittoembedded.internal.twin.ThingEvent;
import java.util.Optional;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonObjectBuilder;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonValue;

/** Words events for one listener, without what its policy hides. Safe for use by many threads. */
final class EventTelling {

    private final Policies policies;
    private final EventChoice choice;
    private final EventFields fields;

    EventTelling(Policies policies, EventChoice choice, EventFields fields) {
        this.policies = policies;
        this.choice = choice;
        this.fields = fields;
    }

    /** The data of an event; empty if it is not to be told. */
    Optional<String> tell(ThingEvent event) {
        if (!choice.covers(event.thing())) {
            return Optional.empty();
        }
        return policies.access(event.policy())
                .filter(access -> access.mayRead(choice.caller(), event.path()))
                .flatMap(access -> visible(event, access));
    }

    private Optional<String> visible(ThingEvent event, Access access) {
        JsonObject changed = changed(event, access);
        if (changed.isEmpty() && event.value().isPresent()) {
            return Optional.empty();
        }
        JsonObject whole = access.view(choice.caller(), JsonPointer.empty(), event.thingJson());
        JsonObject extra = fields.extra().map(whole::get).orElse(JsonObject.empty());
        JsonObject partial = JsonFactory.mergeJsonValues(
                        JsonObject.newBuilder()
                                .set("thingId", event.thing().toString())
                                .build()
                                .setAll(changed),
                        extra)
                .asObject();
        if (choice.filter().filter(filter -> !filter.test(partial)).isPresent()) {
            return Optional.empty();
        }
        return word(event, partial);
    }

    private Optional<String> word(ThingEvent event, JsonObject partial) {
        if (!fields.part().isEmpty()) {
            return partial.getValue(fields.part()).map(JsonValue::toString);
        }
        if (fields.fields().isEmpty()) {
            return Optional.of(partial.toString());
        }
        JsonObjectBuilder full = partial.toBuilder();
        full.set("_revision", event.revision());
        full.set("_modified", event.at().toString());
        full.set("_policy", event.policy().toString());
        JsonObject chosen = full.build().get(fields.fields().get());
        return chosen.isEmpty() ? Optional.empty() : Optional.of(chosen.toString());
    }

    private JsonObject changed(ThingEvent event, Access access) {
        if (event.value().isEmpty()) {
            return JsonObject.empty();
        }
        JsonValue value = event.value().get();
        if (event.path().isEmpty()) {
            return value.isObject()
                    ? access.view(choice.caller(), JsonPointer.empty(), value.asObject())
                    : JsonObject.empty();
        }
        JsonObject placed = JsonObject.newBuilder().set(event.path(), value).build();
        return access.view(choice.caller(), JsonPointer.empty(), placed);
    }
}
