package io.citytwin.rules.directive;

import io.citytwin.core.model.TwinId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which entries of a {@link Ledger} somebody asks for. Immutable.
 *
 * @param twin only those of its actuators
 * @param property only those of actuators of this name
 * @param provision only those in which it won, lost, raised a value or ended; {@link Claim#PERSON} for overrides
 * @param from only those from this moment on
 * @param to only those before this moment
 */
public record LedgerQuery(
        Optional<TwinId> twin,
        Optional<String> property,
        Optional<String> provision,
        Optional<Instant> from,
        Optional<Instant> to) {

    /** Asks for all entries. */
    public static final LedgerQuery ALL =
            new LedgerQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Asks for those of one actuator.
     *
     * @param actuator whose
     * @return a query without a span of time
     */
    public static LedgerQuery of(ActuatorId actuator) {
        return new LedgerQuery(
                Optional.of(actuator.twin()),
                Optional.of(actuator.property()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    boolean takes(Ledger.Entry entry) {
        return isOf(entry.actuator())
                && provision.map(entry::names).orElse(true)
                && from.map(first -> !entry.at().isBefore(first)).orElse(true)
                && to.map(end -> entry.at().isBefore(end)).orElse(true);
    }

    boolean isOf(ActuatorId actuator) {
        return twin.map(actuator.twin()::equals).orElse(true)
                && property.map(actuator.property()::equals).orElse(true);
    }
}
