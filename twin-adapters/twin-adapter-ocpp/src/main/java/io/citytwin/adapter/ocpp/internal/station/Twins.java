package io.citytwin.adapter.ocpp.internal.station;

import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.spi.AdapterContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The twins behind stations, by their ids. Safe for use by many threads. */
final class Twins {

    private final AdapterContext context;
    private final Places places;
    private List<Twin> seen = List.of();
    private Map<TwinId, Twin> byId = Map.of();
    private Set<String> identities = Set.of();

    Twins(AdapterContext context, Places places) {
        this.context = context;
        this.places = places;
    }

    synchronized Optional<Twin> find(TwinId id) {
        look();
        return Optional.ofNullable(byId.get(id));
    }

    /** The stations that the twins tell to be there. */
    synchronized Set<String> identities() {
        look();
        return identities;
    }

    /** The context gives the same list as long as nothing changed. */
    private void look() {
        List<Twin> now = context.twins();
        if (now == seen) {
            return;
        }
        Map<TwinId, Twin> fresh = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (Twin twin : now) {
            fresh.put(twin.id(), twin);
            if (twin.type().name().equals("Connector")) {
                places.identity(twin.id()).ifPresent(names::add);
            }
        }
        seen = now;
        byId = fresh;
        identities = names;
    }
}
