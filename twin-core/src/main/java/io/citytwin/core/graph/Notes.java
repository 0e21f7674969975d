package io.citytwin.core.graph;

import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The changes of one write, numbered on from those before. For one thread at a time. */
final class Notes {

    private final List<Change> changes = new ArrayList<>();
    private final long before;
    private final Instant at;

    Notes(long before, Instant at) {
        this.before = before;
        this.at = at;
    }

    void twin(TwinId twin, Change.Kind kind) {
        add(twin, kind, Optional.empty(), Optional.empty());
    }

    void property(TwinId twin, Change.Kind kind, String property, @Nullable Value value) {
        add(twin, kind, Optional.of(property), Optional.ofNullable(value));
    }

    private void add(TwinId twin, Change.Kind kind, Optional<String> property, Optional<Value> value) {
        changes.add(new Change(before + changes.size() + 1, twin, kind, property, value, at));
    }

    List<Change> changes() {
        return changes;
    }

    long last() {
        return before + changes.size();
    }
}
