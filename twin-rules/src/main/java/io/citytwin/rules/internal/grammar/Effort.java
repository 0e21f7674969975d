package io.citytwin.rules.internal.grammar;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts the steps of an evaluation and ends it when they are too many. Effort, not time: the same facts end at the same
 * step, on every machine. For one thread at a time.
 */
public final class Effort {

    /** Effort of one evaluation. The shipped regulations need less than a hundredth of it. */
    public static final int MOST = 400_000;

    /** What a step weighs that joins two facts: it can leave a match that is kept. */
    public static final int JOIN = 4;

    // Whoever evaluates calls back on its own thread; nothing else leads from there to the evaluation.
    private static final ThreadLocal<@Nullable Effort> CURRENT = new ThreadLocal<>();

    private final int most;
    private int taken;

    private Effort(int most) {
        this.most = most;
    }

    /** An evaluation took more steps than it may. Immutable. */
    public static final class Exhausted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Exhausted(int most) {
            super("its rules take more than `" + most + "` steps for one answer", null, false, false);
        }
    }

    /**
     * Runs an evaluation within a budget of steps.
     *
     * @param most from which on it is ended
     * @param evaluation what may count steps on this thread
     * @param <T> of the result
     * @return what it gives
     * @throws Exhausted if it takes more
     */
    public static <T> T within(int most, Supplier<T> evaluation) {
        Effort before = CURRENT.get();
        Effort own = new Effort(most);
        CURRENT.set(own);
        try {
            return evaluation.get();
        } catch (RuntimeException failure) {
            // Libraries wrap what ends their work.
            throw own.taken > most ? new Exhausted(most) : failure;
        } finally {
            CURRENT.set(before);
        }
    }

    /**
     * Counts steps of the evaluation that runs on this thread, if one does.
     *
     * @param weight how many
     * @return true, so that it can stand among conditions
     * @throws Exhausted if they are too many
     */
    public static boolean take(int weight) {
        Effort steps = CURRENT.get();
        if (steps != null) {
            steps.taken += weight;
            if (steps.taken > steps.most) {
                throw new Exhausted(steps.most);
            }
        }
        return true;
    }
}
