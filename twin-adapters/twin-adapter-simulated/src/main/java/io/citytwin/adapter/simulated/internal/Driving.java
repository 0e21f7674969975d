package io.citytwin.adapter.simulated.internal;

import io.citytwin.core.asset.Fuel;
import io.citytwin.core.asset.VehicleService;
import io.citytwin.core.model.Unit;

/**
 * Vehicles of fleets; a private one takes notices only. A shared car stands at one of twelve places within 4 km of its
 * home and changes it every six hours; a goods vehicle is at one of them from 7 to 18 o'clock on working days, another
 * every two hours, and at home otherwise. The battery of an electric one holds 20 to 100 %. Immutable.
 */
final class Driving implements Model {

    private static final double FAR = 4000;

    @Override
    public boolean reportsAt(Scene scene) {
        return scene.isEvery(120);
    }

    @Override
    public void show(Scene scene, Display display) {
        String service = scene.name("service");
        boolean goods = service.equals(VehicleService.LOGISTICS.code());
        if (!goods && !service.equals(VehicleService.SHARING.code())) {
            return;
        }
        double chance = scene.chance(goods ? 2 : 6);
        boolean away = !goods
                || (scene.hour().workday()
                        && scene.hour().clock() >= 7
                        && scene.hour().clock() < 18);
        display.show(
                "location",
                away
                        ? scene.around(Math.floor(chance * 12) / 12, FAR)
                        : scene.device().home());
        if (scene.name("fuel").equals(Fuel.ELECTRIC.code())) {
            display.show("charge", Scene.quantity(20 + 80 * scene.chance(6), 0, Unit.PERCENT));
        }
    }
}
