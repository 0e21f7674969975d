package io.citytwin.adapter.dittoembedded;

import io.citytwin.adapter.dittoembedded.internal.http.Api;
import io.citytwin.adapter.dittoembedded.internal.http.Services;
import io.citytwin.adapter.dittoembedded.internal.live.LiveHub;
import io.citytwin.adapter.dittoembedded.internal.live.LiveLimits;
import io.citytwin.adapter.dittoembedded.internal.net.Server;
import io.citytwin.adapter.dittoembedded.internal.net.SessionFactory;
import io.citytwin.adapter.dittoembedded.internal.net.Tally;
import io.citytwin.adapter.dittoembedded.internal.policy.JournalledPolicies;
import io.citytwin.adapter.dittoembedded.internal.policy.Policies;
import io.citytwin.adapter.dittoembedded.internal.search.DittoRql;
import io.citytwin.adapter.dittoembedded.internal.search.Rql;
import io.citytwin.adapter.dittoembedded.internal.search.Search;
import io.citytwin.adapter.dittoembedded.internal.search.ThingsSearch;
import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import io.citytwin.adapter.dittoembedded.internal.twin.GraphThings;
import io.citytwin.adapter.dittoembedded.internal.twin.JournalledThings;
import io.citytwin.adapter.dittoembedded.internal.twin.Limits;
import io.citytwin.adapter.dittoembedded.internal.ws.Backend;
import io.citytwin.adapter.dittoembedded.internal.ws.Outlet;
import io.citytwin.adapter.dittoembedded.internal.ws.WsSession;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.time.CityClock;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.eclipse.ditto.base.model.auth.AuthorizationModelFactory;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.policies.model.PolicyId;

/**
 * Puts the parts together. Immutable.
 *
 * @param address where to listen
 * @param journal remembers
 * @param clock tells the time
 * @param door who may come in
 * @param city whose twins are Things; empty if there is no graph
 */
record Wiring(InetSocketAddress address, Journal journal, CityClock clock, Server.Door door, Optional<City> city) {

    private static final PolicyId POLICY = PolicyId.of("io.citytwin:twins");

    Running start(Tally tally) {
        ScheduledThreadPoolExecutor timer = timer();
        try {
            return start(tally, timer);
        } catch (RuntimeException failed) {
            timer.shutdownNow();
            throw failed;
        }
    }

    private Running start(Tally tally, ScheduledThreadPoolExecutor timer) {
        Rql rql = new DittoRql(clock);
        Policies policies = new JournalledPolicies(journal, clock);
        JournalledThings things =
                new JournalledThings(new JournalledThings.Surroundings(journal, policies, rql, clock), Limits.USUAL);
        Search search = new ThingsSearch(things, policies, rql);
        LiveHub hub = new LiveHub(things, policies, timer, LiveLimits.USUAL);
        Backend backend = new Backend(things, policies, search, rql, hub, timer);
        Api api = new Api(new Services(things, policies, hub.commands(), hub.messages(), search, rql));
        Optional<GraphThings> twins = city.map(of -> twins(of, things, policies));
        try {
            Server server =
                    new Server(address, api, (caller, acks, out) -> open(backend, caller, acks, out), door, tally);
            return new Running(server, hub, timer, twins);
        } catch (RuntimeException failed) {
            twins.ifPresent(GraphThings::close);
            hub.close();
            throw failed;
        }
    }

    /** The policy of the twins is made once; afterwards it is as those who may have changed it. */
    private GraphThings twins(City of, JournalledThings things, Policies policies) {
        if (policies.find(POLICY).isEmpty()) {
            policies.establish(
                    POLICY, Optional.of(of.policy()), new Caller("", AuthorizationModelFactory.emptyAuthContext()));
        }
        return new GraphThings(things, of.graph(), POLICY, clock);
    }

    private static SessionFactory.Session open(Backend backend, Caller caller, Set<String> acks, Outlet outlet) {
        WsSession session = WsSession.open(
                backend, io.citytwin.adapter.dittoembedded.internal.ws.Limits.USUAL, caller, acks, outlet);
        return new SessionFactory.Session() {
            @Override
            public void receive(String frame) {
                session.receive(frame);
            }

            @Override
            public void closed() {
                session.closed();
            }
        };
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "citytwin-ditto-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /**
     * A graph and who may see and change its Things. Immutable.
     *
     * @param graph whose twins are Things
     * @param policy with {@code entries}
     */
    record City(TwinGraph graph, JsonObject policy) {}

    /**
     * What runs. Safe for use by many threads.
     *
     * @param server sockets
     * @param hub live messages
     * @param timer ends waiting
     * @param twins follows the graph
     */
    record Running(Server server, LiveHub hub, ScheduledThreadPoolExecutor timer, Optional<GraphThings> twins)
            implements AutoCloseable {

        @Override
        public void close() {
            server.close();
            twins.ifPresent(GraphThings::close);
            hub.close();
            timer.shutdownNow();
            try {
                timer.awaitTermination(2, java.util.concurrent.TimeUnit.SECONDS);
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
