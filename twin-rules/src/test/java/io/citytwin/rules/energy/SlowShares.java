package io.citytwin.rules.energy;

import io.citytwin.rules.directive.ActuatorId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The same split in another way: every step that anybody could ever take stands in one list, sorted, and is paid in turn. */
final class SlowShares {

    private SlowShares() {}

    /** One step of one device: lamps first, then by what the device has after it. */
    private record Step(int stage, BigDecimal level, ActuatorId who, BigDecimal cost) {}

    /** The power of each, in kW. */
    static SortedMap<ActuatorId, BigDecimal> split(PowerDemand demand) {
        SortedMap<ActuatorId, BigDecimal> power = new TreeMap<>();
        List<Step> steps = new ArrayList<>();
        BigDecimal step = demand.step().amount();
        demand.lamps().forEach(lamp -> {
            BigDecimal full = Kilowatts.of(lamp.full());
            BigDecimal least =
                    ceiling(lamp.least().amount(), step).min(lamp.wanted().amount());
            power.put(lamp.lamp(), of(full, least));
            for (BigDecimal at = least; at.compareTo(lamp.wanted().amount()) < 0 && full.signum() > 0; ) {
                BigDecimal next = at.add(step).min(lamp.wanted().amount());
                steps.add(new Step(0, next, lamp.lamp(), of(full, next.subtract(at))));
                at = next;
            }
        });
        demand.sessions().forEach(session -> {
            BigDecimal unit = of(Kilowatts.of(session.rated()), step);
            BigDecimal highest = floor(session.ceiling().amount(), step);
            BigDecimal most = Kilowatts.of(session.wanted()).min(of(Kilowatts.of(session.rated()), highest));
            BigDecimal least = ceiling(Kilowatts.of(session.floor()), unit).min(most);
            power.put(session.connector(), least);
            for (BigDecimal at = least; at.compareTo(most) < 0; ) {
                BigDecimal next = at.add(unit).min(most);
                steps.add(new Step(1, next, session.connector(), next.subtract(at)));
                at = next;
            }
        });
        steps.sort(Comparator.comparing(Step::stage).thenComparing(Step::level).thenComparing(Step::who));
        BigDecimal left = power.values().stream()
                .reduce(Kilowatts.of(demand.cap()).subtract(Kilowatts.of(demand.uncontrolled())), BigDecimal::subtract);
        for (Step next : steps) {
            left = left.subtract(next.cost());
            if (left.signum() < 0) {
                break;
            }
            power.merge(next.who(), next.cost(), BigDecimal::add);
        }
        return power;
    }

    private static BigDecimal of(BigDecimal power, BigDecimal percent) {
        return power.multiply(percent).movePointLeft(2);
    }

    private static BigDecimal ceiling(BigDecimal number, BigDecimal unit) {
        return number.divide(unit, 0, RoundingMode.CEILING).multiply(unit);
    }

    private static BigDecimal floor(BigDecimal number, BigDecimal unit) {
        return number.divide(unit, 0, RoundingMode.FLOOR).multiply(unit);
    }
}
