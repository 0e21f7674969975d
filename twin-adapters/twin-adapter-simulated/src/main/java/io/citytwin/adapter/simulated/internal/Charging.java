package io.citytwin.adapter.simulated.internal;

import io.citytwin.core.asset.EvseStatus;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;

/**
 * Charge points and their connectors. A car is there in one of six blocks of two hours at night, one of three by day and
 * half of them from 17 to 22 o'clock. It takes 50 to 100 % of the rated power (22 kW if unknown) and never more than the
 * output allows, until it has what 90 minutes of this power give or leaves: half of it in its second hour if nothing holds it
 * back, and up to all of it if something did. A charge point is out of order on one day of a hundred. Immutable.
 */
enum Charging implements Model {
    /** The charge point: what it is doing. */
    EVSE {
        @Override
        public void show(Scene scene, Display display) {
            EvseStatus status = isBroken(scene)
                    ? EvseStatus.OUT_OF_ORDER
                    : demand(scene) > 0 ? EvseStatus.CHARGING : EvseStatus.AVAILABLE;
            display.show("status", new Value.Term(status.code()));
        }
    },
    /** The connector: what it gives. It is busy when its charge point is. */
    CONNECTOR {
        @Override
        public String chanceOf(Twin twin) {
            return twin.value("evse").map(Value::toString).orElse(twin.id().toString());
        }

        @Override
        public void show(Scene scene, Display display) {
            display.show("power", Scene.quantity(watts(scene) / 1000, 1, Unit.KILOWATT));
            if (scene.isDaily()) {
                display.show("energy", scene.energy());
            }
        }

        @Override
        public double watts(Scene scene) {
            double share = Math.min(wanted(scene), scene.percent("output"));
            return 1000 * scene.number("ratedPower", 22) * share;
        }
    };

    private static final int STAY = 2;
    private static final double HOURS_WANTED = 1.5;

    /** The part of the rated power that the car still can use in this hour. */
    private static double wanted(Scene scene) {
        double demand = demand(scene);
        Scene before = scene.anHourBefore();
        boolean stayed = before.block(STAY) == scene.block(STAY) && demand(before) > 0;
        double got = stayed ? before.meanOfHour("output", demand(before)) : 0;
        return Math.max(0, Math.min(demand, HOURS_WANTED * demand - got));
    }

    private static boolean isBroken(Scene scene) {
        return scene.chance(24) < 0.01;
    }

    private static double demand(Scene scene) {
        int clock = scene.hour().clock();
        double busy = clock < 7 ? 1 / 6.0 : clock < 17 ? 1 / 3.0 : clock < 22 ? 0.5 : 0.25;
        double chance = scene.chance(STAY);
        return !isBroken(scene) && chance < busy ? 0.5 + chance / busy / 2 : 0;
    }
}
