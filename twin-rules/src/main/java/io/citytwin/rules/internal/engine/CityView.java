package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.time.RunLength;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.util.Optional;
import java.util.OptionalInt;

/** What is known of the city at a moment. */
interface CityView {

    /** A twin with all that is known of it. */
    Optional<Twin> twin(TwinId id);

    /** Position of a level's state in force on the civil day of the moment. */
    int level(Regulation regulation, StateSpec.Level level, TwinId subject, Moment moment);

    /** Length of a run that ends on the day before the moment. */
    RunLength run(Regulation regulation, StateSpec.Run run, TwinId subject, Moment moment);

    /** What was told for the civil day of the moment. */
    Optional<Value> input(StateSpec.Input input, TwinId subject, Moment moment);

    /**
     * What the twin, or all that are counted together with it, used up in the period of the moment, a passage at that
     * moment included; empty if that is forgotten, or nobody knows with whom the twin is counted.
     */
    OptionalInt counter(Regulation regulation, StateSpec.Counter counter, Twin subject, Moment moment);
}
