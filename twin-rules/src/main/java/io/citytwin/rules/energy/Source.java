package io.citytwin.rules.energy;

import io.citytwin.core.asset.Medium;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A device whose power counts in the balance of its district. For one thread at a time. */
class Source {

    private final Kind kind;
    private final Tally tally;
    private Twin twin;

    Source(Kind kind, Twin twin, Tally tally) {
        this.kind = kind;
        this.twin = twin;
        this.tally = tally;
    }

    /** Which part of a balance a device counts in. */
    enum Kind {
        BUILDINGS("energy"),
        HEAT_PUMPS("power"),
        PANELS("power"),
        CHARGING("power"),
        LAMPS("power");

        private final String property;

        Kind(String property) {
            this.property = property;
        }

        static Optional<Kind> of(Twin twin) {
            return switch (twin.type().name()) {
                case "Meter" -> Optional.of(BUILDINGS).filter(kind -> countsElectricity(twin));
                case "HeatPump" -> Optional.of(HEAT_PUMPS);
                case "Photovoltaic" -> Optional.of(PANELS);
                case "Connector" -> Optional.of(CHARGING);
                case "LampPost" -> Optional.of(LAMPS);
                default -> Optional.empty();
            };
        }

        private static boolean countsElectricity(Twin meter) {
            return meter.value("medium").equals(Optional.of(new Value.Term(Medium.ELECTRICITY.code())));
        }
    }

    static Optional<Source> of(Twin twin, Instant from, Duration trusted) {
        return Kind.of(twin).map(kind -> switch (kind) {
            case BUILDINGS -> new Source(kind, twin, new MeterTally(from));
            case CHARGING -> new Charger(twin, new PowerTally(from, trusted));
            case LAMPS -> new StreetLight(twin, new PowerTally(from, trusted));
            default -> new Source(kind, twin, new PowerTally(from, trusted));
        });
    }

    Kind kind() {
        return kind;
    }

    TwinId id() {
        return twin.id();
    }

    Twin twin() {
        return twin;
    }

    Tally tally() {
        return tally;
    }

    /** Takes what is known of the twin now, its reading included. */
    void becomes(Twin now, Instant at) {
        boolean moved = !now.value(kind.property).equals(twin.value(kind.property));
        twin = now;
        Observation seen = now.observations().get(kind.property);
        if (seen != null) {
            tell(seen.usable(), seen.measuredAt().isAfter(at) ? at : seen.measuredAt());
        } else if (moved || tally.power().isEmpty()) {
            now.value(kind.property).ifPresent(value -> tell(Optional.of(value), at));
        }
    }

    /** Takes a reading of any of its properties. */
    void observe(Observation seen) {
        if (seen.property().equals(kind.property)) {
            Instant at = seen.measuredAt().isAfter(seen.receivedAt()) ? seen.receivedAt() : seen.measuredAt();
            tell(seen.usable(), at);
        }
    }

    private void tell(Optional<Value> value, Instant at) {
        tally.tell(value.filter(Quantity.class::isInstance).map(told -> number((Quantity) told)), at);
        told(at);
    }

    /** Its power may have changed. */
    void told(Instant at) {}

    private BigDecimal number(Quantity told) {
        return kind == Kind.BUILDINGS ? told.amount() : Kilowatts.of(told);
    }

    Optional<BigDecimal> number(String property) {
        return twin.value(property).filter(Quantity.class::isInstance).map(value -> ((Quantity) value).amount());
    }
}
