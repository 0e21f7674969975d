package io.citytwin.core.sync;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Actuator;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.DeadLetter;
import io.citytwin.core.sync.DirectiveRecord.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends directives until they are answered. A directive is first issued, which notes it in the graph and in the minutes,
 * and sent once the minutes are committed. For one thread at a time.
 */
final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final TwinGraph graph;
    private final List<AdapterPort> ports;
    private final Minutes minutes;
    private final Timeline timeline;
    private final DeadLetters letters;
    private final Patience patience;
    private final Leases leases;
    private final DirectiveBook book;
    private final List<Integer> unsent = new ArrayList<>();

    Outbox(Desk desk, List<AdapterPort> ports, Patience patience) {
        this.graph = desk.graph();
        this.timeline = desk.timeline();
        this.letters = desk.letters();
        this.ports = ports;
        this.minutes = desk.minutes();
        this.book = desk.book();
        this.patience = patience;
        this.leases = new Leases(book, timeline, patience.lease(), this::port);
    }

    DirectiveBook book() {
        return book;
    }

    Leases leases() {
        return leases;
    }

    void issue(Directive directive) {
        Optional<AdapterPort> port = serving(directive.twin());
        if (port.isEmpty()) {
            DirectiveRecord unserved = DirectiveRecord.unserved(directive);
            book.add(unserved);
            minutes.issued(unserved);
            return;
        }
        boolean waits = directive.kind() == Directive.Kind.CLAIM && isActuator(directive, Actuator::irreversible);
        if (!waits && !isDesired(directive, port.get().name())) {
            return;
        }
        book.replace(directive, timeline.present())
                .filter(old -> old.state() == State.SUPERSEDED)
                .ifPresent(old -> minutes.settled(old, timeline.present()));
        DirectiveRecord record = DirectiveRecord.fresh(
                directive, Optional.of(port.get().name()), waits ? State.AWAITING : State.ISSUED, reported(directive));
        int number = book.add(record);
        minutes.issued(record);
        if (!waits) {
            unsent.add(number);
        }
    }

    private boolean isActuator(Directive directive, Predicate<Actuator> such) {
        return graph.typeOf(directive.twin())
                .map(type -> type.actuators().get(directive.property()))
                .filter(such)
                .isPresent();
    }

    private boolean isDesired(Directive directive, String adapter) {
        try {
            graph.desire(directive.twin(), directive.property(), directive.value(), timeline.present());
            return true;
        } catch (CityTwinException wrong) {
            letters.add(adapter, wrong, directive.toString(), timeline.present());
            return false;
        }
    }

    private Optional<Value> reported(Directive directive) {
        return graph.reading(directive.twin(), directive.property()).flatMap(TwinGraph.Reading::value);
    }

    /** Sends what was issued, after the minutes were committed. */
    void sendIssued() {
        List<Integer> now = List.copyOf(unsent);
        unsent.clear();
        now.forEach(number -> send(number, 1, timeline.present()));
    }

    /** Lets a directive go out that waits for that; it is sent after the next commit. */
    void approve(Input.Approved approval) {
        Optional<Integer> number = book.latest(approval.directive());
        if (number.isEmpty() || book.get(number.get()).state() != State.AWAITING) {
            throw new CityTwinException(
                    CoreError.DEVICE,
                    "`" + approval.directive() + "` awaits no approval.",
                    "Maybe it was replaced meanwhile: `awaiting` directives can be approved.");
        }
        DirectiveRecord record = book.get(number.get());
        if (isDesired(record.directive(), record.adapter().orElse(""))) {
            settle(number.get(), record.approved(approval.by(), timeline.present()));
            unsent.add(number.get());
        }
    }

    void answer(String source, Acknowledgement answer) {
        Optional<Integer> number = book.latest(answer.directive());
        if (number.isEmpty()) {
            letters.add(new DeadLetter(
                    source,
                    CoreError.DEVICE.id(),
                    "`" + answer.directive() + "` was answered but never asked.",
                    answer.toString(),
                    timeline.present()));
            return;
        }
        DirectiveRecord record = book.get(number.get());
        if (record.awaits(answer)) {
            settle(number.get(), record.answered(answer, timeline.present()));
            watch(number.get());
        }
    }

    /** What the device does is followed from now on: its lease is renewed, and what it reports is looked at. */
    private void watch(int number) {
        if (book.get(number).isDone()) {
            leases.keep(number);
            timeline.at(timeline.present().plus(patience.settling()), () -> lookAt(number));
        }
    }

    /** A device that said yes and still reports exactly what it did before has not moved. */
    private void lookAt(int number) {
        DirectiveRecord record = book.get(number);
        Directive directive = record.directive();
        if (!record.isDone() || !isActuator(directive, Actuator::follows)) {
            return;
        }
        Instant answered = record.settledAt().orElseThrow();
        Optional<Value> now = graph.reading(directive.twin(), directive.property())
                .filter(reading -> reading.measuredAt().isAfter(answered))
                .flatMap(TwinGraph.Reading::value);
        if (now.isEmpty()) {
            timeline.at(timeline.present().plus(patience.settling()), () -> lookAt(number));
        } else if (now.equals(record.before()) && !now.get().equals(directive.value())) {
            String reports = "acknowledged, but it still reports `" + now.get() + "`";
            settle(number, record.unmoved(reports, timeline.present()));
        }
    }

    private void send(int number, int attempt, Instant due) {
        DirectiveRecord record = book.get(number).sent(attempt);
        book.set(number, record);
        timeline.at(due.plus(patience.after(attempt)), () -> remind(number, attempt));
        port(record).ifPresent(port -> port.command(record.directive(), patience.lease()));
    }

    private void remind(int number, int attempt) {
        DirectiveRecord record = book.get(number);
        if (record.state() != State.ISSUED) {
            return;
        } else if (attempt < patience.attempts()) {
            send(number, attempt + 1, timeline.present());
        } else {
            settle(number, record.raised("no answer to `" + attempt + "` attempts", timeline.present()));
        }
    }

    private void settle(int number, DirectiveRecord record) {
        book.set(number, record);
        minutes.settled(record, timeline.present());
        if (record.state() == State.RAISED || record.state() == State.UNMOVED) {
            LOG.warn(
                    "{} {} of {} needs somebody to look: {}",
                    record.directive().id(),
                    record.directive().property(),
                    record.directive().twin(),
                    record.problem().orElse(""));
        }
    }

    /** Takes up what an earlier run has kept of a directive; nothing is sent yet. */
    void restore(DirectiveCodec.Told told) {
        if (told.issued().isPresent()) {
            Directive directive = told.issued().get();
            if (told.state() != State.UNSERVED) {
                book.replace(directive, told.at());
            }
            book.add(DirectiveRecord.fresh(directive, told.adapter(), told.state(), told.before()));
        } else {
            // What was issued in a month that was erased is gone, and so is what became of it.
            book.latest(told.id()).ifPresent(number -> restore(number, told));
        }
    }

    private void restore(int number, DirectiveCodec.Told told) {
        DirectiveRecord record = book.get(number).sent(told.attempts());
        Optional<String> approved = told.approvedBy();
        book.set(
                number,
                told.state() == State.ISSUED && approved.isPresent()
                        ? record.approved(approved.get(), told.at())
                        : record.settled(told.state(), told.problem(), told.at()));
    }

    /** Goes on where an earlier run ended: what was not answered is sent again, what was done is followed again. */
    void resume() {
        for (int number = 0; number < book.size(); number++) {
            DirectiveRecord record = book.get(number);
            if (record.replacedAt().isEmpty() && record.state() != State.UNSERVED) {
                resume(number, record);
            }
        }
    }

    private void resume(int number, DirectiveRecord record) {
        Directive directive = record.directive();
        Instant now = timeline.present();
        if (record.state() != State.AWAITING) {
            isDesired(directive, record.adapter().orElse(""));
        }
        if (record.state() == State.ISSUED) {
            Patience.Attempt last =
                    patience.lastBy(now, timeline.stepEndFrom(record.settledAt().orElse(directive.issuedAt())));
            timeline.at(now, () -> send(number, last.number(), last.at()));
        } else if (record.isDone()) {
            leases.keepAgain(number);
            Instant look = record.settledAt().orElseThrow().plus(patience.settling());
            timeline.at(look.isAfter(now) ? look : now.plus(patience.settling()), () -> lookAt(number));
        }
    }

    private Optional<AdapterPort> port(DirectiveRecord record) {
        return ports.stream()
                .filter(port -> record.adapter().filter(port.name()::equals).isPresent())
                .findFirst();
    }

    private Optional<AdapterPort> serving(TwinId id) {
        return graph.find(id)
                .flatMap(
                        twin -> ports.stream().filter(port -> port.serves(twin)).findFirst());
    }
}
