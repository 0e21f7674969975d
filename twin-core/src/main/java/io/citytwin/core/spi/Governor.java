package io.citytwin.core.spi;

import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import java.time.Instant;
import java.util.List;

/**
 * Decides what devices are asked, from what happens in the city; the rules module has one. For one thread at a time. The
 * city calls it from its own.
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
     * Ends a step.
     *
     * @param moment the step's end
     * @return directives for each actuator whose claim is another than at the end of the last step, sorted by twin and
     *     property
     */
    List<Directive> step(Instant moment);

    @Override
    void close();
}
