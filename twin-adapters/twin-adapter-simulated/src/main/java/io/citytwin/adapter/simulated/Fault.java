package io.citytwin.adapter.simulated;

import java.time.Duration;
import java.time.Instant;

/** What is wrong with a simulated device. By chance means by the seed: the same run has the same faults. Immutable. */
public sealed interface Fault {

    /**
     * Some of what the device tells never arrives.
     *
     * @param share how much, by chance, from 0 to 1
     */
    record Loss(double share) implements Fault {

        /** Refuses what is no share. */
        public Loss {
            Faults.checkShare(share);
        }
    }

    /**
     * Some of what the device tells arrives twice, the second time a minute later.
     *
     * @param share how much, by chance, from 0 to 1
     */
    record Repetition(double share) implements Fault {

        /** Refuses what is no share. */
        public Repetition {
            Faults.checkShare(share);
        }
    }

    /**
     * What the device tells arrives late, and so in another order. What is on its way when the city ends is lost.
     *
     * @param most how late, by chance
     */
    record Delay(Duration most) implements Fault {}

    /**
     * The numbers that the device tells move away from what is so.
     *
     * @param share by how much of themselves in a day of the simulation; below 0 they fall
     */
    record Drift(double share) implements Fault {}

    /**
     * The device tells what it told last, whatever is so.
     *
     * @param since from when on
     */
    record Stuck(Instant since) implements Fault {}

    /** The device says that it does what it is asked, and does nothing; it tells what it shows on each occasion. */
    record Lie() implements Fault {}
}
