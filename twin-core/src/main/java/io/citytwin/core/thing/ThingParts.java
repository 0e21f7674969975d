package io.citytwin.core.thing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.signal.Directive;
import java.util.List;

/** Writes the parts of a Thing. Safe for use by many threads. */
final class ThingParts {

    static final String ID = "thingId";
    static final String DEFINITION = "definition";
    static final String ATTRIBUTES = "attributes";
    static final String OBSERVED = "observed";
    static final String DIRECTIVE = "directive";
    static final String ANSWERED = "answered";
    static final String ZONES = "zones";

    /** All places at which a Thing may have something of a property. */
    static final List<String> PLACES = List.of(
            "/attributes/",
            "/attributes/observed/",
            "/features/state/properties/",
            "/features/state/properties/observed/",
            "/features/state/properties/answered/",
            "/features/state/desiredProperties/",
            "/features/state/desiredProperties/directive/");

    private ThingParts() {}

    static ObjectNode own(Twin twin) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        ObjectNode unobserved = JsonNodeFactory.instance.objectNode();
        boolean keepsObserved = false;
        for (String property : twin.type().properties().keySet()) {
            boolean observed = twin.observations().containsKey(property);
            if (!observed) {
                attributes.set(
                        property, twin.value(property).map(JsonValues::write).orElse(null));
            }
            if (!twin.type().reported().contains(property)) {
                keepsObserved |= observed;
                if (!observed) {
                    unobserved.putNull(property);
                }
            }
        }
        // An entry left over would make an own value look like an observed one.
        attributes.set(OBSERVED, keepsObserved ? unobserved : null);
        attributes.set(ZONES, twin.zones().isEmpty() ? null : JsonValues.ids(twin.zones()));
        return attributes;
    }

    static void observed(ObjectNode part, Observation observation) {
        String property = observation.property();
        part.set(property, observation.value().map(JsonValues::write).orElse(null));
        part.withObject("/" + OBSERVED)
                .putObject(property)
                .put("at", observation.measuredAt().toString())
                .put("received", observation.receivedAt().toString())
                .put("source", observation.source())
                .put("quality", observation.quality().name());
    }

    static void desired(ObjectNode part, Directive directive) {
        part.set(directive.property(), JsonValues.write(directive.value()));
        part.withObject("/" + DIRECTIVE)
                .putObject(directive.property())
                .put("id", directive.id())
                .put("kind", directive.kind().name())
                .put("provision", directive.cause().provision())
                .put("reason", directive.cause().reason())
                .put("since", directive.cause().since().toString())
                .put("issued", directive.issuedAt().toString());
    }
}
