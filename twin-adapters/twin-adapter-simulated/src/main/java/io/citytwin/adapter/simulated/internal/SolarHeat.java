package io.citytwin.adapter.simulated.internal;

/**
 * Solar thermal collectors: 35 % of the sun on their area (20 m2 if unknown) becomes heat while the pump may run, about
 * 500 kWh per square metre and year. Immutable.
 */
final class SolarHeat implements Model {

    @Override
    public void show(Scene scene, Display display) {
        if (scene.isDaily()) {
            display.show("energy", scene.energy());
        }
    }

    @Override
    public double watts(Scene scene) {
        return scene.allows("pumping")
                ? 350 * scene.number("collectorArea", 20) * scene.hour().sun()
                : 0;
    }
}
