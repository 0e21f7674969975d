package io.citytwin.adapter.simulated.internal;

/**
 * A building's meter. Electricity: 4 kW at night and up to 12 kW in the evening; gas and heat: 100 kW times the load that
 * the weather asks for. It reports as often as it is asked, at most every quarter of an hour and at least once a day.
 * Immutable.
 */
final class Metering implements Model {

    private static final int QUARTER = 15;
    private static final int DAY = 24 * 60;

    @Override
    public void show(Scene scene, Display display) {
        display.show("energy", scene.energy());
    }

    @Override
    public boolean reportsAt(Scene scene) {
        long quarters = Math.round(scene.setting("interval") / QUARTER);
        return scene.isEvery(Math.max(QUARTER, Math.min(DAY, quarters * QUARTER)));
    }

    @Override
    public double watts(Scene scene) {
        String medium = scene.name("medium");
        if (medium.equals("gas") || medium.equals("heat")) {
            return 100_000 * scene.hour().heatingLoad();
        }
        int clock = scene.hour().clock();
        double profile = clock < 6 ? 0 : clock < 17 ? 3 : clock < 22 ? 7 : 2;
        return 1000 * (4 + profile + scene.chance(1));
    }
}
