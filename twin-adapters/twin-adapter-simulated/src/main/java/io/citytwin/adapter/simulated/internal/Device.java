package io.citytwin.adapter.simulated.internal;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * One simulated device. What it shows at a moment depends on the seed, the twin, the moment and the settings of until
 * then, in whatever order it is asked. Safe for use by many threads.
 */
public final class Device {

    private static final long MILLI = 1000;
    private static final long MILLIJOULES_PER_WATT_HOUR = 3600 * MILLI;

    private final Twin twin;
    private final Model model;
    private final World world;
    private final Noise noise;
    private volatile Settings settings;
    private Counted counted;

    /**
     * A device at rest.
     *
     * @param twin what is known of it
     * @param model how its kind behaves
     * @param world around it
     */
    public Device(Twin twin, Model model, World world) {
        this.twin = twin;
        this.model = model;
        this.world = world;
        this.noise = world.seed().of(model.chanceOf(twin));
        this.settings = Settings.resting(twin.type());
        this.counted = nothing();
    }

    /**
     * Whose device it is.
     *
     * @return the twin as it was when the simulation met it
     */
    public Twin twin() {
        return twin;
    }

    /**
     * Its chance.
     *
     * @return of this device alone
     */
    public Noise noise() {
        return noise;
    }

    /**
     * What it was asked to take.
     *
     * @return until now
     */
    public Settings settings() {
        return settings;
    }

    /**
     * Takes a value.
     *
     * @param property the actuator
     * @param value what it takes
     * @param since from when; not before the last change
     */
    public synchronized void take(String property, Value value, Instant since) {
        settings = settings.with(property, value, since);
        if (since.isBefore(counted.until())) {
            counted = nothing();
        }
    }

    /**
     * Whether it reports at a moment.
     *
     * @param moment on a quarter of an hour
     * @return as its model says
     */
    public boolean reportsAt(Instant moment) {
        return model.reportsAt(scene(moment));
    }

    /**
     * All that it shows.
     *
     * @param moment not before the origin
     * @return property to value, with the settings that it has taken
     */
    public Map<String, Value> show(Instant moment) {
        Map<String, Value> shown = new TreeMap<>();
        for (String property : twin.type().actuators().keySet()) {
            shown.put(property, settings.at(property, moment));
        }
        model.show(scene(moment), shown::put);
        return shown;
    }

    /**
     * What changes by itself.
     *
     * @param moment not before the origin
     * @param display takes property and value
     */
    public void show(Instant moment, Model.Display display) {
        model.show(scene(moment), display);
    }

    Scene scene(Instant moment) {
        return new Scene(this, moment, world.sky().at(moment));
    }

    /** The energy since the origin. What was counted before is not counted again. */
    synchronized Quantity energy(Instant moment) {
        Counted from = counted.until().isAfter(moment) ? nothing() : counted;
        long total = from.millijoules() + sum(from.until(), moment, scene -> model.watts(scene) * MILLI);
        if (!counted.until().isAfter(moment)) {
            counted = new Counted(moment, total);
        }
        return new Quantity(BigDecimal.valueOf(total / MILLIJOULES_PER_WATT_HOUR, 3), Unit.KILOWATT_HOUR);
    }

    /** How many hours of the civil day something was on. */
    Quantity hoursToday(Instant moment, ToDoubleFunction<Scene> on) {
        Instant midnight = world.sky().midnight(moment);
        long seconds = sum(midnight.isBefore(world.origin()) ? world.origin() : midnight, moment, on);
        return new Quantity(BigDecimal.valueOf(seconds / 360, 1), Unit.HOURS);
    }

    /** Where it is kept. */
    Location home() {
        return twin.value("location")
                .filter(Location.class::isInstance)
                .map(Location.class::cast)
                .orElse(world.centre());
    }

    // Whole numbers and whole seconds, so that the sum of two parts is the sum of the whole.
    private long sum(Instant from, Instant to, ToDoubleFunction<Scene> rate) {
        long total = 0;
        Instant at = from;
        while (at.isBefore(to)) {
            Scene scene = scene(at);
            Instant end = settings.nextChange(at, scene.hourEnd().isBefore(to) ? scene.hourEnd() : to);
            total += Math.round(rate.applyAsDouble(scene)) * (end.getEpochSecond() - at.getEpochSecond());
            at = end;
        }
        return total;
    }

    private Counted nothing() {
        return new Counted(world.origin(), 0);
    }

    /** Energy counted so far. Immutable. */
    private record Counted(Instant until, long millijoules) {}
}
