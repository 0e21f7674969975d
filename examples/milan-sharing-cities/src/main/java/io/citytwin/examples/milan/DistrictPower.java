package io.citytwin.examples.milan;

import io.citytwin.core.asset.LightingClass;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.examples.milan.city.City;
import io.citytwin.examples.milan.city.CityFile;
import io.citytwin.rules.energy.DistrictEnergy;
import io.citytwin.rules.energy.DistrictEnergyBuilder;
import java.util.Arrays;

/** How far devices of a city give way when its districts are at their limit: what its assumptions say. Immutable. */
final class DistrictPower {

    private static final String SESSION = "sessionFloor";
    private static final String LAMP = "lampFloor";

    private DistrictPower() {}

    /** One that knows no district yet; where nothing is assumed, no lamp is dimmed. */
    static DistrictEnergy of(City city) {
        DistrictEnergyBuilder builder = DistrictEnergy.builder(CivilCalendar.italy());
        for (CityFile.Assumed assumed : city.file().assumptions()) {
            Quantity least = assumed.quantity();
            if (assumed.name().equals(SESSION)) {
                builder.sessionFloor(least);
            }
            Arrays.stream(LightingClass.values())
                    .filter(one -> assumed.name().equals(LAMP + one.code()))
                    .forEach(one -> builder.lampFloor(one, least));
        }
        return builder.build();
    }
}
