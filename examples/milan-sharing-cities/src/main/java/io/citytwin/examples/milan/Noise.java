package io.citytwin.examples.milan;

import java.util.Random;

/**
 * Numbers that look like chance and are the same on every machine: the seeded generator that Java specifies bit by bit,
 * and sums instead of logarithms. For one thread at a time.
 */
final class Noise {

    private static final int DRAWS = 12;

    private final Random random;

    Noise(long seed) {
        this.random = new Random(seed);
    }

    /** About normal, mean 0, deviation 1: the sum of twelve draws. */
    double normal() {
        double sum = -DRAWS / 2.0;
        for (int draw = 0; draw < DRAWS; draw++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    /** Whether something happens that happens so many times in a thousand. */
    boolean happens(int perMille) {
        return random.nextInt(1000) < perMille;
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }
}
