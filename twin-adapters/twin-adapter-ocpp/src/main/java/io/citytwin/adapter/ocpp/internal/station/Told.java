package io.citytwin.adapter.ocpp.internal.station;

import io.citytwin.adapter.ocpp.ChargingSession;
import io.citytwin.adapter.ocpp.OcppError;
import io.citytwin.adapter.ocpp.OcppPlug;
import io.citytwin.adapter.ocpp.internal.dialect.MeterReading;
import io.citytwin.adapter.ocpp.internal.dialect.Telling;
import io.citytwin.adapter.ocpp.internal.rpc.Frame;
import io.citytwin.core.asset.EvseStatus;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.privacy.Secret;
import io.citytwin.core.spi.ClockSkew;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one call told: it is gathered, and given to the city when the whole call was read. For one thread at a time. */
final class Told implements Telling {

    private static final int MOST_LETTERS = 10;

    private final Site site;
    private final String identity;
    private final Statuses statuses;
    private final Twins twins;
    private final Frame.Call call;
    private final Instant now;
    private final List<Runnable> news = new ArrayList<>();
    private final List<ChargingSession> sessions = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    Told(Site site, String identity, Statuses statuses, Twins twins, Frame.Call call) {
        this.site = site;
        this.identity = identity;
        this.statuses = statuses;
        this.twins = twins;
        this.call = call;
        this.now = site.context().clock().now();
    }

    /** Gives everything to the city, in the order in which it was told. */
    List<ChargingSession> give() {
        news.forEach(Runnable::run);
        problems.stream().limit(MOST_LETTERS).forEach(reason -> {
            site.tally().letters().increment();
            site.context().refuse(site.letters().of(OcppError.VALUE, "`" + identity + "`: " + reason, call, now));
        });
        return List.copyOf(sessions);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Duration heartbeat() {
        return site.config().limits().heartbeat();
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public void status(int number, int cable, EvseStatus status, Instant at) {
        if (!isBelievable(at)) {
            return;
        }
        if (number == 0) {
            news.add(() -> statuses.whole(status, at));
            return;
        }
        Optional<OcppPlug> plug = plug(number, cable);
        if (plug.isEmpty()) {
            bad("No twin is behind number `" + number + "`, cable `" + cable + "`.");
            return;
        }
        plug.get()
                .evse()
                .ifPresent(evse -> news.add(() -> observe(
                        evse,
                        "status",
                        new Value.Term(statuses.of(evse, number, cable, status).code()),
                        at)));
    }

    @Override
    public void reading(int number, Optional<String> session, MeterReading reading, Instant at) {
        reading.problems().forEach(this::bad);
        if ((reading.power().isEmpty() && reading.energy().isEmpty()) || !isBelievable(at)) {
            return;
        }
        if (number == 0) {
            // A station's main meter: its twin has a power, and no register.
            site.places().station(identity).ifPresent(twin -> reading.power().ifPresent(kw -> power(twin, kw, at)));
            return;
        }
        Optional<OcppPlug> plug = plugOf(number, session);
        if (plug.isEmpty()) {
            bad("No twin is behind number `" + number + "`.");
            return;
        }
        TwinId connector = plug.get().connector();
        reading.power().ifPresent(kw -> power(connector, kw, at));
        reading.energy().ifPresent(kwh -> energy(connector, kwh, at));
    }

    private Optional<OcppPlug> plug(int number, int cable) {
        return site.places().plug(identity, number, cable).filter(this::isThere);
    }

    /** A template names twins of any number, and of any stranger. */
    private boolean isThere(OcppPlug plug) {
        return twins.find(plug.connector()).isPresent();
    }

    /** The meter of a plug with several cables is that of the cable in use. */
    private Optional<OcppPlug> plugOf(int number, Optional<String> session) {
        return session.flatMap(id -> site.sessions().find(identity, id))
                .or(() -> site.sessions().running(identity, number))
                .filter(one -> one.number() == number)
                .flatMap(one -> plug(number, one.cable()))
                .or(() -> site.places().firstPlug(identity, number).filter(this::isThere));
    }

    private void power(TwinId twin, BigDecimal kilowatts, Instant at) {
        news.add(() -> observe(twin, "power", new Quantity(kilowatts, Unit.KILOWATT), at));
    }

    private void energy(TwinId twin, BigDecimal kilowattHours, Instant at) {
        news.add(() -> observe(twin, "energy", new Quantity(kilowattHours, Unit.KILOWATT_HOUR), at));
    }

    private void observe(TwinId twin, String property, Value value, Instant at) {
        site.context().observe(site.context().seen(twin, property, value, at));
    }

    @Override
    public void begun(String session, int number, int cable, Instant at, Optional<BigDecimal> energy) {
        Optional<OcppPlug> plug = plug(number, cable);
        if (plug.isEmpty()) {
            bad("No twin is behind number `" + number + "`, cable `" + cable + "`.");
        } else if (isBelievable(at)) {
            TwinId connector = plug.get().connector();
            energy.ifPresent(kwh -> energy(connector, kwh, at));
            if (site.sessions().find(identity, session).isEmpty()) {
                site.sessions().put(identity, new Sessions.Session(session, number, cable, at, energy, false));
                sessions.add(new ChargingSession(
                        connector, session, at, Optional.empty(), energy.map(Told::kwh), Optional.empty()));
            }
        }
    }

    @Override
    public void ended(String session, Instant at, Optional<BigDecimal> energy) {
        Optional<Sessions.Session> known = site.sessions().find(identity, session);
        Optional<OcppPlug> plug = known.flatMap(one -> plug(one.number(), one.cable()));
        if (known.isEmpty() || plug.isEmpty()) {
            bad("Nobody knows where the session `" + session + "` began.");
        } else if (isBelievable(at)) {
            Sessions.Session one = known.get();
            TwinId connector = plug.get().connector();
            energy.ifPresent(kwh -> energy(connector, kwh, at));
            if (!one.ended()) {
                site.sessions()
                        .put(
                                identity,
                                new Sessions.Session(
                                        session, one.number(), one.cable(), one.begun(), one.first(), true));
                sessions.add(new ChargingSession(
                        connector,
                        session,
                        one.begun(),
                        Optional.of(at),
                        one.first().map(Told::kwh),
                        energy.map(Told::kwh)));
            }
        }
    }

    private static Quantity kwh(BigDecimal amount) {
        return new Quantity(amount, Unit.KILOWATT_HOUR);
    }

    @Override
    public Optional<Integer> numberOf(String session) {
        return site.sessions().find(identity, session).map(Sessions.Session::number);
    }

    @Override
    public boolean allows(Secret token) {
        return site.authorization().allows(identity, token);
    }

    @Override
    public void bad(String reason) {
        problems.add(reason);
    }

    private boolean isBelievable(Instant at) {
        Optional<String> fault = ClockSkew.USUAL.fault(at, now);
        fault.ifPresent(this::bad);
        return fault.isEmpty();
    }
}
