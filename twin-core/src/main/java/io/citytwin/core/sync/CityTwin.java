package io.citytwin.core.sync;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.DeadLetter;
import io.citytwin.core.spi.Governor;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.time.CityClock;
import io.citytwin.core.time.VirtualClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A city that runs: what its devices report goes to its twins and its governor, and what the governor decides goes to the
 * devices. Safe for use by many threads.
 *
 * <p>Everything happens one after the other, in the order of moments and then of calls. With a {@link VirtualClock} it
 * happens on the thread that calls {@link #advanceTo}, and the same calls always give the same journal, byte for byte;
 * with any other clock it happens on one thread of the city. Nothing that comes from outside stops it: what makes no
 * sense, and what an adapter throws, becomes a dead letter.
 */
public final class CityTwin implements AutoCloseable {

    private static final String CALLER = "caller";
    private static final String STARTED = "city/started";

    private final TwinGraph graph;
    private final CityClock clock;
    private final Governor governor;
    private final Journal journal;
    private final Timeline timeline;
    private final DeadLetters letters = new DeadLetters();
    private final Minutes minutes;
    private final Intake intake;
    private final Outbox outbox;
    private final List<AdapterPort> ports;
    private final StepEnd stepEnd;
    private final Watchdog watchdog;
    private final Recovery recovery;
    private final List<Input> early = new ArrayList<>();

    private TwinGraph.@Nullable Subscription feed;
    private @Nullable LiveThread live;
    private Optional<Recovery.Ended> before = Optional.empty();
    private volatile Phase phase = Phase.BUILT;

    CityTwin(CityTwinBuilder.Parts parts) {
        graph = parts.graph();
        clock = parts.clock();
        governor = parts.governor();
        journal = parts.journal();
        InputCodec codec = new InputCodec(graph.types());
        minutes = new Minutes(parts.journal(), codec, new Privacy(graph));
        timeline = new Timeline(clock, parts.step(), this::endStep);
        Desk desk = new Desk(parts, timeline, letters, minutes);
        ports = parts.adapters().stream()
                .map(adapter -> new AdapterPort(adapter, desk))
                .toList();
        outbox = new Outbox(desk, ports, parts.patience());
        desk.open(this::enqueue, outbox::answer);
        intake = new Intake(graph, governor, minutes, letters, timeline::present);
        intake.approving(outbox::approve);
        watchdog = new Watchdog(desk, governor, outbox.leases(), ports, parts.step());
        stepEnd = new StepEnd(parts, desk, outbox, ports, watchdog);
        recovery = new Recovery(new Recovery.Parts(
                parts.journal(),
                codec,
                graph,
                governor,
                outbox,
                letters,
                new CityHistory(parts.journal(), codec, minutes, desk.retention())));
    }

    /**
     * Begins to bring a city together.
     *
     * @return an empty builder
     */
    public static CityTwinBuilder builder() {
        return new CityTwinBuilder();
    }

    /**
     * Takes up the journal where an earlier run ended, or else takes in the twins of the graph; starts the adapters; then
     * follows the clock, unless it is a virtual one, which goes on to where the earlier run was.
     *
     * <p>After an earlier run the twins are as they were then, except for those whose own data were given otherwise at the
     * last start: these have changed just now.
     *
     * @throws CityTwinException {@code C116} if it was started before; {@code C118} if the journal cannot be taken up
     */
    public synchronized void start() {
        if (phase != Phase.BUILT) {
            throw misused("The city was already started.", "Maybe build another one.");
        }
        Given given = Given.of(graph);
        before = recovery.run();
        phase = Phase.STARTED;
        before.ifPresent(ended -> {
            timeline.resumeAt(ended.last(), ended.stepEnd());
            minutes.countFrom(ended.inputs());
            watchdog.decidedOtherwise(ended.otherwise());
        });
        feed = intake.open();
        if (before.isPresent()) {
            boolean bare = before.filter(Recovery.Ended::bare).isPresent();
            graph.put(bare ? given.missing(graph) : given.news(journal), timeline.present());
            outbox.resume();
        } else {
            // A journal that cannot keep what is personal says so now, and not at the first snapshot.
            journal.append(List.of(), List.of(new Journal.Mark(STARTED, now().toString(), Optional.of(now()))));
            synchronized (early) {
                intake.begin(List.copyOf(early));
            }
        }
        minutes.mark(given.mark());
        ports.forEach(AdapterPort::start);
        if (!(clock instanceof VirtualClock)) {
            live = new LiveThread(
                    timeline,
                    clock,
                    stepEnd::writeIfDue,
                    failure -> letters.add("city", failure, "step", timeline.present()));
            live.start();
        }
    }

    /**
     * Where an earlier run of this city ended, once it is started: all that was received by then is in the journal and
     * need not be given again.
     *
     * @return the moment of what happened last; empty if there was no earlier run
     */
    public synchronized Optional<Instant> resumedFrom() {
        return before.map(Recovery.Ended::last);
    }

    /**
     * Takes an input from outside. It is applied when the city reaches the moment at which the input was received; one
     * that claims an earlier moment than the city's counts as received now, except before the first start of a city: what
     * was heard before its time began is then known from the beginning. A {@link Input.Tick} says nothing: the city has
     * its own.
     *
     * @param input what happened
     * @throws CityTwinException {@code C116} if the city is closed
     */
    public void accept(Input input) {
        if (phase == Phase.CLOSED) {
            throw misused("The city is closed.", "Maybe stop the source first.");
        } else if (phase == Phase.BUILT && input.receivedAt().isBefore(timeline.present())) {
            synchronized (early) {
                early.add(input);
            }
        } else {
            enqueue(CALLER, input);
        }
    }

    /**
     * Lets time go on, on the calling thread: all that is due by then happens, and each step ends, the one at the moment
     * itself included.
     *
     * @param moment not before the present one
     * @throws CityTwinException {@code C116} if the city was not started, is closed, or follows a clock by itself;
     *     {@code C108} if the moment is over
     */
    public void advanceTo(Instant moment) {
        if (phase != Phase.STARTED || !(clock instanceof VirtualClock)) {
            throw misused(
                    "Only a started city with a virtual clock can be advanced.",
                    "Maybe call `start` first, or let the city follow its clock.");
        }
        timeline.runUntil(moment);
    }

    /**
     * The city's time.
     *
     * @return the moment that everything up to has happened
     */
    public Instant now() {
        return timeline.present();
    }

    /**
     * The city's twins.
     *
     * @return the graph that it was built with
     */
    public TwinGraph graph() {
        return graph;
    }

    /**
     * What became of each directive.
     *
     * @return in the order in which they were issued
     */
    public List<DirectiveRecord> directives() {
        return outbox.book().select(record -> true);
    }

    /**
     * What became of the directives for a twin.
     *
     * @param twin whose actuators
     * @return in the order in which they were issued
     */
    public List<DirectiveRecord> directives(TwinId twin) {
        return outbox.book().select(record -> record.directive().twin().equals(twin));
    }

    /**
     * What became of the directives of a provision.
     *
     * @param provision its id, such as {@code xx.area.smog/heating}
     * @return in the order in which they were issued
     */
    public List<DirectiveRecord> directives(String provision) {
        return outbox.book()
                .select(record -> record.directive().cause().provision().equals(provision));
    }

    /**
     * What came in and could not be used.
     *
     * @return the newest ten thousand, oldest first; {@link #health()} counts all
     */
    public List<DeadLetter> deadLetters() {
        return letters.newest();
    }

    /**
     * How the city is doing.
     *
     * @return counts of now
     */
    public CityHealth health() {
        return watchdog.health();
    }

    /** Stops the adapters, writes down what happened since the last step, and closes the governor. */
    @Override
    public synchronized void close() {
        if (phase == Phase.CLOSED) {
            return;
        }
        boolean started = phase == Phase.STARTED;
        phase = Phase.CLOSED;
        if (live != null) {
            live.close();
        }
        timeline.close(() -> {
            if (started) {
                ports.forEach(AdapterPort::stop);
            }
            if (feed != null) {
                feed.close();
            }
        });
        try (governor) {
            stepEnd.rest();
        }
    }

    private void endStep(Instant moment) {
        intake.takeChanges();
        stepEnd.at(moment);
    }

    private void enqueue(String source, Input input) {
        if (phase != Phase.CLOSED && !(input instanceof Input.Tick)) {
            timeline.at(input.receivedAt(), () -> {
                watchdog.heard(source);
                intake.take(source, input);
            });
        }
    }

    private static CityTwinException misused(String problem, String advice) {
        return new CityTwinException(CoreError.CITY, problem, advice);
    }

    private enum Phase {
        BUILT,
        STARTED,
        CLOSED
    }
}
