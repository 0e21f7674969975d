package io.citytwin.adapter.simulated;

import io.citytwin.adapter.simulated.internal.Device;
import io.citytwin.adapter.simulated.internal.Models;
import io.citytwin.adapter.simulated.internal.World;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.Commanded;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes devices again what they were before a restart: what a device shows follows from what it took and when, which the
 * city remembers, as it remembers what was told last. For one thread at a time.
 */
final class Reunion {

    private final SimulatedAdapterBuilder.Plan plan;
    private final World world;
    private final AdapterContext context;
    private final SortedMap<TwinId, Kept> devices = new TreeMap<>();

    Reunion(SimulatedAdapterBuilder.Plan plan, World world, AdapterContext context) {
        this.plan = plan;
        this.world = world;
        this.context = context;
    }

    /** The devices that told something before. */
    Collection<Kept> devices() {
        context.twins().forEach(this::meet);
        List<Commanded> commanded = context.commanded();
        commanded.forEach(one -> of(one).ifPresent(kept -> kept.ask(one.directive())));
        commanded.stream()
                .filter(one -> one.doneAt().isPresent())
                .sorted(Comparator.comparing(one -> one.doneAt().orElseThrow()))
                .forEach(one -> of(one).ifPresent(
                                kept -> kept.take(one.directive(), one.doneAt().orElseThrow())));
        return devices.values();
    }

    private Optional<Kept> of(Commanded commanded) {
        return Optional.ofNullable(devices.get(commanded.directive().twin()));
    }

    private void meet(Twin twin) {
        List<Observation> told = twin.observations().values().stream()
                .filter(seen -> seen.source().equals(plan.name()))
                .toList();
        if (!told.isEmpty()) {
            Models.of(twin.type().name()).ifPresent(model -> {
                Kept kept = new Kept(new Device(plan.atHome(asFirstMet(twin)), model, world));
                told.forEach(seen -> seen.value().ifPresent(value -> kept.told(seen.property(), value)));
                devices.put(twin.id(), kept);
            });
        }
    }

    /** Without what devices have told since. */
    private static Twin asFirstMet(Twin twin) {
        SortedMap<String, Value> own = new TreeMap<>(twin.values());
        own.keySet().removeAll(twin.observations().keySet());
        return new Twin(twin.id(), twin.type(), own, Collections.emptySortedMap(), twin.zones());
    }
}
