package io.citytwin.adapter.simulated;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Says which devices are simulated and how. For one thread at a time. */
public final class SimulatedAdapterBuilder {

    private String name = "simulated";
    private long seed = 1;
    private Location centre = Location.of("9.1900 45.4640");
    private ZoneId zone = ZoneId.of("Europe/Rome");
    private Duration latency = Duration.ofSeconds(5);
    private boolean atMidnightOnly;
    private Predicate<Twin> serving = twin -> true;
    private final Map<TwinId, Location> homes = new HashMap<>();
    private final Set<TwinId> refusing = new HashSet<>();
    private final Set<TwinId> silent = new HashSet<>();
    private final Map<TwinId, Set<Fault>> faults = new HashMap<>();

    SimulatedAdapterBuilder() {}

    /**
     * Sets the adapter's name; {@code simulated} if left out.
     *
     * @param word the source of its observations
     * @return this builder
     */
    public SimulatedAdapterBuilder name(String word) {
        name = word;
        return this;
    }

    /**
     * Sets the seed; 1 if left out. The same seed gives the same city.
     *
     * @param number any
     * @return this builder
     */
    public SimulatedAdapterBuilder seed(long number) {
        seed = number;
        return this;
    }

    /**
     * Sets where the sun shines and whose clock people keep; the middle of a town in northern Italy if left out.
     *
     * @param middle of the city; devices without a location are there
     * @param people their time zone
     * @return this builder
     */
    public SimulatedAdapterBuilder place(Location middle, ZoneId people) {
        centre = middle;
        zone = people;
        return this;
    }

    /**
     * Sets how long devices take to answer; 5 seconds at most if left out.
     *
     * @param most at least a second
     * @return this builder
     */
    public SimulatedAdapterBuilder latency(Duration most) {
        latency = most;
        return this;
    }

    /**
     * Lets devices report at midnight and whenever they take a value, and not on full hours: a season is played faster so.
     *
     * @return this builder
     */
    public SimulatedAdapterBuilder atMidnightOnly() {
        atMidnightOnly = true;
        return this;
    }

    /**
     * Simulates some devices only; all if left out.
     *
     * @param wanted which of those that can be simulated
     * @return this builder
     */
    public SimulatedAdapterBuilder serving(Predicate<Twin> wanted) {
        serving = wanted;
        return this;
    }

    /**
     * Tells a device where it is kept, whatever the city tells of its twin: who brings messages to vehicles need not be
     * told where they are.
     *
     * @param twin whose device
     * @param where at rest
     * @return this builder
     */
    public SimulatedAdapterBuilder home(TwinId twin, Location where) {
        homes.put(twin, where);
        return this;
    }

    /**
     * Makes a device refuse every directive.
     *
     * @param twin whose device
     * @return this builder
     */
    public SimulatedAdapterBuilder refusing(TwinId twin) {
        refusing.add(twin);
        return this;
    }

    /**
     * Makes a device never answer a directive nor take it.
     *
     * @param twin whose device
     * @return this builder
     */
    public SimulatedAdapterBuilder silent(TwinId twin) {
        silent.add(twin);
        return this;
    }

    /**
     * Gives a device a fault; it may have several.
     *
     * @param twin whose device
     * @param wrong what is wrong with it
     * @return this builder
     */
    public SimulatedAdapterBuilder fault(TwinId twin, Fault wrong) {
        faults.computeIfAbsent(twin, none -> new LinkedHashSet<>()).add(wrong);
        return this;
    }

    /**
     * The adapter.
     *
     * @return one that was not started yet
     */
    public SimulatedAdapter build() {
        return new SimulatedAdapter(
                new Plan(name, seed, centre, zone, latency, atMidnightOnly, serving, homes, refusing, silent, faults));
    }

    /** What was asked of the simulation. Immutable. */
    record Plan(
            String name,
            long seed,
            Location centre,
            ZoneId zone,
            Duration latency,
            boolean atMidnightOnly,
            Predicate<Twin> serving,
            Map<TwinId, Location> homes,
            Set<TwinId> refusing,
            Set<TwinId> silent,
            Map<TwinId, Set<Fault>> faults) {
        Plan {
            homes = Map.copyOf(homes);
            refusing = Set.copyOf(refusing);
            silent = Set.copyOf(silent);
            faults = Map.copyOf(faults);
        }

        /** A twin where its device is kept. */
        Twin atHome(Twin twin) {
            Location home = homes.get(twin.id());
            return home == null ? twin : twin.with("location", home);
        }
    }
}
