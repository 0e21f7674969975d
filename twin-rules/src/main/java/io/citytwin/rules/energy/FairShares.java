package io.citytwin.rules.energy;

import io.citytwin.rules.directive.ActuatorId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Splits power over charging cars and lamps. It keeps nothing. Safe for use by many threads.
 *
 * <p>First everybody gets its floor. Then lamps brighten to what they want, always the one that would be darkest after its
 * next step; then cars charge faster, always the one that would have least power after its next step; among equals, the
 * first by actuator. The first step that does not fit is the last: since the order of steps does not depend on the cap, less cap
 * gives nobody more, and nothing is left while somebody is curtailed but less than one step of one device. Where the floors
 * alone pass the cap, the rest is unmet. Numbers are exact decimals; nothing is rounded but floors up and ceilings down to a
 * step of the device.
 */
public final class FairShares {

    private FairShares() {}

    /**
     * Splits.
     *
     * @param demand what is to be shared, and by whom; each actuator at most once
     * @return what each gets; floors and what is uncontrolled pass the cap only by what is told as unmet
     */
    public static PowerSplit split(PowerDemand demand) {
        BigDecimal step = Kilowatts.percent(demand.step());
        List<Taker> lamps =
                demand.lamps().stream().map(lamp -> Taker.of(lamp, step)).toList();
        List<Taker> sessions = demand.sessions().stream()
                .map(session -> Taker.of(session, step))
                .toList();
        BigDecimal left = Kilowatts.of(demand.cap())
                .subtract(Kilowatts.of(demand.uncontrolled()))
                .subtract(sum(lamps))
                .subtract(sum(sessions));
        BigDecimal unmet = Kilowatts.notNegative(left.negate());
        left = raise(lamps, left);
        if (lamps.stream().noneMatch(Taker::wantsMore)) {
            left = raise(sessions, left);
        }
        return new PowerSplit(
                grants(lamps, sessions),
                Kilowatts.quantity(sum(sessions)),
                Kilowatts.quantity(sum(lamps)),
                Kilowatts.quantity(Kilowatts.notNegative(left)),
                Kilowatts.quantity(unmet));
    }

    /** Gives steps until one does not fit; tells what is left. */
    private static BigDecimal raise(List<Taker> takers, BigDecimal available) {
        BigDecimal all = takers.stream().map(Taker::missing).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.compareTo(available) <= 0) {
            takers.forEach(Taker::takeAll);
            return available.subtract(all);
        }
        PriorityQueue<Taker> next = new PriorityQueue<>(Taker.NEXT);
        takers.stream().filter(Taker::wantsMore).forEach(next::add);
        BigDecimal left = available;
        while (!next.isEmpty() && next.peek().nextCost().compareTo(left) <= 0) {
            Taker taker = next.remove();
            left = left.subtract(taker.nextCost());
            taker.takeStep();
            if (taker.wantsMore()) {
                next.add(taker);
            }
        }
        return left;
    }

    private static BigDecimal sum(List<Taker> takers) {
        return takers.stream().map(Taker::power).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static SortedMap<ActuatorId, PowerSplit.Grant> grants(List<Taker> lamps, List<Taker> sessions) {
        SortedMap<ActuatorId, PowerSplit.Grant> grants = new TreeMap<>();
        List<Taker> all = new ArrayList<>(lamps);
        all.addAll(sessions);
        all.forEach(taker -> grants.put(taker.actuator(), taker.grant()));
        return grants;
    }
}
