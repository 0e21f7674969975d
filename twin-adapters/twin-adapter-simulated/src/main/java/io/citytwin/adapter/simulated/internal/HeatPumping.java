package io.citytwin.adapter.simulated.internal;

import io.citytwin.core.model.Unit;

/**
 * A heat pump: electric power is the rated one (20 kW if unknown) times the load that the weather asks for, day and night,
 * and never more than its output allows. Immutable.
 */
final class HeatPumping implements Model {

    @Override
    public void show(Scene scene, Display display) {
        if (scene.isEvery(180) || !scene.isEvery(60)) {
            display.show("power", Scene.quantity(watts(scene) / 1000, 1, Unit.KILOWATT));
        }
        if (scene.isDaily()) {
            display.show("energy", scene.energy());
        }
    }

    @Override
    public double watts(Scene scene) {
        double share = Math.min(scene.hour().heatingLoad(), scene.percent("output"));
        return 1000 * scene.number("ratedPower", 20) * share;
    }
}
