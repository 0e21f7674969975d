package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.time.RunLength;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A city that notes which twins somebody looked for, found or not. For one thread at a time. */
final class Looked implements CityView {

    private final CityView city;
    private final Set<TwinId> looked = new HashSet<>();

    Looked(CityView city) {
        this.city = city;
    }

    /** Whether somebody looked for a twin. */
    boolean at(TwinId id) {
        return looked.contains(id);
    }

    @Override
    public Optional<Twin> twin(TwinId id) {
        looked.add(id);
        return city.twin(id);
    }

    @Override
    public int level(Regulation regulation, StateSpec.Level level, TwinId subject, Moment moment) {
        return city.level(regulation, level, subject, moment);
    }

    @Override
    public RunLength run(Regulation regulation, StateSpec.Run run, TwinId subject, Moment moment) {
        return city.run(regulation, run, subject, moment);
    }

    @Override
    public Optional<Value> input(StateSpec.Input input, TwinId subject, Moment moment) {
        return city.input(input, subject, moment);
    }

    @Override
    public OptionalInt counter(Regulation regulation, StateSpec.Counter counter, Twin subject, Moment moment) {
        return city.counter(regulation, counter, subject, moment);
    }
}
