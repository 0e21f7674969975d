package io.citytwin.core.graph;

import io.citytwin.core.model.Twin;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What events make of one twin: the same cells as in the graph, in a table of its own. For one thread at a time. */
final class Past {

    private @Nullable Row row;

    void apply(TwinEvent event) {
        Row known = row;
        if (event instanceof TwinEvent.Put put) {
            row = known == null ? new Table(put.type()).add(put.twin()) : known;
            row.put(put.values());
        } else if (event instanceof TwinEvent.Removed) {
            row = null;
        } else if (known != null && event instanceof TwinEvent.Observed observed) {
            if (known.takes(observed.observation())) {
                known.observe(observed.observation());
            }
        } else if (known != null && event instanceof TwinEvent.InZones zones) {
            known.zones(zones.zones());
        }
    }

    Optional<Twin> twin() {
        return Optional.ofNullable(row).map(Row::twin);
    }
}
