package io.citytwin.examples.milan.city;

import java.util.List;
import java.util.Random;

/**
 * Draws that look like chance and are the same on every machine, each series from a seed and the number of its day or
 * vehicle alone. For one thread at a time.
 */
final class Draw {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Random random;

    Draw(long seed, long number) {
        // Neighbouring seeds of Random begin alike: the bits of seed and number are mixed first.
        long mixed = seed * SPREAD + number;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        this.random = new Random(mixed ^ (mixed >>> 31));
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean happens(int perMille) {
        return random.nextInt(1000) < perMille;
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    <W extends Weighed> W weighed(List<W> all) {
        return all.get(index(all.stream().map(Weighed::weight).toList()));
    }

    /** A position, as often as its weight says. */
    int index(List<Integer> weights) {
        int rest = random.nextInt(weights.stream().mapToInt(Integer::intValue).sum());
        int at = 0;
        while (rest >= weights.get(at)) {
            rest -= weights.get(at);
            at++;
        }
        return at;
    }
}
