package io.citytwin.adapter.ocpp.internal.station;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.ocpp.ChargingSession;
import io.citytwin.adapter.ocpp.OcppError;
import io.citytwin.adapter.ocpp.internal.dialect.Action;
import io.citytwin.adapter.ocpp.internal.dialect.Dialect;
import io.citytwin.adapter.ocpp.internal.rpc.Answers;
import io.citytwin.adapter.ocpp.internal.rpc.CallFault;
import io.citytwin.adapter.ocpp.internal.rpc.FaultKind;
import io.citytwin.adapter.ocpp.internal.rpc.Fields;
import io.citytwin.adapter.ocpp.internal.rpc.Frame;
import io.citytwin.adapter.ocpp.internal.rpc.Frames;
import io.citytwin.adapter.ocpp.internal.rpc.Link;
import io.citytwin.adapter.ocpp.internal.rpc.OcppVersion;
import io.citytwin.adapter.ocpp.internal.rpc.Outgoing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One station, over all its connections. It has a thread on which everything happens, shared with other stations; only what
 * says otherwise may be called from elsewhere. For one thread at a time.
 */
// What fails on a connection ends it, and that is heard elsewhere.
@SuppressWarnings("FutureReturnValueIgnored")
public final class Station {

    private static final Logger LOG = LoggerFactory.getLogger(Station.class);
    private static final int READY_SECONDS = 3;

    private final Site site;
    private final String identity;
    private final ScheduledExecutorService loop;
    private final Twins twins;
    private final Statuses statuses = new Statuses();
    private final Answers answers = new Answers();
    private final Outgoing outgoing;
    private final Profiles profiles;
    private @Nullable Link current;
    private volatile Optional<Instant> absentSince;

    Station(Site site, String identity, ScheduledExecutorService loop, Wishes wishes, Twins twins) {
        this.site = site;
        this.identity = identity;
        this.loop = loop;
        this.twins = twins;
        this.outgoing = new Outgoing(loop, site.config().limits().answer());
        this.profiles = new Profiles(site, wishes, outgoing);
        this.absentSince = Optional.of(site.context().clock().now());
    }

    /**
     * The station's thread.
     *
     * @return all calls go there; safe for many threads
     */
    ScheduledExecutorService loop() {
        return loop;
    }

    Outgoing outgoing() {
        return outgoing;
    }

    Profiles profiles() {
        return profiles;
    }

    /** Since when it is not connected; safe for many threads. */
    Optional<Instant> absentSince() {
        return absentSince;
    }

    /** Since when it says that it is out of order; safe for many threads. */
    Optional<Instant> brokenSince() {
        return statuses.brokenSince();
    }

    /** The version that it speaks now; empty if it is not connected. */
    Optional<OcppVersion> version() {
        return Optional.ofNullable(current).map(Link::version);
    }

    /** A connection came up. The newest is the right one: an older one is what a cut left behind. */
    void connected(Link link) {
        Link old = current;
        current = link;
        absentSince = Optional.empty();
        if (old != null) {
            profiles.gone();
            old.close(1008, "replaced");
        }
        answers.connected();
        outgoing.connected(link);
        // Some stations say nothing after they connect again; others must be let boot first.
        loop.schedule(() -> ready(link), READY_SECONDS, TimeUnit.SECONDS);
    }

    /** A connection is gone. */
    void disconnected(Link link) {
        if (link == current) {
            current = null;
            absentSince = Optional.of(site.context().clock().now());
            profiles.gone();
            outgoing.cut();
        }
    }

    private void ready(Link link) {
        if (link == current) {
            profiles.ready(Dialect.of(link.version()));
        }
    }

    /** A message came. */
    void receive(Link link, String text) {
        if (link != current) {
            link.done();
            return;
        }
        Frame frame = Frames.read(text);
        if (frame instanceof Frame.Call call) {
            site.tally().calls().increment();
            take(link, call);
        } else if (frame instanceof Frame.Broken broken) {
            broken(link, broken, text);
            link.done();
        } else {
            boolean expected = frame instanceof Frame.Result result
                    ? outgoing.answered(result)
                    : outgoing.answered((Frame.Failure) frame);
            if (!expected) {
                site.tally().unexpected().increment();
            }
            link.done();
        }
    }

    private void broken(Link link, Frame.Broken broken, String text) {
        letter(OcppError.FRAME, broken.fault().reason(), text);
        if (broken.id().isPresent()) {
            link.send(Frames.failure(link.version(), broken.id().get(), broken.fault()));
        } else if (link.version() == OcppVersion.V201) {
            link.send(Frames.failure(link.version(), "-1", broken.fault()));
        }
    }

    private void take(Link link, Frame.Call call) {
        if (answers.again(call.text(), link)) {
            site.tally().repeated().increment();
            return;
        }
        Dialect dialect = Dialect.of(link.version());
        Told told = new Told(site, identity, statuses, twins, call);
        try {
            Action action = dialect.action(call.action())
                    .orElseThrow(() -> new CallFault(FaultKind.NOT_IMPLEMENTED, "Nothing is known of this action."));
            ObjectNode payload = action.answering().apply(Fields.of(call.payload()), told);
            List<ChargingSession> sessions = told.give();
            answer(link, call, action.reports(), Frames.result(call.id(), payload), sessions);
        } catch (CallFault fault) {
            fault(link, call, fault);
        } catch (RuntimeException failure) {
            LOG.warn("A call of `{}` failed unexpectedly.", site.letters().line(identity), failure);
            fault(link, call, new CallFault(FaultKind.INTERNAL, "The central system failed."));
        }
    }

    private void fault(Link link, Frame.Call call, CallFault fault) {
        // What tells no values may hold anything, and nobody misses it.
        boolean reports = Dialect.of(link.version())
                .action(call.action())
                .filter(Action::reports)
                .isPresent();
        String text = reports ? call.text() : "[2,\"" + call.id() + "\",\"" + call.action() + "\",…]";
        site.tally().letters().increment();
        Frame.Call shown = new Frame.Call(call.id(), call.action(), call.payload(), text);
        String reason = "`" + identity + "`, `" + call.action() + "`: " + fault.reason();
        site.context()
                .refuse(site.letters()
                        .of(
                                OcppError.CALL,
                                reason,
                                shown,
                                site.context().clock().now()));
        link.send(Frames.failure(link.version(), call.id(), fault));
        link.done();
    }

    private void answer(Link link, Frame.Call call, boolean reports, String text, List<ChargingSession> sessions) {
        boolean lasts = reports && call.text().contains("\"timestamp\"");
        Answers.Given given = answers.begin(call.text(), link, lasts);
        if (!reports) {
            given.answer(text);
            ready(link);
            return;
        }
        // Answered only now, a station tells again whatever is lost before.
        site.context().kept(() -> {
            onLoop(() -> {
                given.answer(text);
                ready(link);
            });
            sessions.forEach(site.listener()::told);
        });
    }

    /** Takes up work from elsewhere; safe for many threads. */
    void onLoop(Runnable work) {
        try {
            loop.execute(work);
        } catch (RejectedExecutionException ended) {
            LOG.debug("The adapter stopped before work was done.", ended);
        }
    }

    /** What came that is no message. */
    void letter(OcppError code, String reason, String text) {
        site.tally().letters().increment();
        site.context()
                .refuse(site.letters()
                        .of(
                                code,
                                "`" + identity + "`: " + reason,
                                text,
                                site.context().clock().now()));
    }
}
