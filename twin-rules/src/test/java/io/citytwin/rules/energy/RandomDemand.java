package io.citytwin.rules.energy;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.rules.directive.ActuatorId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Demands of all sizes, with equal ones, useless ones and nobody among them. */
final class RandomDemand {

    private final Random random;

    RandomDemand(long seed) {
        random = new Random(seed);
    }

    PowerDemand next() {
        List<ChargingSession> sessions = new ArrayList<>();
        List<LitLamp> lamps = new ArrayList<>();
        for (int number = random.nextInt(7); number > 0; number--) {
            sessions.add(session(number));
        }
        for (int number = random.nextInt(7); number > 0; number--) {
            lamps.add(lamp(number));
        }
        String step = List.of("1", "5", "7", "0.5").get(random.nextInt(4));
        return new PowerDemand(kilowatts("0"), kilowatts(tenths(-200, 600)), sessions, lamps, percent(step));
    }

    /** From too little for the floors to more than all want. */
    List<BigDecimal> caps(PowerDemand demand) {
        List<BigDecimal> caps = new ArrayList<>();
        BigDecimal most = Kilowatts.of(demand.released());
        BigDecimal base = Kilowatts.of(demand.uncontrolled());
        for (int part = -1; part <= 11; part++) {
            BigDecimal share = BigDecimal.valueOf(part).movePointLeft(1);
            caps.add(base.add(most.subtract(base).multiply(share))
                    .add(BigDecimal.valueOf(random.nextInt(100)).movePointLeft(4)));
        }
        caps.sort(null);
        return caps;
    }

    static PowerDemand with(PowerDemand demand, BigDecimal cap) {
        return new PowerDemand(
                Kilowatts.quantity(cap), demand.uncontrolled(), demand.sessions(), demand.lamps(), demand.step());
    }

    private ChargingSession session(int number) {
        String rated = List.of("3.7", "11", "22", "50").get(random.nextInt(4));
        return new ChargingSession(
                new ActuatorId(TwinId.of("xx:car-" + number), "output"),
                kilowatts(rated),
                kilowatts(tenths(0, 500)),
                kilowatts(List.of("0", "1.4", "4.4").get(random.nextInt(3))),
                percent(List.of("100", "100", "70", "33").get(random.nextInt(4))));
    }

    private LitLamp lamp(int number) {
        return new LitLamp(
                new ActuatorId(TwinId.of("xx:lamp-" + number), "dimming"),
                Quantity.of(List.of("0", "70", "107", "5000").get(random.nextInt(4)), Unit.WATT),
                percent(List.of("100", "60", "42.5").get(random.nextInt(3))),
                percent(List.of("0", "50", "75").get(random.nextInt(3))));
    }

    private String tenths(int from, int to) {
        return BigDecimal.valueOf(from + random.nextInt(to - from))
                .movePointLeft(1)
                .toPlainString();
    }

    static Quantity kilowatts(String amount) {
        return Quantity.of(amount, Unit.KILOWATT);
    }

    static Quantity percent(String amount) {
        return Quantity.of(amount, Unit.PERCENT);
    }
}
