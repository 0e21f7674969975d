package io.citytwin.adapter.simulated;

import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Governor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Claims every actuator for the first half of each week, and lets it rest for the second. */
final class Claims implements Governor {

    private static final long WEEK = Duration.ofDays(7).toSeconds();

    private final SortedMap<TwinId, AssetType> twins = new TreeMap<>();
    private boolean claimed;
    private long turn;

    @Override
    public void accept(Input input) {
        if (input instanceof Input.TwinChanged changed) {
            Twin twin = changed.twin();
            twins.put(twin.id(), twin.type());
        }
    }

    @Override
    public List<Directive> step(Instant moment) {
        boolean claims = Math.floorMod(moment.getEpochSecond(), WEEK) < WEEK / 2;
        if (claims == claimed) {
            return List.of();
        }
        claimed = claims;
        turn++;
        List<Directive> directives = new ArrayList<>();
        twins.forEach((id, type) -> type.actuators().keySet().forEach(property -> {
            Value value = claims
                    ? Wishes.of(type, property)
                    : type.actuators().get(property).resting();
            directives.add(new Directive(
                    id + "/" + property + "/" + turn,
                    id,
                    property,
                    value,
                    claims ? Directive.Kind.CLAIM : Directive.Kind.REVERT,
                    new Directive.Cause("xx.area.test/week", "The week began.", moment),
                    moment));
        }));
        return directives;
    }

    @Override
    public void close() {}
}
