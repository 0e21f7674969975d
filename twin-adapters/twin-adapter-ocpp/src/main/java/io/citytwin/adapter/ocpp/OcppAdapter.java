package io.citytwin.adapter.ocpp;

import io.citytwin.adapter.ocpp.internal.dialect.Dialect;
import io.citytwin.adapter.ocpp.internal.dialect.Request;
import io.citytwin.adapter.ocpp.internal.net.Server;
import io.citytwin.adapter.ocpp.internal.rpc.CallFailure;
import io.citytwin.adapter.ocpp.internal.station.Letters;
import io.citytwin.adapter.ocpp.internal.station.Places;
import io.citytwin.adapter.ocpp.internal.station.Sessions;
import io.citytwin.adapter.ocpp.internal.station.Site;
import io.citytwin.adapter.ocpp.internal.station.Tally;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.Twin;
import io.citytwin.core.privacy.Secret;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Lease;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.AdapterProblem;
import io.citytwin.core.spi.DeviceAdapter;
import io.citytwin.core.spi.LeaseSupport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A central system for charge points that speak OCPP 1.6J or 2.0.1. It listens, and stations connect to it. They are answered
 * when what they told is in the city's journal, so that they tell again what was lost. Safe for use by many threads.
 */
public final class OcppAdapter implements DeviceAdapter {

    private final OcppConfig config;
    private final Hooks hooks;
    private final Places places;
    private final Sessions sessions = new Sessions();
    private final AtomicInteger wishes = new AtomicInteger();
    private volatile @Nullable Server server;

    /** What belongs to a program and to no file. */
    record Hooks(Authorization authorization, ChargingSessions sessions, StationPasswords passwords) {}

    OcppAdapter(OcppConfig config, Hooks hooks) {
        this.config = config;
        this.hooks = hooks;
        this.places = new Places(config.stations(), config.template());
    }

    /**
     * Sets a central system up.
     *
     * @return for stations that have a password, on any free port of this machine
     */
    public static OcppAdapterBuilder builder() {
        return new OcppAdapterBuilder();
    }

    /**
     * How it is set up.
     *
     * @return the settings
     */
    public OcppConfig config() {
        return config;
    }

    /**
     * Where it listens.
     *
     * @return the port that was taken
     * @throws IllegalStateException if it does not listen
     */
    public int port() {
        Server running = server;
        if (running == null) {
            throw new IllegalStateException("it was not started, or is stopped");
        }
        return running.address().getPort();
    }

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public boolean serves(Twin twin) {
        return places.serves(twin);
    }

    @Override
    public void start(AdapterContext context) {
        context.position().ifPresent(sessions::restore);
        Letters letters = new Letters(config.name(), secrets());
        Tally tally = Tally.in(context.meters(), config.name());
        Site site =
                new Site(context, config, places, letters, sessions, tally, hooks.authorization(), hooks.sessions());
        server = new Server(site, hooks.passwords());
    }

    private List<Secret> secrets() {
        List<Secret> all = new ArrayList<>();
        config.password().ifPresent(all::add);
        config.tls().flatMap(TlsFiles::keyPassword).ifPresent(all::add);
        config.stations().forEach(station -> station.password().ifPresent(all::add));
        return all;
    }

    @Override
    public void command(Directive directive) {
        command(directive, Optional.empty());
    }

    @Override
    public void command(Directive directive, Lease lease) {
        command(directive, Optional.of(lease.until()));
    }

    private void command(Directive directive, Optional<Instant> until) {
        Server running = server;
        if (running != null) {
            running.stations().command(directive, until);
        }
    }

    @Override
    public LeaseSupport leaseSupport() {
        return LeaseSupport.DEVICE;
    }

    /** The sessions that go on: when they end, their station no longer says where. */
    @Override
    public Optional<String> position() {
        return Optional.of(sessions.write());
    }

    @Override
    public List<AdapterProblem> health() {
        Server running = server;
        return running == null ? List.of() : running.stations().problems();
    }

    @Override
    public void stop() {
        Server running = server;
        server = null;
        if (running != null) {
            running.close();
        }
    }

    /**
     * Asks a station to begin a session.
     *
     * @param station its identity
     * @param number of the plug
     * @param token in whose name; it does not enter the city
     * @return the station's answer; fails with {@code O807}, {@code O808} or {@code O809}
     */
    public CompletionStage<StationAnswer> remoteStart(String station, int number, Secret token) {
        int id = wishes.incrementAndGet();
        return ask(station, dialect -> Optional.of(dialect.start(number, token, id)));
    }

    /**
     * Asks a station to end a session.
     *
     * @param station its identity
     * @param transaction the session's name, as {@link ChargingSession} has it
     * @return the station's answer; fails with {@code O807}, {@code O808} or {@code O809}
     */
    public CompletionStage<StationAnswer> remoteStop(String station, String transaction) {
        return ask(station, dialect -> dialect.stop(transaction));
    }

    /**
     * Takes a plug into service or out of it.
     *
     * @param station its identity
     * @param number of the plug; 0 for the whole station
     * @param operative whether it shall work
     * @return the station's answer; fails with {@code O807}, {@code O808} or {@code O809}
     */
    public CompletionStage<StationAnswer> changeAvailability(String station, int number, boolean operative) {
        return ask(station, dialect -> Optional.of(dialect.availability(number, operative)));
    }

    /**
     * Asks a station for a message.
     *
     * @param station its identity
     * @param message the protocol's word, such as {@code MeterValues}
     * @param number of the plug; 0 for the whole station
     * @return the station's answer; fails with {@code O807}, {@code O808} or {@code O809}
     */
    public CompletionStage<StationAnswer> trigger(String station, String message, int number) {
        return ask(station, dialect -> Optional.of(dialect.trigger(message, number)));
    }

    /**
     * Starts a station anew.
     *
     * @param station its identity
     * @param now at once, also if somebody charges
     * @return the station's answer; fails with {@code O807}, {@code O808} or {@code O809}
     */
    public CompletionStage<StationAnswer> reset(String station, boolean now) {
        return ask(station, dialect -> Optional.of(dialect.reset(now)));
    }

    private CompletionStage<StationAnswer> ask(String station, Function<Dialect, Optional<Request>> request) {
        Server running = server;
        CompletionStage<String> status = running == null
                ? java.util.concurrent.CompletableFuture.failedFuture(
                        new CallFailure(CallFailure.Why.ABSENT, "The central system is not started."))
                : running.stations().call(station, request);
        return status.handle((word, failure) -> {
            if (failure != null) {
                throw told(station, failure);
            }
            return new StationAnswer(word.equals("Accepted") || word.equals("Scheduled"), word);
        });
    }

    private static CityTwinException told(String station, Throwable failure) {
        CallFailure call = failure instanceof CallFailure known
                ? known
                : new CallFailure(CallFailure.Why.SILENT, "The call failed: " + failure);
        return switch (call.why()) {
            case ABSENT ->
                new CityTwinException(
                        OcppError.ABSENT,
                        "`" + station + "` cannot be called. " + call.text(),
                        "Maybe try again when `health` no longer names it.");
            case SILENT ->
                new CityTwinException(
                        OcppError.SILENT,
                        "`" + station + "` did not answer. " + call.text(),
                        "Maybe it acted all the same: look at what it reports.");
            case REFUSED ->
                new CityTwinException(
                        OcppError.REFUSED,
                        "`" + station + "` answered with the error `" + call.text() + "`.",
                        "Maybe the station does not have this part of the protocol.");
        };
    }

    @Override
    public String toString() {
        return "OcppAdapter[" + config.name() + "]";
    }
}
