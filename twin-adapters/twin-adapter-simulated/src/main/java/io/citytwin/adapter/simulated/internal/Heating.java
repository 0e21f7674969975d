package io.citytwin.adapter.simulated.internal;

/**
 * A heating plant: on from 5 to 23 o'clock on days that need heat, if it may run; its heat is the rated power (150 kW if
 * unknown) times the load, which grows evenly from none at 18 degC to all at -5 degC. The programme is an assumption of
 * how buildings are run, not a limit of any law. Immutable.
 */
final class Heating implements Model {

    private static final double RATED = 150;

    @Override
    public void show(Scene scene, Display display) {
        display.show("hoursToday", scene.hoursToday(each -> isOn(each) ? 1 : 0));
        if (scene.isDaily()) {
            display.show("energy", scene.energy());
        }
    }

    @Override
    public double watts(Scene scene) {
        return isOn(scene)
                ? 1000 * scene.number("ratedPower", RATED) * scene.hour().heatingLoad()
                : 0;
    }

    private static boolean isOn(Scene scene) {
        int clock = scene.hour().clock();
        return clock >= 5 && clock < 23 && scene.hour().heatingLoad() > 0 && scene.allows("running");
    }
}
