package io.citytwin.adapter.simulated.internal;

import io.citytwin.core.model.Twin;
import io.citytwin.core.model.Value;

/** How devices of one asset type behave. It keeps nothing. Safe for use by many threads. */
public interface Model {

    /**
     * Shows what changes by itself. Actuators that take what they are asked at once need not be shown.
     *
     * @param scene the device and its moment
     * @param display takes property and value
     */
    void show(Scene scene, Display display);

    /**
     * The power whose sum over time is the device's energy.
     *
     * @param scene the device and its moment; the same within an hour while no setting changes
     * @return in W
     */
    default double watts(Scene scene) {
        return 0;
    }

    /**
     * Whether the device reports now, on a quarter of an hour.
     *
     * @param scene the device and its moment
     * @return on full hours, unless its kind says otherwise
     */
    default boolean reportsAt(Scene scene) {
        return scene.isEvery(60);
    }

    /**
     * Whose chance it shares.
     *
     * @param twin the device
     * @return its own, unless its kind says otherwise
     */
    default String chanceOf(Twin twin) {
        return twin.id().toString();
    }

    /** Takes what a device shows. For one thread at a time. */
    @FunctionalInterface
    interface Display {
        /**
         * Takes one value.
         *
         * @param property such as {@code power}
         * @param value in the property's unit
         */
        void show(String property, Value value);
    }
}
