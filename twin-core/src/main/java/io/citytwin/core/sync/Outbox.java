package io.citytwin.core.sync;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.spi.DeadLetter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final Retry retry;
    private final DirectiveBook book = new DirectiveBook();
    private final List<Integer> unsent = new ArrayList<>();

    Outbox(AdapterPort.Desk desk, List<AdapterPort> ports, Minutes minutes, Retry retry) {
        this.graph = desk.graph();
        this.timeline = desk.timeline();
        this.letters = desk.letters();
        this.ports = ports;
        this.minutes = minutes;
        this.retry = retry;
    }

    DirectiveBook book() {
        return book;
    }

    void issue(Directive directive) {
        Optional<AdapterPort> port = serving(directive.twin());
        if (port.isEmpty()) {
            DirectiveRecord unserved = DirectiveRecord.unserved(directive);
            int number = book.add(unserved);
            minutes.issued(book.get(number));
            return;
        }
        try {
            graph.desire(directive.twin(), directive.property(), directive.value(), timeline.present());
        } catch (CityTwinException wrong) {
            letters.add(port.get().name(), wrong, directive.toString(), timeline.present());
            return;
        }
        book.replace(directive, timeline.present()).ifPresent(old -> {
            if (old.state() == DirectiveRecord.State.SUPERSEDED) {
                minutes.settled(old, timeline.present());
            }
        });
        int number = book.add(DirectiveRecord.issued(directive, port.get().name()));
        minutes.issued(book.get(number));
        unsent.add(number);
    }

    /** Sends what was issued, after the minutes were committed. */
    void sendIssued() {
        List<Integer> now = List.copyOf(unsent);
        unsent.clear();
        now.forEach(this::send);
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
        }
    }

    private void send(int number) {
        DirectiveRecord record = book.get(number).sent();
        book.set(number, record);
        Duration patience = retry.patience(record.attempts());
        timeline.at(timeline.present().plus(patience), () -> remind(number, record.attempts()));
        ports.stream()
                .filter(port -> record.adapter().filter(port.name()::equals).isPresent())
                .findFirst()
                .ifPresent(port -> port.command(record.directive()));
    }

    private void remind(int number, int attempt) {
        DirectiveRecord record = book.get(number);
        if (record.state() != DirectiveRecord.State.ISSUED) {
            return;
        } else if (attempt < retry.attempts()) {
            send(number);
        } else {
            settle(number, record.raised("no answer to `" + attempt + "` attempts", timeline.present()));
        }
    }

    private void settle(int number, DirectiveRecord record) {
        book.set(number, record);
        minutes.settled(record, timeline.present());
        if (record.state() == DirectiveRecord.State.RAISED) {
            LOG.warn(
                    "{} {} of {} was raised: {}",
                    record.directive().id(),
                    record.directive().property(),
                    record.directive().twin(),
                    record.problem().orElse(""));
        }
    }

    private Optional<AdapterPort> serving(TwinId id) {
        return graph.find(id)
                .flatMap(
                        twin -> ports.stream().filter(port -> port.serves(twin)).findFirst());
    }

    /**
     * How long a device may take to answer. Immutable.
     *
     * @param first patience after the first attempt; it doubles with each further one
     * @param attempts how often a directive is sent before it is raised
     */
    record Retry(Duration first, int attempts) {

        Duration patience(int attempt) {
            return first.multipliedBy(1L << (attempt - 1));
        }
    }
}
