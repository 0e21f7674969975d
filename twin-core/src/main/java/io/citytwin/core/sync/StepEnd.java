package io.citytwin.core.sync;

import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Governor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What happens at the end of a step: the governor decides, all of it is written down at once, and only then something is
 * sent. For one thread at a time.
 */
final class StepEnd {

    private final Governor governor;
    private final TwinGraph graph;
    private final InputCodec codec;
    private final Minutes minutes;
    private final DeadLetters letters;
    private final Outbox outbox;
    private final List<AdapterPort> ports;
    private final Duration snapshots;
    private final Consumer<CityPhase> watcher;
    private final Watchdog watchdog;
    private final Retention retention;
    private final boolean metered;
    private final CityMeters meters;

    StepEnd(CityTwinBuilder.Parts parts, Desk desk, Outbox outbox, List<AdapterPort> ports, Watchdog watchdog) {
        this.governor = parts.governor();
        this.graph = parts.graph();
        this.codec = new InputCodec(parts.graph().types());
        this.minutes = desk.minutes();
        this.retention = desk.retention();
        this.letters = desk.letters();
        this.outbox = outbox;
        this.ports = ports;
        this.snapshots = parts.snapshots();
        this.watcher = parts.watcher();
        this.watchdog = watchdog;
        this.metered = parts.meters().isPresent();
        this.meters = new CityMeters(desk.meters());
    }

    void at(Instant moment) {
        watcher.accept(CityPhase.EVALUATE);
        meters.evaluation().record(() -> decide(moment));
        minutes.note(new Input.Tick(moment));
        if (moment.toEpochMilli() % snapshots.toMillis() == 0 && !minutes.forgets()) {
            watcher.accept(CityPhase.SNAPSHOT);
            governor.state().ifPresent(state -> {
                Snapshot.marks(moment, minutes.inputs(), graph, codec, state).forEach(minutes::mark);
                retention.marks(moment, state).forEach(minutes::mark);
            });
        }
        watcher.accept(CityPhase.COMMIT);
        write();
        watcher.accept(CityPhase.SEND);
        outbox.sendIssued();
        retention.letGo();
        watcher.accept(CityPhase.INGEST);
    }

    private void decide(Instant moment) {
        try {
            governor.step(moment).forEach(outbox::issue);
        } catch (RuntimeException failure) {
            letters.add("governor", failure, "step " + moment, moment);
        }
        minutes.decided(governor.decisions());
    }

    /** Writes down what happened since the last step. */
    void rest() {
        write();
    }

    /** Writes down what came since, where somebody waits for that or much came: a step's end then has little to write. */
    void writeIfDue() {
        if (minutes.isDue()) {
            commit();
        }
    }

    private void write() {
        // Health looks at every actuator: only for those who can see it.
        if (metered || !minutes.forgets()) {
            CityHealth health = watchdog.health();
            meters.show(health);
            minutes.mark(HealthCodec.write(health));
        }
        commit();
    }

    private void commit() {
        letters.takeUnwritten().forEach(minutes::refused);
        ports.stream().map(AdapterPort::newPosition).flatMap(Optional::stream).forEach(minutes::mark);
        meters.commit().record(() -> retention.commit(minutes));
    }
}
