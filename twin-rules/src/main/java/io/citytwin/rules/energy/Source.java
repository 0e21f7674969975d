package io.citytwin.rules.energy;

import io.citytwin.core.asset.Medium;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.rules.directive.ActuatorId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A device whose power counts in the balance of its district. For one thread at a time. */
class Source {

    private final Kind kind;
    private final TwinId id;
    private final Tally tally;
    private Traits traits;

    Source(Kind kind, TwinId id, Traits traits, Tally tally) {
        this.kind = kind;
        this.id = id;
        this.traits = traits;
        this.tally = tally;
    }

    /** What its twin says that matters here; {@code shown} is the value of the property that counts. */
    record Traits(Optional<BigDecimal> rated, Optional<String> lightingClass, Optional<Value> shown) {

        static Traits of(Twin twin, Kind kind) {
            return new Traits(
                    twin.value("ratedPower")
                            .filter(Quantity.class::isInstance)
                            .map(value -> ((Quantity) value).amount()),
                    twin.value("lightingClass").map(Object::toString),
                    twin.value(kind.property));
        }
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
        return Kind.of(twin).map(kind -> {
            Traits traits = Traits.of(twin, kind);
            return switch (kind) {
                case BUILDINGS -> new Source(kind, twin.id(), traits, new MeterTally(from));
                case CHARGING -> new Charger(twin.id(), traits, new PowerTally(from, trusted));
                case LAMPS -> new StreetLight(twin.id(), traits, new PowerTally(from, trusted));
                default -> new Source(kind, twin.id(), traits, new PowerTally(from, trusted));
            };
        });
    }

    /** Goes on from what another one knew. */
    static Source of(EnergyState.Device known, Duration trusted) {
        if (known.tally() instanceof PowerTally.Known power) {
            PowerTally tally = new PowerTally(power, trusted);
            if (known.charger().isPresent()) {
                return new Charger(known.id(), known.traits(), tally)
                        .resume(known.charger().get());
            }
            return known.released()
                    .<Source>map(released -> new StreetLight(known.id(), known.traits(), tally).resume(released))
                    .orElseGet(() -> new Source(known.kind(), known.id(), known.traits(), tally));
        }
        return new Source(known.kind(), known.id(), known.traits(), new MeterTally((MeterTally.Known) known.tally()));
    }

    EnergyState.Device state() {
        return new EnergyState.Device(id, kind, traits, tally.state(), Optional.empty(), Optional.empty());
    }

    Kind kind() {
        return kind;
    }

    TwinId id() {
        return id;
    }

    Traits traits() {
        return traits;
    }

    Tally tally() {
        return tally;
    }

    /** What limits its power, if anything does. */
    Optional<ActuatorId> limits() {
        return Optional.empty();
    }

    /** Takes what is known of the twin now, its reading included. */
    void becomes(Twin now, Instant at) {
        Traits before = traits;
        traits = Traits.of(now, kind);
        boolean moved = !traits.shown().equals(before.shown());
        Observation seen = now.observations().get(kind.property);
        if (seen != null) {
            tell(seen.usable(), seen.measuredAt().isAfter(at) ? at : seen.measuredAt());
        } else if (moved || tally.power().isEmpty()) {
            traits.shown().ifPresent(value -> tell(Optional.of(value), at));
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

    /** Above 0, in the unit of its type; empty if it is not known. */
    Optional<BigDecimal> ratedPower() {
        return traits.rated().filter(rated -> rated.signum() > 0);
    }
}
