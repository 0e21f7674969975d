package io.citytwin.rules.energy;

import io.citytwin.rules.directive.ActuatorId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;

/** A device that takes a part of a budget, step by step. For one thread at a time. */
final class Taker {

    /** Who comes next: the one that would have least after its next step, so nobody overtakes another. */
    static final Comparator<Taker> NEXT = Comparator.comparing(Taker::nextLevel).thenComparing(taker -> taker.actuator);

    private final ActuatorId actuator;
    private final BigDecimal stepShare;
    private final BigDecimal mostShare;
    private final BigDecimal stepPower;
    private final BigDecimal mostPower;
    private final boolean lamp;
    private final int wanted;
    private int taken;

    private Taker(ActuatorId actuator, boolean lamp, Plan plan) {
        this.actuator = actuator;
        this.lamp = lamp;
        this.stepShare = plan.step();
        this.mostShare = plan.mostShare();
        this.stepPower = plan.full().multiply(plan.step()).movePointLeft(2);
        this.mostPower = plan.mostPower();
        this.wanted = stepPower.signum() == 0 ? 0 : steps(mostPower, stepPower);
        this.taken = stepPower.signum() == 0 ? 0 : Math.min(wanted, steps(plan.least(), stepPower));
    }

    /** Full power, step and most share in %, and most and least power in kW. */
    private record Plan(
            BigDecimal full, BigDecimal step, BigDecimal mostShare, BigDecimal mostPower, BigDecimal least) {}

    /** It starts at its floor. A ceiling between two steps counts as the lower one. */
    static Taker of(ChargingSession session, BigDecimal step) {
        BigDecimal rated = Kilowatts.notNegative(Kilowatts.of(session.rated()));
        BigDecimal ceiling =
                Kilowatts.notNegative(Kilowatts.percent(session.ceiling()).min(Kilowatts.HUNDRED));
        BigDecimal highest = step.multiply(ceiling.divide(step, 0, RoundingMode.FLOOR));
        BigDecimal most = Kilowatts.notNegative(Kilowatts.of(session.wanted()))
                .min(rated.multiply(highest).movePointLeft(2));
        BigDecimal floor = Kilowatts.notNegative(Kilowatts.of(session.floor()));
        return new Taker(session.connector(), false, new Plan(rated, step, highest, most, floor));
    }

    /** It starts at what its class needs. */
    static Taker of(LitLamp lamp, BigDecimal step) {
        BigDecimal full = Kilowatts.notNegative(Kilowatts.of(lamp.full()));
        BigDecimal wanted = Kilowatts.notNegative(Kilowatts.percent(lamp.wanted()));
        BigDecimal least = Kilowatts.notNegative(Kilowatts.percent(lamp.least()));
        return new Taker(
                lamp.lamp(),
                true,
                new Plan(
                        full,
                        step,
                        wanted,
                        lamp.released(),
                        full.multiply(least).movePointLeft(2)));
    }

    private static int steps(BigDecimal power, BigDecimal stepPower) {
        return power.divide(stepPower, 0, RoundingMode.CEILING).intValueExact();
    }

    ActuatorId actuator() {
        return actuator;
    }

    boolean wantsMore() {
        return taken < wanted;
    }

    BigDecimal power() {
        return power(taken);
    }

    BigDecimal missing() {
        return mostPower.subtract(power());
    }

    BigDecimal nextCost() {
        return power(taken + 1).subtract(power());
    }

    void takeStep() {
        taken++;
    }

    void takeAll() {
        taken = wanted;
    }

    PowerSplit.Grant grant() {
        return new PowerSplit.Grant(Kilowatts.share(share(taken)), Kilowatts.quantity(power()), wantsMore());
    }

    /** Sessions are compared by their power, lamps by their share of full light: roads look alike. */
    private BigDecimal nextLevel() {
        return lamp ? share(taken + 1) : power(taken + 1);
    }

    private BigDecimal share(int steps) {
        return mostShare.min(stepShare.multiply(BigDecimal.valueOf(steps)));
    }

    private BigDecimal power(int steps) {
        return mostPower.min(stepPower.multiply(BigDecimal.valueOf(steps)));
    }
}
