package io.citytwin.adapter.simulated.internal;

import io.citytwin.core.model.Unit;

/**
 * A building unit: its indoor air follows the set-point with a time constant of 8 hours, give or take 0.4 degC, and is 2
 * degC warmer than the day outdoors where that is more. Half degrees are reported. Immutable.
 */
final class Rooms implements Model {

    @Override
    public void show(Scene scene, Display display) {
        double heated = scene.approached("indoorTemperature", 8);
        double indoor = Math.max(heated, scene.hour().dayMean() + 2) + 0.8 * (scene.chance(12) - 0.5);
        display.show("indoorTemperature", Scene.halves(indoor, Unit.DEGREE_CELSIUS));
    }
}
