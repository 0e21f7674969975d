package io.citytwin.adapter.simulated.internal;

import java.util.SplittableRandom;

/**
 * Chance that can be asked again: the same question always has the same answer. Immutable.
 *
 * @param seed whose chance it is
 */
public record Noise(long seed) {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /**
     * The chance of one device.
     *
     * @param name its id
     * @return another noise
     */
    public Noise of(String name) {
        return new Noise(seed * SPREAD + name.hashCode());
    }

    /**
     * A number of one slot.
     *
     * @param slot such as an hour
     * @return from 0 to 1, 1 excluded
     */
    public double share(long slot) {
        return new SplittableRandom((seed ^ (seed >>> 29)) * SPREAD + slot).nextDouble();
    }

    /**
     * A number that moves evenly from slot to slot.
     *
     * @param time in slots
     * @return from 0 to 1, 1 excluded
     */
    public double smooth(double time) {
        double slot = Math.floor(time);
        double left = share((long) slot);
        return left + (share((long) slot + 1) - left) * (time - slot);
    }
}
