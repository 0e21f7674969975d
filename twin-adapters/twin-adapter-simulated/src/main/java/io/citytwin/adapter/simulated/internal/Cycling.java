package io.citytwin.adapter.simulated.internal;

import io.citytwin.core.model.Unit;

/**
 * Bike stations and shared bikes. Stations (20 docks if unknown) are 70 % full at night and 40 % on working days; a bike
 * stands at one of twelve places within 1.5 km of its home and changes it every eight hours; the battery of an electric
 * one holds 40 to 100 %. Immutable.
 */
enum Cycling implements Model {
    /** The station: how many bikes can be taken. */
    STATION {
        @Override
        public void show(Scene scene, Display display) {
            int clock = scene.hour().clock();
            boolean busy = scene.hour().workday() && clock >= 8 && clock < 20;
            double full = (busy ? 0.25 : 0.55) + 0.3 * scene.chance(4);
            display.show("bikes", Scene.quantity(scene.number("docks", 20) * full, 0, Unit.ONE));
        }
    },
    /** The bike: where it stands. */
    BIKE {
        @Override
        public boolean reportsAt(Scene scene) {
            return scene.isEvery(120);
        }

        @Override
        public void show(Scene scene, Display display) {
            double chance = scene.chance(8);
            display.show("location", scene.around(Math.floor(chance * 12) / 12, 1500));
            if (scene.name("electric").equals("true")) {
                display.show("charge", Scene.quantity(40 + 60 * chance, 0, Unit.PERCENT));
            }
        }
    }
}
