package io.citytwin.adapter.simulated.internal;

import io.citytwin.core.model.Unit;

/**
 * A lamp post: rated power (70 W if unknown) times dimming in each hour whose middle is dark. A year of full light is
 * about 4 200 hours. Immutable.
 */
final class Lighting implements Model {

    @Override
    public void show(Scene scene, Display display) {
        display.show("power", Scene.quantity(watts(scene), 1, Unit.WATT));
        if (scene.isDaily()) {
            display.show("energy", scene.energy());
        }
    }

    @Override
    public double watts(Scene scene) {
        return scene.hour().dark() ? scene.number("ratedPower", 70) * scene.percent("dimming") : 0;
    }
}
