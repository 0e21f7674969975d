package io.citytwin.examples.milan;

import io.citytwin.adapter.simulated.SimulatedAdapter;
import io.citytwin.adapter.simulated.SimulatedAdapterBuilder;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Lease;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.DeviceAdapter;
import io.citytwin.core.spi.LeaseSupport;
import io.citytwin.examples.milan.city.City;
import io.citytwin.examples.milan.city.CityFile;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All that stands in the street and reports: simulated devices, air stations, gates. For one thread at a time. */
final class Street implements DeviceAdapter {

    private static final String AIR_STATION = "AirStation";

    private final SimulatedAdapter devices;
    private Optional<AdapterContext> context = Optional.empty();

    private Street(SimulatedAdapter devices) {
        this.devices = devices;
    }

    static Street of(City city) {
        CityFile.Devices plan = city.file().devices();
        SimulatedAdapterBuilder devices = SimulatedAdapter.builder().seed(plan.seed());
        plan.refusing().stream().map(TwinId::of).forEach(devices::refusing);
        plan.silent().stream().map(TwinId::of).forEach(devices::silent);
        // A Ditto hides from the street where vehicles are; those who keep them know.
        city.twins()
                .forEach(twin -> twin.value("location")
                        .filter(Location.class::isInstance)
                        .map(Location.class::cast)
                        .ifPresent(home -> devices.home(twin.id(), home)));
        Set<TwinId> madeUp = city.fleet().vehicles().stream().map(Twin::id).collect(Collectors.toSet());
        return new Street(devices.serving(twin -> !madeUp.contains(twin.id()))
                .atMidnightOnly()
                .build());
    }

    /** One whose devices report each hour, and as often as they can; all of them do what they are asked. */
    static Street busy(City city) {
        return new Street(
                SimulatedAdapter.builder().seed(city.file().devices().seed()).build());
    }

    @Override
    public String name() {
        return devices.name();
    }

    @Override
    public boolean serves(Twin twin) {
        return twin.type().name().equals(AIR_STATION) || devices.serves(twin);
    }

    @Override
    public void start(AdapterContext given) {
        context = Optional.of(given);
        devices.start(given);
    }

    @Override
    public void command(Directive directive) {
        devices.command(directive);
    }

    @Override
    public void command(Directive directive, Lease lease) {
        devices.command(directive, lease);
    }

    @Override
    public LeaseSupport leaseSupport() {
        return devices.leaseSupport();
    }

    @Override
    public Optional<String> position() {
        return devices.position();
    }

    @Override
    public void stop() {
        devices.stop();
    }

    /** Lets a station report when its value is received. */
    void willMeasure(Observation seen) {
        AdapterContext city = context.orElseThrow();
        city.at(seen.receivedAt(), () -> city.observe(seen));
    }

    /** Lets a gate report when a vehicle passes. */
    void willPass(Passage passage) {
        AdapterContext city = context.orElseThrow();
        city.at(passage.at(), () -> city.passed(passage));
    }
}
