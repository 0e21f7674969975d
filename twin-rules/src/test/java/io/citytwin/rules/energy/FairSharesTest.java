package io.citytwin.rules.energy;

import static io.citytwin.rules.energy.RandomDemand.kilowatts;
import static io.citytwin.rules.energy.RandomDemand.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.rules.directive.ActuatorId;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairSharesTest {

    private static final ActuatorId CAR_A = new ActuatorId(TwinId.of("xx:a"), "output");
    private static final ActuatorId CAR_B = new ActuatorId(TwinId.of("xx:b"), "output");
    private static final ActuatorId LAMP_A = new ActuatorId(TwinId.of("xx:la"), "dimming");
    private static final ActuatorId LAMP_B = new ActuatorId(TwinId.of("xx:lb"), "dimming");

    // Buildings 50 kW; cars want 50 and 10; lamps 2 kW and 4 kW at full light.
    private static PowerSplit split(String cap) {
        return FairShares.split(new PowerDemand(
                kilowatts(cap),
                kilowatts("50"),
                List.of(car(CAR_A, "50", "50"), car(CAR_B, "20", "10")),
                List.of(lamp(LAMP_A, "2000"), lamp(LAMP_B, "4000")),
                percent("1")));
    }

    private static ChargingSession car(ActuatorId id, String rated, String wanted) {
        return new ChargingSession(id, kilowatts(rated), kilowatts(wanted), kilowatts("5"), percent("100"));
    }

    private static LitLamp lamp(ActuatorId id, String watts) {
        return new LitLamp(id, Quantity.of(watts, Unit.WATT), percent("100"), percent("50"));
    }

    private static String share(PowerSplit split, ActuatorId id) {
        return split.grants().get(id).share().toString();
    }

    @Test
    void nobodyIsLimitedAsLongAsAllFitsExactly() {
        PowerSplit split = split("116");
        assertThat(split.curtails()).isFalse();
        assertThat(split.unused()).isEqualTo(kilowatts("0"));
        assertThat(split.charging()).isEqualTo(kilowatts("60"));
        assertThat(split("115.999").curtails()).isTrue();
    }

    @Test
    void theOneWhoTakesMostGivesWayFirstAndLampsStayBright() {
        PowerSplit split = split("90");
        assertThat(share(split, CAR_A)).isEqualTo("48 %");
        assertThat(share(split, CAR_B)).isEqualTo("50 %");
        assertThat(split.grants().get(CAR_B).curtailed()).isFalse();
        assertThat(split.lighting()).isEqualTo(kilowatts("6"));
        assertThat(split.unused()).isEqualTo(kilowatts("0"));
    }

    @Test
    void lampsDimOnlyOnceAllCarsAreAtTheirFloors() {
        PowerSplit floors = split("66");
        assertThat(floors.charging()).isEqualTo(kilowatts("10"));
        assertThat(floors.lighting()).isEqualTo(kilowatts("6"));
        PowerSplit dimmed = split("65.4");
        assertThat(dimmed.charging()).isEqualTo(kilowatts("10"));
        assertThat(share(dimmed, LAMP_A)).isEqualTo("90 %");
        assertThat(share(dimmed, LAMP_B)).isEqualTo("90 %");
    }

    @Test
    void belowAllFloorsTheRestIsUnmet() {
        assertThat(split("63").unmet()).isEqualTo(kilowatts("0"));
        PowerSplit split = split("60");
        assertThat(split.unmet()).isEqualTo(kilowatts("3"));
        assertThat(split.charging()).isEqualTo(kilowatts("10"));
        assertThat(share(split, LAMP_A)).isEqualTo("50 %");
    }

    @Test
    void panelsThatGiveMoreThanIsUsedLeaveMoreToShare() {
        PowerSplit split = FairShares.split(new PowerDemand(
                kilowatts("10"), kilowatts("-20"), List.of(car(CAR_A, "50", "50")), List.of(), percent("1")));
        assertThat(split.charging()).isEqualTo(kilowatts("30"));
    }

    @Test
    void anotherUnitIsRefused() {
        assertThatThrownBy(() -> new LitLamp(LAMP_A, percent("3"), percent("100"), percent("50")))
                .isInstanceOf(CityTwinException.class)
                .hasMessageContaining("`3 %`")
                .hasMessageContaining("kW");
    }
}
