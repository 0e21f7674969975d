package io.citytwin.examples.benchmark.city;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What happens in the city: property by property, the same for the same seed. Readings walk, so that most of them stay
 * between the same thresholds; what is written in documents changes seldom, and to anything. For one thread at a time.
 */
public final class Updates {

    private final ReferenceCity city;
    private final SplittableRandom random;
    private final short[][] states;
    private final double[][] rates;

    private Updates(ReferenceCity city, long seed) {
        this.city = city;
        this.random = new SplittableRandom(seed);
        this.states = new short[city.twins()][];
        this.rates = new double[Kind.values().length][];
        for (Kind kind : Kind.values()) {
            rates[kind.number()] = sums(city.columns(kind));
        }
    }

    /**
     * Updates of a city as it is at the start.
     *
     * @param city that they are about
     * @param seed of what happens
     */
    public static Updates of(ReferenceCity city, long seed) {
        return new Updates(city, seed);
    }

    private static double[] sums(List<Column> columns) {
        double[] sums = new double[columns.size()];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += columns.get(i).habit().rate();
            sums[i] = sum;
        }
        return sums;
    }

    /** Updates in their order. The arrays are not copied. For one thread at a time. */
    public static final class Stream {

        private final int[] twins;
        private final short[] columns;
        private final short[] values;

        /**
         * Updates.
         *
         * @param twins the number of the twin of each
         * @param columns the place of the column among those of the twin's kind
         * @param values the place of the value among those of the column
         */
        public Stream(int[] twins, short[] columns, short[] values) {
            this.twins = twins;
            this.columns = columns;
            this.values = values;
        }

        /** The number of the twin of each. */
        public int[] twins() {
            return twins;
        }

        /** The place of the column of each. */
        public short[] columns() {
            return columns;
        }

        /** The place of the value of each. */
        public short[] values() {
            return values;
        }
    }

    /**
     * The next updates.
     *
     * @param number how many
     * @return in their order
     */
    public Stream next(int number) {
        Stream stream = new Stream(new int[number], new short[number], new short[number]);
        for (int i = 0; i < number; i++) {
            int twin = random.nextInt(city.twins());
            Kind kind = city.kind(twin);
            int at = draw(rates[kind.number()]);
            Column column = city.columns(kind).get(at);
            short[] state = state(twin, kind);
            state[at] = (short) next(column, state[at]);
            stream.twins()[i] = twin;
            stream.columns()[i] = (short) at;
            stream.values()[i] = state[at];
        }
        return stream;
    }

    private short[] state(int twin, Kind kind) {
        short[] known = states[twin];
        if (known == null) {
            List<Column> columns = city.columns(kind);
            known = new short[columns.size()];
            for (int i = 0; i < known.length; i++) {
                known[i] = (short) city.valueOf(twin, columns.get(i));
            }
            states[twin] = known;
        }
        return known;
    }

    private int draw(double[] sums) {
        double drawn = random.nextDouble() * sums[sums.length - 1];
        int at = Arrays.binarySearch(sums, drawn);
        int found = at < 0 ? -at - 1 : at + 1;
        return Math.min(found, sums.length - 1);
    }

    private int next(Column column, int now) {
        int size = column.values().size();
        if (column.habit().walks()) {
            int most = Math.max(1, size / 64);
            int step = random.nextInt(2 * most) - most;
            int moved = now + (step >= 0 ? step + 1 : step);
            return Math.max(0, Math.min(size - 1, moved));
        }
        ImmutableIntArray weights = column.habit().weights();
        if (weights.isEmpty()) {
            return random.nextInt(size);
        }
        int drawn = random.nextInt(weights.get(weights.length() - 1));
        int at = 0;
        while (weights.get(at) <= drawn) {
            at++;
        }
        return at;
    }
}
