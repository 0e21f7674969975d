package io.citytwin.adapter.simulated.internal;

import io.citytwin.core.model.Unit;

/**
 * A hot water tank: it follows its set-point with a time constant of 3 hours, and is 3 degC colder during the morning's
 * showers. Immutable.
 */
final class WaterTank implements Model {

    @Override
    public void show(Scene scene, Display display) {
        double drawn = scene.hour().clock() >= 7 && scene.hour().clock() < 9 ? 3 : 0;
        display.show("temperature", Scene.quantity(scene.approached("temperature", 3) - drawn, 0, Unit.DEGREE_CELSIUS));
    }
}
