package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.time.RunLength;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.util.Optional;

/** What is known of the city at a moment. */
interface CityView {

    /** A twin with all that is known of it. */
    Optional<Twin> twin(TwinId id);

    /** Position of a level's state in force on the civil day of the moment. */
    int level(Regulation regulation, StateSpec.Level level, TwinId subject, Moment moment);

    /** Length of a run that ends on the day before the moment. */
    RunLength run(Regulation regulation, StateSpec.Run run, TwinId subject, Moment moment);

    /** What was told for the civil day of the moment. */
    Optional<String> input(StateSpec.Input input, TwinId subject, Moment moment);
}
