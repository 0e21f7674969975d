package io.citytwin.adapter.simulated.internal;

import io.citytwin.core.asset.BayUse;
import io.citytwin.core.model.Value;

/**
 * A parking bay: taken in 90 % of the nights, 75 % of the working hours and 60 % of other hours;
 * half as often while it is kept for some, and never while it is kept for nobody. Immutable.
 */
final class Parking implements Model {

    @Override
    public void show(Scene scene, Display display) {
        int clock = scene.hour().clock();
        boolean night = clock < 7 || clock >= 22;
        double wanted = night ? 0.9 : scene.hour().workday() && clock >= 9 && clock < 18 ? 0.75 : 0.6;
        display.show("occupied", new Value.Flag(scene.chance(6) < wanted * open(scene.taken("keptFor"))));
    }

    private static double open(Value keptFor) {
        if (keptFor.equals(new Value.Term(BayUse.NOBODY.code()))) {
            return 0;
        }
        return keptFor.equals(new Value.Term(BayUse.ANYONE.code())) ? 1 : 0.5;
    }
}
