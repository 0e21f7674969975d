package io.citytwin.adapter.ocpp.internal.station;

import io.citytwin.adapter.ocpp.OcppError;
import io.citytwin.adapter.ocpp.OcppLimits;
import io.citytwin.adapter.ocpp.internal.dialect.Dialect;
import io.citytwin.adapter.ocpp.internal.dialect.Request;
import io.citytwin.adapter.ocpp.internal.rpc.CallFailure;
import io.citytwin.adapter.ocpp.internal.rpc.Link;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.spi.AdapterProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All stations of a central system. Safe for use by many threads. */
// What a call brings is told to whoever asked.
@SuppressWarnings("FutureReturnValueIgnored")
public final class Stations {

    private static final Logger LOG = LoggerFactory.getLogger(Stations.class);
    private static final int MOST_PROBLEMS = 20;

    private final Site site;
    private final Supplier<ScheduledExecutorService> loops;
    private final Twins twins;
    private final Wishes wishes;
    private final Instant begun;
    private final Map<String, Station> all = new ConcurrentHashMap<>();

    /**
     * No station is there yet.
     *
     * @param site what they share
     * @param loops gives each its thread
     */
    public Stations(Site site, Supplier<ScheduledExecutorService> loops) {
        this.site = site;
        this.loops = loops;
        this.twins = new Twins(site.context(), site.places());
        this.wishes = new Wishes(site.config().output(), site.places(), twins);
        this.begun = site.context().clock().now();
    }

    /**
     * What all stations share.
     *
     * @return the site
     */
    public Site site() {
        return site;
    }

    /**
     * Whether a station may come.
     *
     * @param identity of the station
     * @return true if it is listed, if a twin tells of it, or if strangers may
     */
    public boolean knows(String identity) {
        return site.config().strangers()
                || site.places().isListed(identity)
                || twins.identities().contains(identity);
    }

    /**
     * A station connected.
     *
     * @param identity as it logged in
     * @param link to it
     * @return takes what comes over the link
     */
    public Receiver connected(String identity, Link link) {
        Station station = station(identity);
        station.onLoop(() -> {
            // A stranger who came back just when he was forgotten is known again.
            all.put(identity, station);
            station.connected(link);
        });
        return new Receiver(station, link, () -> forget(identity, station));
    }

    /** Of strangers nothing is remembered: there may be any number of them. */
    private void forget(String identity, Station station) {
        boolean expected =
                site.places().isListed(identity) || twins.identities().contains(identity);
        if (!expected && station.absentSince().isPresent()) {
            all.remove(identity, station);
        }
    }

    /** Takes what comes over one connection. Safe for use by many threads. */
    public static final class Receiver {

        private final Station station;
        private final Link link;
        private final Runnable end;

        Receiver(Station station, Link link, Runnable end) {
            this.station = station;
            this.link = link;
            this.end = end;
        }

        /**
         * A message came.
         *
         * @param text one message
         */
        public void receive(String text) {
            station.onLoop(() -> station.receive(link, text));
        }

        /**
         * What came is no message.
         *
         * @param reason one sentence
         * @param text what could be read of it
         */
        public void broken(String reason, String text) {
            station.onLoop(() -> station.letter(OcppError.FRAME, reason, text));
        }

        /** The connection is gone. */
        public void gone() {
            station.onLoop(() -> {
                station.disconnected(link);
                end.run();
            });
        }
    }

    private Station station(String identity) {
        return all.computeIfAbsent(identity, name -> new Station(site, name, loops.get(), wishes, twins));
    }

    /**
     * Asks a plug for an output.
     *
     * @param directive what the city wants
     * @param until how long; empty for ever
     */
    public void command(Directive directive, Optional<Instant> until) {
        Optional<Place> place = site.places().place(directive.twin());
        if (place.isEmpty()) {
            String reason = "`" + directive.twin() + "` is no connector of a station.";
            Instant now = site.context().clock().now();
            site.context().acknowledge(new Acknowledgement(directive.id(), Optional.of(reason), now));
            return;
        }
        Station station = station(place.get().identity());
        station.onLoop(
                () -> station.profiles().wish(new Profiles.Wish(place.get().plug(), directive, until)));
    }

    /**
     * Calls a station for an operator.
     *
     * @param identity of the station
     * @param request in the station's dialect; empty if it cannot be said there
     * @return the status that it answers, or a {@link CallFailure}
     */
    public CompletableFuture<String> call(String identity, Function<Dialect, Optional<Request>> request) {
        Station station = all.get(identity);
        CompletableFuture<String> answer = new CompletableFuture<>();
        if (station == null) {
            answer.completeExceptionally(new CallFailure(CallFailure.Why.ABSENT, "The station was not connected yet."));
            return answer;
        }
        station.onLoop(() -> station.version()
                .map(Dialect::of)
                .flatMap(request)
                .map(one -> station.outgoing().call(one.action(), one.payload()))
                .orElseGet(() -> CompletableFuture.failedFuture(new CallFailure(
                        CallFailure.Why.ABSENT, "The station is not connected, or cannot be asked that.")))
                .whenComplete((payload, failure) -> {
                    if (failure != null) {
                        answer.completeExceptionally(failure);
                    } else {
                        answer.complete(payload.path("status").asText());
                    }
                }));
        return answer;
    }

    /**
     * Who is missing, and who says that it is out of order.
     *
     * @return the first of them, and how many more there are
     */
    public List<AdapterProblem> problems() {
        TreeSet<String> expected = new TreeSet<>(site.places().listed());
        expected.addAll(twins.identities());
        OcppLimits limits = site.config().limits();
        Instant now = site.context().clock().now();
        List<AdapterProblem> problems = new ArrayList<>();
        for (String identity : expected) {
            Station station = all.get(identity);
            Optional<Instant> absent = station == null ? Optional.of(begun) : station.absentSince();
            absent.filter(since -> !since.plus(limits.absence()).isAfter(now))
                    .ifPresent(since -> problems.add(
                            new AdapterProblem(identity, since, "The station `" + identity + "` is not connected.")));
        }
        all.forEach((identity, station) -> station.brokenSince()
                .ifPresent(since -> problems.add(new AdapterProblem(
                        identity, since, "The station `" + identity + "` says that it is out of order."))));
        return few(problems);
    }

    private List<AdapterProblem> few(List<AdapterProblem> problems) {
        if (problems.size() <= MOST_PROBLEMS) {
            return problems;
        }
        List<AdapterProblem> first = new ArrayList<>(problems.subList(0, MOST_PROBLEMS));
        List<AdapterProblem> others = problems.subList(MOST_PROBLEMS, problems.size());
        Instant since = others.stream()
                .map(AdapterProblem::since)
                .min(Comparator.naturalOrder())
                .orElse(begun);
        String text = "`" + others.size() + "` more stations are not connected or out of order.";
        first.add(new AdapterProblem(site.config().name(), since, text));
        return first;
    }

    /** Says goodbye in the log. */
    public void ended() {
        LOG.info("`{}` stops with `{}` stations.", site.config().name(), all.size());
    }
}
