package io.citytwin.rules.energy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A meter that tells how much it has counted so far: between two readings its power was their difference over the time
 * between them, and after the last one that power is carried on. For one thread at a time.
 */
final class MeterTally implements Tally {

    private static final BigDecimal KILOJOULES = BigDecimal.valueOf(3600);
    private static final int DECIMALS = 12;

    private Instant covered;
    private @Nullable Instant readAt;
    private BigDecimal reading = BigDecimal.ZERO;
    private @Nullable BigDecimal mean;
    private BigDecimal counted = BigDecimal.ZERO;
    private BigDecimal estimated = BigDecimal.ZERO;

    MeterTally(Instant from) {
        covered = from;
    }

    /** Goes on from what another one knew. */
    MeterTally(Known known) {
        covered = known.covered();
        readAt = known.readAt().orElse(null);
        reading = known.reading();
        mean = known.mean().orElse(null);
        counted = known.counted();
        estimated = known.estimated();
    }

    /** All of it at a moment, in kWh, kW and kJ. */
    record Known(
            Instant covered,
            Optional<Instant> readAt,
            BigDecimal reading,
            Optional<BigDecimal> mean,
            BigDecimal counted,
            BigDecimal estimated)
            implements State {}

    @Override
    public State state() {
        return new Known(covered, Optional.ofNullable(readAt), reading, power(), counted, estimated);
    }

    @Override
    public void tell(Optional<BigDecimal> told, Instant at) {
        if (told.isEmpty() || (readAt != null && !at.isAfter(readAt))) {
            return;
        }
        BigDecimal now = told.get();
        // A meter that counts less than before was exchanged: it says nothing of the time between.
        if (readAt != null && now.compareTo(reading) >= 0) {
            mean = now.subtract(reading)
                    .multiply(KILOJOULES)
                    .divide(Kilowatts.seconds(readAt, at), DECIMALS, RoundingMode.HALF_UP);
            estimate(mean, readAt);
            count(mean, at);
        }
        readAt = at;
        reading = now;
    }

    private void estimate(BigDecimal power, Instant to) {
        BigDecimal before = counted;
        count(power, to);
        estimated = estimated.add(counted.subtract(before).abs());
    }

    private void count(BigDecimal power, Instant to) {
        if (to.isAfter(covered)) {
            counted = counted.add(power.multiply(Kilowatts.seconds(covered, to)));
            covered = to;
        }
    }

    @Override
    public Optional<BigDecimal> power() {
        return Optional.ofNullable(mean);
    }

    @Override
    public Part close(Instant end) {
        if (mean != null) {
            estimate(mean, end);
        }
        Part part = mean == null ? Part.UNKNOWN : new Part(counted, estimated, BigDecimal.ZERO, true);
        covered = end.isAfter(covered) ? end : covered;
        counted = BigDecimal.ZERO;
        estimated = BigDecimal.ZERO;
        return part;
    }
}
