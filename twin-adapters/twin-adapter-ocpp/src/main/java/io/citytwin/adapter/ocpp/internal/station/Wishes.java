package io.citytwin.adapter.ocpp.internal.station;

import io.citytwin.adapter.ocpp.OcppPlug;
import io.citytwin.adapter.ocpp.OutputLimit;
import io.citytwin.adapter.ocpp.internal.dialect.Dialect;
import io.citytwin.adapter.ocpp.internal.dialect.Profile;
import io.citytwin.adapter.ocpp.internal.dialect.Request;
import io.citytwin.core.model.Actuator;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Directive;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Turns wishes into requests. Safe for use by many threads. */
final class Wishes {

    static final String OUTPUT = "output";

    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final int LEVEL = 2;
    private static final int SAFE_LEVEL = 1;

    private final OutputLimit form;
    private final Places places;
    private final Twins twins;

    Wishes(OutputLimit form, Places places, Twins twins) {
        this.form = form;
        this.places = places;
        this.twins = twins;
    }

    /**
     * What to do for a wish. Immutable.
     *
     * @param request empty if it cannot be done
     * @param second what belongs to it
     * @param good what the station may answer
     * @param refused why it cannot be done
     */
    record Plan(Optional<Request> request, Optional<Request> second, Set<String> good, Optional<String> refused) {

        Request first() {
            return request.orElseThrow();
        }

        boolean isDone(String status) {
            return good.contains(status);
        }
    }

    Plan plan(Profiles.Wish wish, Dialect dialect, Instant now) {
        OcppPlug plug = wish.plug();
        int id = plug.number() * 1_000 + plug.cable() * 10;
        if (wish.directive().kind() == Directive.Kind.REVERT) {
            // One that is not there is taken away as well.
            return new Plan(
                    Optional.of(dialect.clearProfile(id)),
                    Optional.of(dialect.clearProfile(id + 1)),
                    Set.of("Accepted", "Unknown"),
                    Optional.empty());
        }
        Optional<Twin> twin = twins.find(plug.connector());
        Optional<BigDecimal> rated = twin.flatMap(Wishes::ratedWatts);
        Optional<BigDecimal> share = percent(wish.directive().value());
        if (!wish.directive().property().equals(OUTPUT)) {
            return refused("`" + wish.directive().property() + "` is nothing that a charge point takes.");
        } else if (rated.isEmpty()) {
            return refused("`" + plug.connector() + "` has no `ratedPower`: its share cannot be told in W or A.");
        } else if (share.isEmpty()) {
            return refused("`" + wish.directive().value() + "` is no share from 0 to 100 %.");
        }
        Optional<BigDecimal> safe = twin.flatMap(Wishes::safe);
        int number = form.wholeStation() && places.hasOnePlug(identity(plug)) ? 0 : plug.number();
        Request first = dialect.setProfile(
                new Profile(number, id, LEVEL, now, wish.until(), limit(rated.get(), share.get()), phases()));
        Optional<Request> second = safe.filter(percent -> wish.until().isPresent())
                .map(percent -> limit(rated.get(), percent))
                .map(limit -> dialect.setProfile(
                        new Profile(number, id + 1, SAFE_LEVEL, now, Optional.empty(), limit, phases())));
        return new Plan(Optional.of(first), second, Set.of("Accepted"), Optional.empty());
    }

    private String identity(OcppPlug plug) {
        return places.identity(plug.connector()).orElse("");
    }

    private static Plan refused(String reason) {
        return new Plan(Optional.empty(), Optional.empty(), Set.of(), Optional.of(reason));
    }

    private Optional<Integer> phases() {
        return form.amperes() ? Optional.of(form.phases()) : Optional.empty();
    }

    private BigDecimal limit(BigDecimal watts, BigDecimal percent) {
        return form.of(watts.multiply(percent).movePointLeft(2));
    }

    private static Optional<BigDecimal> ratedWatts(Twin twin) {
        return twin.value("ratedPower")
                .filter(value -> value instanceof Quantity quantity && quantity.unit() == Unit.KILOWATT)
                .map(value -> ((Quantity) value).amount().movePointRight(3));
    }

    private static Optional<BigDecimal> safe(Twin twin) {
        return Optional.ofNullable(twin.type().actuators().get(OUTPUT))
                .map(Actuator::safe)
                .flatMap(Wishes::percent);
    }

    private static Optional<BigDecimal> percent(Value value) {
        return value instanceof Quantity quantity
                        && quantity.unit() == Unit.PERCENT
                        && quantity.amount().signum() >= 0
                        && quantity.amount().compareTo(ALL) <= 0
                ? Optional.of(quantity.amount())
                : Optional.empty();
    }
}
