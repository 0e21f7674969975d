package io.citytwin.rules.energy;

import static io.citytwin.rules.energy.RandomDemand.kilowatts;
import static io.citytwin.rules.energy.SmallDistrict.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.rules.directive.ActuatorId;
import io.citytwin.rules.directive.Award;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DistrictEnergyTest {

    private final SmallDistrict town = new SmallDistrict();

    /** Buildings 8 kW net, car A 40 of 50 kW, lamps 2 kW: 50 kW in all, and one step of A's connector more. */
    private void anEvening() {
        town.meter("1000").kilowatts("roof", "4").kilowatts("a", "40").kilowatts("b", "0");
        town.kilowatts("l1", "1000").kilowatts("l2", "1000");
        town.at(15).meter("1003");
    }

    @Test
    void aRuleThatCapsTheLoadIsTheBudget() {
        assertThat(Limits.ruled().value()).isEqualTo(kilowatts("100"));
    }

    @Test
    void onlyTheLoadOfADistrictIsABudget() {
        assertThat(town.energy.splits(new ActuatorId(SmallDistrict.DISTRICT, "load")))
                .isTrue();
        assertThat(town.energy.splits(new ActuatorId(TwinId.of("xx:a"), "load")))
                .isFalse();
        assertThat(town.energy.splits(new ActuatorId(SmallDistrict.DISTRICT, "other")))
                .isFalse();
        assertThat(town.energy.districts()).containsExactly(SmallDistrict.DISTRICT);
    }

    @Test
    void withoutALimitOrFarBelowItNobodyGetsAShare() {
        anEvening();
        assertThat(town.split()).isEmpty();
        assertThat(town.split("1000000000")).isEmpty();
        assertThat(town.energy.current(SmallDistrict.DISTRICT)).isEmpty();
    }

    /** Uncertainty counts: 10 % of the base and of the whole as long as errors are not known. */
    @Test
    void devicesAreHeldOnceTheUpperEndPassesTheLimit() {
        anEvening();
        assertThat(town.split("55")).isEmpty();
        assertThat(text(town.split("54.99"))).startsWith("a=");
    }

    @Test
    void whatTheCarsGetKeepsTheDistrictBelowTheLimitAndIdleConnectorsStayAtTheFloor() {
        anEvening();
        // 35 less 8.8 for buildings and 2 for lamps leaves 24.2: 48 steps of half a kW.
        assertThat(text(town.split("35"))).isEqualTo("a=48 % b=25 %");
        PowerSplit split = town.energy.current(SmallDistrict.DISTRICT).orElseThrow();
        assertThat(split.charging()).isEqualTo(kilowatts("24"));
        assertThat(split.unused()).isEqualTo(kilowatts("0.2"));
        assertThat(town.split("35").get(0).reason())
                .contains("`xx:old-town`")
                .contains("`35 kW`")
                .contains("`55 kW`");
        assertThat(town.split("35").get(0).budget()).isEqualTo(new ActuatorId(SmallDistrict.DISTRICT, "load"));
    }

    @Test
    void aLampDimsToWhatItsClassNeedsAndOneWithoutSuchANumberNever() {
        anEvening();
        assertThat(text(town.split("15.3"))).isEqualTo("a=10 % b=25 % l1=50 %");
        assertThat(town.energy.current(SmallDistrict.DISTRICT).orElseThrow().unmet())
                .isEqualTo(kilowatts("0"));
        town.split("15");
        assertThat(town.energy.current(SmallDistrict.DISTRICT).orElseThrow().unmet())
                .isEqualTo(kilowatts("0.3"));
    }

    @Test
    void whatOtherLawAlreadyTakesAwayIsNotWanted() {
        anEvening();
        SortedMap<ActuatorId, Award> others = new TreeMap<>();
        others.put(new ActuatorId(TwinId.of("xx:a"), "output"), SmallDistrict.award("30"));
        others.put(new ActuatorId(TwinId.of("xx:l1"), "dimming"), SmallDistrict.award("40"));
        // Car A may take 15 kW anyway: one kW less than is left.
        assertThat(text(town.split("26.2", others))).isEqualTo("b=25 %");
        assertThat(text(town.split("24", others))).isEqualTo("a=27 % b=25 %");
    }

    @Test
    void theWantOfACarIsRememberedWhileItIsHeld() {
        anEvening();
        town.split("35");
        town.at(16).tell("a", "output", Optional.of(Quantity.of(48, Unit.PERCENT)));
        town.kilowatts("a", "24");
        town.at(30).meter("1006").split("35");
        EnergyBalance held = town.last();
        assertThat(held.load().amount()).isLessThan(kilowatts("36").amount());
        assertThat(held.withheld().amount())
                .isBetween(kilowatts("14").amount(), kilowatts("15").amount());
        // Let go it would be 50 kW again, so it is not let go.
        assertThat(text(town.split("52"))).contains("a=");
    }

    @Test
    void devicesAreLetGoOnlyOnceDemandIsBelowTheLimitByAMargin() {
        anEvening();
        town.split("54.9");
        // 55 kW are wanted at most: 5 % below 58 is 55.1, and below 57.8 it is 54.91.
        assertThat(town.split("57.8")).isNotEmpty();
        assertThat(town.split("58")).isNotEmpty();
        assertThat(town.at(30).meter("1006").split("58")).isNotEmpty();
        assertThat(town.at(44).split("58")).isNotEmpty();
        assertThat(town.at(45).meter("1009").split("58")).isEmpty();
        // Let go, they stay so where they would have been held on.
        assertThat(town.split("57.8")).isEmpty();
    }

    @Test
    void anHourThatIsNotCalmThroughoutStartsAnew() {
        anEvening();
        town.split("54.9");
        assertThat(town.at(20).split("58")).isNotEmpty();
        assertThat(town.at(30).meter("1006").split("57.8")).isNotEmpty();
        assertThat(town.at(50).split("58")).isNotEmpty();
        assertThat(town.at(60).meter("1012").split("58")).isNotEmpty();
        assertThat(town.at(80).split("58")).isEmpty();
    }

    @Test
    void allIsLetGoWhenTheCarLeavesOrTheLimitEnds() {
        anEvening();
        assertThat(town.split("35")).isNotEmpty();
        assertThat(town.split()).isEmpty();
        assertThat(town.split("35")).isNotEmpty();
        for (int quarter = 2; quarter < 6; quarter++) {
            town.at(15 * quarter).kilowatts("a", "0").meter(Integer.toString(1000 + 3 * quarter));
            town.split("35");
        }
        assertThat(town.split("35")).isEmpty();
    }

    @Test
    void aNewCarCountsAsWantingAllUntilItIsSeenToWantLess() {
        anEvening();
        town.split("35");
        town.tell("b", "output", Optional.of(Quantity.of(25, Unit.PERCENT))).kilowatts("b", "5");
        assertThat(text(town.split("35"))).isEqualTo("a=24 % b=61 %");
        town.tell("b", "output", Optional.of(Quantity.of(61, Unit.PERCENT))).kilowatts("b", "7");
        assertThat(text(town.split("35"))).isEqualTo("a=34 % b=36 %");
    }

    @Test
    void theSameInputsGiveTheSameShares() {
        SmallDistrict other = new SmallDistrict();
        anEvening();
        other.meter("1000").kilowatts("roof", "4").kilowatts("a", "40").kilowatts("b", "0");
        other.kilowatts("l1", "1000").kilowatts("l2", "1000").at(15).meter("1003");
        assertThat(other.split("35")).isEqualTo(town.split("35")).isNotEmpty();
    }
}
