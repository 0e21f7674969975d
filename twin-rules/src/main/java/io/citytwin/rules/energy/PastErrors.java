package io.citytwin.rules.energy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Errors of a week of predictions that were made the same time ahead. For one thread at a time. */
final class PastErrors {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int NEAR = 4;
    private static final int LEAST = 20;
    private static final int SLOTS = 96;

    private final Deque<PastError> errors = new ArrayDeque<>();
    // A margin looks at few of them, and is asked for many times in each quarter.
    private final List<Deque<BigDecimal>> bySlot =
            Stream.<Deque<BigDecimal>>generate(ArrayDeque::new).limit(SLOTS).toList();

    /** What came less what was predicted, in a quarter of the civil day. */
    record PastError(Instant from, int slot, BigDecimal error) {}

    void add(Instant from, int slot, BigDecimal error) {
        put(new PastError(from, slot, error));
        while (!errors.element().from().isAfter(from.minus(KEPT))) {
            bySlot.get(errors.remove().slot()).remove();
        }
    }

    private void put(PastError error) {
        errors.add(error);
        bySlot.get(error.slot()).add(error.error());
    }

    void resume(List<PastError> known) {
        known.forEach(this::put);
    }

    List<PastError> state() {
        return List.copyOf(errors);
    }

    List<BigDecimal> all() {
        return errors.stream().map(PastError::error).toList();
    }

    List<BigDecimal> at(int slot) {
        return slot < 0 || slot >= SLOTS ? List.of() : List.copyOf(bySlot.get(slot));
    }

    /** How far below and above a prediction the next quarter may come, never below 0, in kW. */
    record Margins(BigDecimal below, BigDecimal above) {}

    /**
     * What the given part of the errors within an hour of the same time of day does not pass on either side: the bounds that
     * hold for the next error if errors come in any order. Empty if too few are known.
     */
    Optional<Margins> margins(int slot, BigDecimal coverage) {
        List<BigDecimal> near = new ArrayList<>();
        for (int other = slot - NEAR; other <= slot + NEAR; other++) {
            near.addAll(bySlot.get(Math.floorMod(other, SLOTS)));
        }
        if (near.size() < LEAST) {
            return Optional.empty();
        }
        int rank = coverage.multiply(BigDecimal.valueOf(near.size() + 1L))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        near.sort(null);
        int place = Math.min(rank, near.size());
        return Optional.of(new Margins(
                Kilowatts.notNegative(near.get(near.size() - place).negate()),
                Kilowatts.notNegative(near.get(place - 1))));
    }
}
