package io.citytwin.rules.internal.backtest;

import io.citytwin.rules.verify.BacktestAmount;
import io.citytwin.rules.verify.BacktestMeasure;
import io.citytwin.rules.verify.BacktestShare;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up what measures do in one area: of each day, and of each class over all days. For one thread at a time. */
final class Tally {

    private final SortedMap<BacktestMeasure, Sum> sums = new TreeMap<>();

    /** One day, one measure. */
    private static final class Sum {
        private final BitSet minutes = new BitSet();
        private long twins;
        private long twinMinutes;
        private long unknownMinutes;
        private long directives;
        private BigDecimal shift = BigDecimal.ZERO;

        BacktestAmount amount() {
            return new BacktestAmount(minutes.cardinality(), twins, twinMinutes, unknownMinutes, directives, shift);
        }
    }

    /** What a class of twins has of a measure over all days. */
    static final class Total {
        private long twinMinutes;
        private BigDecimal shift = BigDecimal.ZERO;

        BacktestShare share(BacktestMeasure measure, Crowd.Member member) {
            return new BacktestShare(measure, member.values(), member.count(), twinMinutes, shift);
        }

        boolean isEmpty() {
            return twinMinutes == 0;
        }
    }

    private Sum sum(BacktestMeasure measure) {
        return sums.computeIfAbsent(measure, key -> new Sum());
    }

    /** A measure held for a class in some minutes of the day. */
    void held(BacktestMeasure measure, BitSet minutes, Crowd.Member member, Total total) {
        held(measure, minutes, member, BigDecimal.ZERO, total);
    }

    /** The same for a device that was asked for less than its resting value. */
    void held(BacktestMeasure measure, BitSet minutes, Crowd.Member member, BigDecimal shift, Total total) {
        long length = minutes.cardinality() * member.count();
        if (length == 0) {
            return;
        }
        Sum sum = sum(measure);
        BigDecimal shifted = shift.multiply(BigDecimal.valueOf(length));
        sum.minutes.or(minutes);
        sum.twins += member.count();
        sum.twinMinutes += length;
        sum.shift = sum.shift.add(shifted);
        total.twinMinutes += length;
        total.shift = total.shift.add(shifted);
    }

    /** Nobody can say whether it held. */
    void unknown(BacktestMeasure measure, long minutes, Crowd.Member member) {
        if (minutes > 0) {
            sum(measure).unknownMinutes += minutes * member.count();
        }
    }

    void directive(BacktestMeasure measure, Crowd.Member member) {
        sum(measure).directives += member.count();
    }

    SortedMap<BacktestMeasure, BacktestAmount> amounts() {
        SortedMap<BacktestMeasure, BacktestAmount> amounts = new TreeMap<>();
        sums.forEach((measure, sum) -> amounts.put(measure, sum.amount()));
        return amounts;
    }
}
