package io.citytwin.rules.energy;

import io.citytwin.core.model.Quantity;
import io.citytwin.rules.directive.ActuatorId;
import io.citytwin.rules.directive.Award;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What of a district can give way now, and what cannot. For one thread at a time. */
final class Flexible {

    private final EnergySettings settings;
    private final SortedMap<ActuatorId, Award> awards;
    private final List<ChargingSession> sessions = new ArrayList<>();
    private final List<LitLamp> lamps = new ArrayList<>();
    private final SortedMap<ActuatorId, BigDecimal> idle = new TreeMap<>();
    private BigDecimal base = BigDecimal.ZERO;
    private BigDecimal fixed = BigDecimal.ZERO;

    Flexible(EnergySettings settings, SortedMap<ActuatorId, Award> awards) {
        this.settings = settings;
        this.awards = awards;
    }

    static Flexible of(List<Source> sources, EnergySettings settings, SortedMap<ActuatorId, Award> awards) {
        Flexible flexible = new Flexible(settings, awards);
        sources.forEach(flexible::add);
        return flexible;
    }

    private void add(Source source) {
        BigDecimal power = source.tally().power().orElse(BigDecimal.ZERO);
        if (source instanceof Charger charger) {
            charger.rated().ifPresentOrElse(rated -> add(charger, rated), () -> fixed = fixed.add(power));
        } else if (source instanceof StreetLight light) {
            if (light.shines()) {
                light.full().ifPresentOrElse(full -> add(light, full), () -> fixed = fixed.add(power));
            }
        } else {
            base = source.kind() == Source.Kind.PANELS ? base.subtract(power) : base.add(power);
        }
    }

    private void add(Charger charger, BigDecimal rated) {
        BigDecimal ceiling = most(charger.actuator());
        BigDecimal floor = settings.floorOf(rated);
        if (charger.charges()) {
            sessions.add(new ChargingSession(
                    charger.actuator(),
                    Kilowatts.quantity(rated),
                    Kilowatts.quantity(charger.planned(rated, settings.step())),
                    Kilowatts.quantity(floor),
                    Kilowatts.share(ceiling)));
        } else {
            BigDecimal steps =
                    Kilowatts.HUNDRED.multiply(floor).divide(rated.multiply(settings.step()), 0, RoundingMode.CEILING);
            idle.put(charger.actuator(), settings.step().multiply(steps).min(ceiling));
        }
    }

    private void add(StreetLight light, BigDecimal full) {
        BigDecimal wanted = most(light.actuator());
        lamps.add(new LitLamp(
                light.actuator(),
                Kilowatts.quantity(full),
                Kilowatts.share(wanted),
                Kilowatts.share(settings.leastOf(light))));
    }

    /** What other law leaves of an actuator, in %. */
    BigDecimal most(ActuatorId actuator) {
        Award award = awards.get(actuator);
        return award != null && award.value() instanceof Quantity share
                ? Kilowatts.percent(share).min(Kilowatts.HUNDRED)
                : Kilowatts.HUNDRED;
    }

    /** What buildings, heat pumps and panels were last known to draw, in kW. */
    BigDecimal base() {
        return base;
    }

    /** What cannot give way though it is of a kind that could, in kW. */
    BigDecimal fixed() {
        return fixed;
    }

    /** By connector without a car the share that is its floor, in %: who comes can take no more before the next step. */
    SortedMap<ActuatorId, BigDecimal> idle() {
        return idle;
    }

    PowerDemand under(BigDecimal cap, BigDecimal uncontrolled) {
        return new PowerDemand(
                Kilowatts.quantity(cap),
                Kilowatts.quantity(uncontrolled),
                sessions,
                lamps,
                Kilowatts.share(settings.step()));
    }

    /** What sessions and lamps would draw if no budget limited them, in kW. */
    BigDecimal released() {
        return under(BigDecimal.ZERO, BigDecimal.ZERO).released().amount();
    }
}
