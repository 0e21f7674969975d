package io.citytwin.rules.energy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A device that tells its power whenever that changes: what it told last stands until the next telling, and is doubted after
 * a bad reading or a long silence. For one thread at a time.
 */
final class PowerTally implements Tally {

    private final Duration trusted;
    private Instant until;
    private Instant heard;
    private @Nullable BigDecimal power;
    private boolean doubted;
    private BigDecimal withheldPower = BigDecimal.ZERO;
    private BigDecimal energy = BigDecimal.ZERO;
    private BigDecimal estimated = BigDecimal.ZERO;
    private BigDecimal withheld = BigDecimal.ZERO;

    PowerTally(Instant from, Duration trusted) {
        this.until = from;
        this.heard = from;
        this.trusted = trusted;
    }

    /** Goes on from what another one knew. */
    PowerTally(Known known, Duration trusted) {
        this(known.until(), trusted);
        heard = known.heard();
        power = known.power().orElse(null);
        doubted = known.doubted();
        withheldPower = known.withheldPower();
        energy = known.energy();
        estimated = known.estimated();
        withheld = known.withheld();
    }

    /** All of it at a moment, in kW and kJ. */
    record Known(
            Instant until,
            Instant heard,
            Optional<BigDecimal> power,
            boolean doubted,
            BigDecimal withheldPower,
            BigDecimal energy,
            BigDecimal estimated,
            BigDecimal withheld)
            implements State {}

    @Override
    public State state() {
        return new Known(until, heard, power(), doubted, withheldPower, energy, estimated, withheld);
    }

    @Override
    public void tell(Optional<BigDecimal> reading, Instant at) {
        if (power == null && reading.isPresent()) {
            // Before its first word it counts as it does then, and as estimated.
            power = reading.get();
            doubted = true;
        }
        advance(at);
        doubted = reading.isEmpty();
        if (reading.isPresent()) {
            power = reading.get();
            heard = at.isBefore(heard) ? heard : at;
        }
    }

    /** From now on, this much would come on top if no budget limited it, in kW. */
    void withhold(BigDecimal kilowatts, Instant at) {
        advance(at);
        withheldPower = kilowatts;
    }

    @Override
    public Optional<BigDecimal> power() {
        return Optional.ofNullable(power);
    }

    @Override
    public Part close(Instant end) {
        advance(end);
        Part part = power == null ? Part.UNKNOWN : new Part(energy, estimated, withheld, true);
        energy = BigDecimal.ZERO;
        estimated = BigDecimal.ZERO;
        withheld = BigDecimal.ZERO;
        return part;
    }

    private void advance(Instant to) {
        if (power != null && to.isAfter(until)) {
            energy = energy.add(power.multiply(Kilowatts.seconds(until, to)));
            withheld = withheld.add(withheldPower.multiply(Kilowatts.seconds(until, to)));
            Instant sure = doubted ? until : heard.plus(trusted);
            if (to.isAfter(sure)) {
                Instant doubtedFrom = sure.isAfter(until) ? sure : until;
                estimated = estimated.add(power.abs().multiply(Kilowatts.seconds(doubtedFrom, to)));
            }
        }
        until = to.isAfter(until) ? to : until;
    }
}
