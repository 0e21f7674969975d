package io.citytwin.rules.energy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Errors of a week of predictions that were made the same time ahead. For one thread at a time. */
final class PastErrors {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int NEAR = 4;
    private static final int LEAST = 20;
    private static final int SLOTS = 96;

    private final Deque<PastError> errors = new ArrayDeque<>();

    /** What came less what was predicted, in a quarter of the civil day. */
    record PastError(Instant from, int slot, BigDecimal error) {

        boolean isNear(int other) {
            int apart = Math.floorMod(slot - other, SLOTS);
            return Math.min(apart, SLOTS - apart) <= NEAR;
        }
    }

    void add(Instant from, int slot, BigDecimal error) {
        errors.add(new PastError(from, slot, error));
        while (!errors.element().from().isAfter(from.minus(KEPT))) {
            errors.remove();
        }
    }

    void resume(List<PastError> known) {
        errors.addAll(known);
    }

    List<PastError> state() {
        return List.copyOf(errors);
    }

    List<BigDecimal> all() {
        return errors.stream().map(PastError::error).toList();
    }

    List<BigDecimal> at(int slot) {
        return errors.stream()
                .filter(error -> error.slot() == slot)
                .map(PastError::error)
                .toList();
    }

    /**
     * What the given part of the errors within an hour of the same time of day does not pass, never below 0: the bound that
     * holds for the next error if errors come in any order. Empty if too few are known.
     */
    Optional<BigDecimal> margin(int slot, BigDecimal coverage, boolean upwards) {
        List<BigDecimal> near = errors.stream()
                .filter(error -> error.isNear(slot))
                .map(error -> upwards ? error.error() : error.error().negate())
                .sorted()
                .toList();
        if (near.size() < LEAST) {
            return Optional.empty();
        }
        int rank = coverage.multiply(BigDecimal.valueOf(near.size() + 1L))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        return Optional.of(Kilowatts.notNegative(near.get(Math.min(rank, near.size()) - 1)));
    }
}
