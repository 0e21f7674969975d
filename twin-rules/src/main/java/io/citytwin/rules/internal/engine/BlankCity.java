package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.time.RunLength;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A city of which nothing is known. Immutable. */
final class BlankCity implements CityView {

    @Override
    public Optional<Twin> twin(TwinId id) {
        return Optional.empty();
    }

    @Override
    public int level(Regulation regulation, StateSpec.Level level, TwinId subject, Moment moment) {
        return 0;
    }

    @Override
    public RunLength run(Regulation regulation, StateSpec.Run run, TwinId subject, Moment moment) {
        return new RunLength(0, Integer.MAX_VALUE, List.of(moment.day()));
    }

    @Override
    public Optional<Value> input(StateSpec.Input input, TwinId subject, Moment moment) {
        return Optional.empty();
    }

    @Override
    public OptionalInt counter(Regulation regulation, StateSpec.Counter counter, Twin subject, Moment moment) {
        return OptionalInt.empty();
    }
}
