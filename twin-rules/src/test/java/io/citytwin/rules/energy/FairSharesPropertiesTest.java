package io.citytwin.rules.energy;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.directive.ActuatorId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What must hold of every split, on seeded demands and at caps from too little to more than enough. */
class FairSharesPropertiesTest {

    private static final int DEMANDS = 400;

    private int curtailed;

    @FunctionalInterface
    private interface Check {
        void of(PowerDemand demand, PowerSplit split);
    }

    private void forAll(long seed, Check check) {
        RandomDemand random = new RandomDemand(seed);
        for (int number = 0; number < DEMANDS; number++) {
            PowerDemand demand = random.next();
            for (BigDecimal cap : random.caps(demand)) {
                PowerDemand capped = RandomDemand.with(demand, cap);
                PowerSplit split = FairShares.split(capped);
                curtailed += split.curtails() ? 1 : 0;
                check.of(capped, split);
            }
        }
        assertThat(curtailed).isGreaterThan(DEMANDS);
    }

    private static SortedMap<ActuatorId, BigDecimal> powers(PowerSplit split) {
        SortedMap<ActuatorId, BigDecimal> powers = new TreeMap<>();
        split.grants().forEach((id, grant) -> powers.put(id, grant.power().amount()));
        return powers;
    }

    @Test
    void everybodyGetsWhatTheSlowWayGives() {
        forAll(1, (demand, split) -> {
            SortedMap<ActuatorId, BigDecimal> slow = SlowShares.split(demand);
            powers(split).forEach((id, power) -> assertThat(power).isEqualByComparingTo(slow.get(id)));
            assertThat(split.grants().keySet()).isEqualTo(slow.keySet());
        });
    }

    @Test
    void theSumKeepsToTheCapOrTellsByHowMuchItDoesNot() {
        forAll(2, (demand, split) -> {
            BigDecimal drawn =
                    powers(split).values().stream().reduce(demand.uncontrolled().amount(), BigDecimal::add);
            assertThat(drawn.add(split.unused().amount()))
                    .isEqualByComparingTo(
                            demand.cap().amount().add(split.unmet().amount()));
            assertThat(split.unused().amount().min(split.unmet().amount())).isZero();
        });
    }

    @Test
    void nothingIsUnmetUnlessAllAreAtTheirFloors() {
        forAll(3, (demand, split) -> {
            if (split.unmet().amount().signum() > 0) {
                PowerSplit nothing = FairShares.split(RandomDemand.with(demand, BigDecimal.valueOf(-1_000_000)));
                assertThat(powers(split)).isEqualTo(powers(nothing));
            }
        });
    }

    @Test
    void lessCapGivesNobodyMore() {
        RandomDemand random = new RandomDemand(4);
        for (int number = 0; number < DEMANDS; number++) {
            PowerDemand demand = random.next();
            SortedMap<ActuatorId, BigDecimal> before = new TreeMap<>();
            for (BigDecimal cap : random.caps(demand)) {
                SortedMap<ActuatorId, BigDecimal> now = powers(FairShares.split(RandomDemand.with(demand, cap)));
                before.forEach((id, power) -> assertThat(now.get(id)).isGreaterThanOrEqualTo(power));
                before = now;
            }
        }
    }

    @Test
    void whatIsLeftIsLessThanAStepOfSomebodyWhoWantsMore() {
        forAll(5, (demand, split) -> {
            if (split.curtails() && split.unmet().amount().signum() == 0) {
                BigDecimal step = demand.step().amount();
                BigDecimal largest = BigDecimal.ZERO;
                for (ChargingSession session : demand.sessions()) {
                    largest =
                            largest.max(session.rated().amount().multiply(step).movePointLeft(2));
                }
                for (LitLamp lamp : demand.lamps()) {
                    largest =
                            largest.max(Kilowatts.of(lamp.full()).multiply(step).movePointLeft(2));
                }
                assertThat(split.unused().amount()).isLessThan(largest);
            }
        });
    }

    @Test
    void noCarEnviesAnotherByMoreThanItsOwnStepUnlessTheOtherIsAtItsFloor() {
        forAll(6, (demand, split) -> {
            for (ChargingSession poor : demand.sessions()) {
                PowerSplit.Grant mine = split.grants().get(poor.connector());
                BigDecimal ownStep =
                        poor.rated().amount().multiply(demand.step().amount()).movePointLeft(2);
                for (ChargingSession rich : demand.sessions()) {
                    BigDecimal theirs =
                            split.grants().get(rich.connector()).power().amount();
                    BigDecimal theirStep = rich.rated()
                            .amount()
                            .multiply(demand.step().amount())
                            .movePointLeft(2);
                    boolean aboveFloor = theirs.compareTo(rich.floor().amount().add(theirStep)) > 0;
                    if (mine.curtailed() && aboveFloor) {
                        assertThat(theirs)
                                .isLessThanOrEqualTo(mine.power().amount().add(ownStep));
                    }
                }
            }
        });
    }

    @Test
    void carsAreAboveTheirFloorsOnlyWhileAllLampsAreAsBrightAsTheyWant() {
        forAll(7, (demand, split) -> {
            boolean dimmed = demand.lamps().stream()
                    .anyMatch(lamp -> split.grants().get(lamp.lamp()).curtailed());
            if (dimmed) {
                PowerSplit floors = FairShares.split(RandomDemand.with(demand, BigDecimal.valueOf(-1_000_000)));
                assertThat(split.charging()).isEqualTo(floors.charging());
            }
        });
    }

    @Test
    void theOrderOfTheListsDoesNotMatter() {
        forAll(8, (demand, split) -> {
            List<ChargingSession> sessions = new ArrayList<>(demand.sessions());
            List<LitLamp> lamps = new ArrayList<>(demand.lamps());
            Collections.shuffle(sessions, new Random(1));
            Collections.shuffle(lamps, new Random(2));
            assertThat(FairShares.split(
                            new PowerDemand(demand.cap(), demand.uncontrolled(), sessions, lamps, demand.step())))
                    .isEqualTo(split);
        });
    }
}
