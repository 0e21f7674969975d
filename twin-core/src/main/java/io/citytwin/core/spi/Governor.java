package io.citytwin.core.spi;

import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Decides what devices are asked, from what happens in the city; the rules module has one. For one thread at a time. The
 * city calls it from its own.
 *
 * <p>A governor outlives its process by being asked the same again: after a restart it gets the state that it gave last
 * and then every input and step since, and must decide the same.
 */
public interface Governor extends AutoCloseable {

    /**
     * Takes an input, in the order of the journal.
     *
     * @param input what happened
     * @throws io.citytwin.core.error.CityTwinException if it makes no sense; nothing has changed then
     */
    void accept(Input input);

    /**
     * Whether it is told of values that twins of a type do not have themselves, such as a forecast.
     *
     * @param type such as {@code Province}
     * @param property such as {@code pm10Forecast}
     * @return true if {@link #accept} takes observations of it
     */
    default boolean takes(String type, String property) {
        return false;
    }

    /**
     * Ends a step.
     *
     * @param moment the step's end
     * @return directives for each actuator whose claim is another than at the end of the last step, sorted by twin and
     *     property
     */
    List<Directive> step(Instant moment);

    /**
     * What was decided since this was last asked, for the journal: it is kept with the inputs that it rests on.
     *
     * @return entries of {@link #streams}, in the order in which they were decided
     */
    default List<Journal.Entry> decisions() {
        return List.of();
    }

    /**
     * The streams that {@link #decisions} writes.
     *
     * @return names that nobody else uses
     */
    default Set<String> streams() {
        return Set.of();
    }

    /**
     * When each provision was looked at last, so that one that is not is seen. Safe for use by many threads.
     *
     * @return sorted by provision
     */
    default List<Evaluated> evaluated() {
        return List.of();
    }

    /**
     * All that it must know to go on after a restart. Asked at the end of a step, after {@link #decisions}.
     *
     * @return text that only the governor understands; empty if it can only begin from the first input
     */
    default Optional<String> state() {
        return Optional.empty();
    }

    /**
     * Goes on where an earlier run was. Called at most once, before anything else.
     *
     * @param state what {@link #state} gave then; empty to begin from the first input
     * @param history what was kept by then
     */
    default void resume(Optional<String> state, History history) {
        // Nothing is remembered.
    }

    @Override
    void close();

    /** What was kept of a city. Safe for use by many threads. */
    interface History {

        /**
         * Reads all inputs so far that were not let go of, in their order, those included that the governor refused. While
         * an earlier run is played again, only those before the one that is being played.
         *
         * @param reader takes each
         */
        void inputs(Consumer<Input> reader);

        /**
         * Up to when inputs were let go of. It moves on while the city runs.
         *
         * @return the moment of the base; empty if all are there
         */
        default Optional<Instant> erasedUntil() {
            return Optional.empty();
        }

        /**
         * Reads inputs as {@link #inputs(Consumer)} does, and first what they rest on: nothing is let go of in between.
         *
         * @param base takes the base, once, before the first input; it is not called if all inputs are there
         * @param reader takes each input that came after the base
         */
        default void inputs(Consumer<Footing> base, Consumer<Input> reader) {
            inputs(reader);
        }

        /**
         * Reads the governor's own entries so far, those included that are not written yet.
         *
         * @param stream one of {@link Governor#streams}
         * @param reader takes each
         */
        void decisions(String stream, Consumer<Journal.Entry> reader);

        /**
         * Reads the governor's own entries of one key.
         *
         * @param stream one of {@link Governor#streams}
         * @param key whose
         * @param reader takes each
         */
        void decisions(String stream, String key, Consumer<Journal.Entry> reader);
    }

    /**
     * What stands for all inputs that were let go of. Immutable.
     *
     * @param moment the end of the step after which inputs are there
     * @param state what {@link #state} gave then; empty if it can be read no more
     */
    record Footing(Instant moment, Optional<String> state) {}
}
