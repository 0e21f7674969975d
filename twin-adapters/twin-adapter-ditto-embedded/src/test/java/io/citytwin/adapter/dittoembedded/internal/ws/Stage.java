package io.citytwin.adapter.dittoembedded.internal.ws;

import io.citytwin.adapter.dittoembedded.internal.live.LiveHub;
import io.citytwin.adapter.dittoembedded.internal.live.LiveLimits;
import io.citytwin.adapter.dittoembedded.internal.policy.Policies;
import io.citytwin.adapter.dittoembedded.internal.search.DittoRql;
import io.citytwin.adapter.dittoembedded.internal.search.Rql;
import io.citytwin.adapter.dittoembedded.internal.search.Search;
import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import io.citytwin.adapter.dittoembedded.internal.twin.Things;
import io.citytwin.core.time.SystemClock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.eclipse.ditto.base.model.auth.AuthorizationContext;
import org.eclipse.ditto.base.model.auth.AuthorizationSubject;
import org.eclipse.ditto.base.model.auth.DittoAuthorizationContextType;

/** Sessions over some Things. */
final class Stage implements AutoCloseable {

    static final Limits LIMITS = new Limits(10_000, 20, 5, 3, 10, Duration.ofMillis(300));
    private static final LiveLimits LIVE = new LiveLimits(5, 100, 1000, Duration.ofSeconds(10), Duration.ofSeconds(60));

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final Backend backend;
    private final Limits limits;
    private int sessions;

    private Stage(Things things, Policies policies, Search search, Rql rql, Limits limits) {
        timer.setRemoveOnCancelPolicy(true);
        this.limits = limits;
        this.backend = new Backend(things, policies, search, rql, new LiveHub(things, policies, timer, LIVE), timer);
    }

    static Stage small() {
        SmallThings things = new SmallThings();
        Rql rql = new DittoRql(new SystemClock());
        return new Stage(things, new SmallPolicies(), new SmallSearch(things, rql), rql, LIMITS);
    }

    static Stage of(Things things, Policies policies, Search search, Rql rql) {
        return new Stage(things, policies, search, rql, Limits.USUAL);
    }

    Client connect(String subject, String... declared) {
        Client client = new Client();
        return client.on(WsSession.open(backend, limits, caller(subject), Set.of(declared), client));
    }

    Caller caller(String subject) {
        sessions++;
        return new Caller(
                "session-" + sessions,
                AuthorizationContext.newInstance(
                        DittoAuthorizationContextType.PRE_AUTHENTICATED_HTTP,
                        AuthorizationSubject.newInstance(subject)));
    }

    LiveHub hub() {
        return backend.hub();
    }

    /** Tasks that wait for their time. */
    int alarms() {
        return timer.getQueue().size();
    }

    @Override
    public void close() {
        backend.hub().close();
        timer.shutdownNow();
    }
}
