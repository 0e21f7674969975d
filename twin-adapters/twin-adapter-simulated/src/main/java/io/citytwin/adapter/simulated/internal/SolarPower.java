package io.citytwin.adapter.simulated.internal;

import io.citytwin.core.model.Unit;

/**
 * Photovoltaic panels: 85 % of their peak power (10 kW if unknown) times the sun on level ground, about 1 200 kWh per kW
 * and year. What may be exported does not change what they give: the building uses or stores the rest. Immutable.
 */
final class SolarPower implements Model {

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
        return 850 * scene.number("peakPower", 10) * scene.hour().sun();
    }
}
