package io.citytwin.rules.energy;

import static io.citytwin.rules.energy.RandomDemand.kilowatts;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.signal.Input;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnergyBalanceTest {

    private final SmallDistrict town = new SmallDistrict();

    private void allTell() {
        town.meter("1000").kilowatts("roof", "4").kilowatts("a", "30").kilowatts("b", "0");
        town.kilowatts("l1", "1000").kilowatts("l2", "0").kilowatts("far", "9000");
    }

    private EnergyBalance close(int minutes) {
        town.at(minutes).split();
        return town.last();
    }

    @Test
    void partsAddUpAndWhatIsElsewhereDoesNotCount() {
        allTell();
        town.at(15).meter("1003");
        EnergyBalance balance = close(15);
        assertThat(balance.buildings()).isEqualTo(kilowatts("12"));
        assertThat(balance.panels()).isEqualTo(kilowatts("4"));
        assertThat(balance.charging()).isEqualTo(kilowatts("30"));
        assertThat(balance.lamps()).isEqualTo(kilowatts("1"));
        assertThat(balance.base()).isEqualTo(kilowatts("8"));
        assertThat(balance.load()).isEqualTo(kilowatts("39"));
        assertThat(balance.demand()).isEqualTo(kilowatts("39"));
        assertThat(balance.estimated()).isEqualTo(kilowatts("0"));
        assertThat(balance.missing()).isEmpty();
    }

    @Test
    void aChangeCountsFromItsSecond() {
        allTell();
        town.at(10).kilowatts("a", "45");
        town.at(15).meter("1003");
        assertThat(close(15).charging()).isEqualTo(kilowatts("35"));
        assertThat(close(30).charging()).isEqualTo(kilowatts("45"));
    }

    @Test
    void whoeverNeverToldIsNamedAndNotCountedAsNothing() {
        town.kilowatts("a", "30");
        EnergyBalance balance = close(15);
        assertThat(balance.missing()).extracting(TwinId::name).containsExactly("b", "l1", "l2", "meter", "roof");
    }

    @Test
    void aMeterThatIsLateIsCarriedOnAndMarked() {
        allTell();
        town.at(15).meter("1003");
        close(15);
        EnergyBalance silent = close(30);
        assertThat(silent.buildings()).isEqualTo(kilowatts("12"));
        assertThat(silent.estimated()).isEqualTo(kilowatts("12"));
        // Since 15:00, 16 kW in the mean; only what lies in the open quarter counts.
        town.at(45).meter("1011");
        EnergyBalance again = close(45);
        assertThat(again.buildings()).isEqualTo(kilowatts("16"));
        assertThat(again.estimated()).isEqualTo(kilowatts("0"));
    }

    @Test
    void anExchangedMeterSaysNothingOfTheTimeBetweenWhichIsEstimated() {
        allTell();
        town.at(15).meter("1003");
        close(15);
        town.at(20).meter("5");
        town.at(30).meter("8");
        EnergyBalance balance = close(30);
        assertThat(balance.buildings()).isEqualTo(kilowatts("18"));
        assertThat(balance.estimated()).isEqualTo(kilowatts("6"));
    }

    @Test
    void aBadReadingLeavesTheLastOneStandingAsEstimated() {
        allTell();
        town.at(5).tell("a", "power", Optional.empty());
        town.at(15).meter("1003");
        EnergyBalance balance = close(15);
        assertThat(balance.charging()).isEqualTo(kilowatts("30"));
        assertThat(balance.estimated()).isEqualTo(kilowatts("20"));
    }

    @Test
    void aPowerThatWasToldOnceIsTrustedForADay() {
        allTell();
        for (int minutes = 15; minutes <= 24 * 60 + 15; minutes += 15) {
            int hours = minutes / 15;
            town.at(minutes).meter(Integer.toString(1000 + 3 * hours));
            EnergyBalance balance = close(minutes);
            String doubted = minutes <= 24 * 60 ? "0" : "35";
            assertThat(balance.estimated()).as("%s", minutes).isEqualTo(kilowatts(doubted));
        }
    }

    @Test
    void whatComesAtTheEndOfAQuarterBelongsToItAndATickClosesIt() {
        allTell();
        town.at(15).kilowatts("a", "50").meter("1003");
        assertThat(town.energy.past(SmallDistrict.DISTRICT)).isEmpty();
        town.energy.accept(new Input.Tick(SmallDistrict.START.plusSeconds(900)));
        assertThat(town.last().charging()).isEqualTo(kilowatts("30"));
        assertThat(town.last().from()).isEqualTo(SmallDistrict.START);
    }

    @Test
    void eightDaysOfBalancesAreKept() {
        allTell();
        close(8 * 24 * 60);
        assertThat(town.energy.past(SmallDistrict.DISTRICT)).hasSize(768);
        close(9 * 24 * 60);
        assertThat(town.energy.past(SmallDistrict.DISTRICT)).hasSize(768);
        assertThat(town.energy.past(TwinId.of("xx:elsewhere"))).isEmpty();
    }

    @Test
    void panelsThatGiveMoreThanIsUsedMakeTheLoadNegative() {
        allTell();
        town.kilowatts("roof", "50").kilowatts("a", "0");
        town.at(15).meter("1003");
        assertThat(close(15).load()).isEqualTo(Quantity.of("-37", Unit.KILOWATT));
    }
}
