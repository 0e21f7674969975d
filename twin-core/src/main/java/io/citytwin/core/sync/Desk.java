package io.citytwin.core.sync;

import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Commanded;
import io.citytwin.core.time.CityClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What all adapters of a city share. Safe for use by many threads once it is open. */
final class Desk {

    private final CityClock clock;
    private final TwinGraph graph;
    private final Timeline timeline;
    private final DeadLetters letters;
    private final Minutes minutes;
    private final MeterRegistry meters;
    private final Retention retention;
    private final DirectiveBook book = new DirectiveBook();
    private BiConsumer<String, Input> inputs = (source, input) -> {};
    private BiConsumer<String, Acknowledgement> answers = (source, answer) -> {};

    Desk(CityTwinBuilder.Parts parts, Timeline timeline, DeadLetters letters, Minutes minutes) {
        this.clock = parts.clock();
        this.graph = parts.graph();
        this.timeline = timeline;
        this.letters = letters;
        this.minutes = minutes;
        this.meters = parts.meters().orElseGet(CompositeMeterRegistry::new);
        this.retention = new Retention(parts.journal(), parts.retention());
    }

    /** Says where inputs and answers go. */
    void open(BiConsumer<String, Input> taking, BiConsumer<String, Acknowledgement> answering) {
        inputs = taking;
        answers = answering;
    }

    CityClock clock() {
        return clock;
    }

    TwinGraph graph() {
        return graph;
    }

    Timeline timeline() {
        return timeline;
    }

    DeadLetters letters() {
        return letters;
    }

    Minutes minutes() {
        return minutes;
    }

    MeterRegistry meters() {
        return meters;
    }

    Retention retention() {
        return retention;
    }

    DirectiveBook book() {
        return book;
    }

    Optional<String> position(String source) {
        return minutes.position(source);
    }

    List<Commanded> commanded(String source) {
        return book.select(record -> record.adapter().filter(source::equals).isPresent()).stream()
                .map(record -> new Commanded(record.directive(), record.doneAt()))
                .toList();
    }

    void take(String source, Input input) {
        inputs.accept(source, input);
    }

    void answer(String source, Acknowledgement answer) {
        timeline.at(timeline.present(), () -> answers.accept(source, answer));
    }
}
