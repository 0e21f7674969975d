package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.time.RunLength;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A view of the city that notes what was looked at. For one thread at a time. */
final class Watching implements CityView {

    private final CityView city;
    private final Set<TwinId> twins = new HashSet<>();
    private final Map<Register, Reader> registers = new HashMap<>();

    Watching(CityView city) {
        this.city = city;
    }

    /** Something that the engine keeps of a twin; its name is unique among all that are kept. */
    record Register(String name, TwinId twin) {}

    /** Reads a register as it is at a moment. */
    interface Reader {
        Object read(CityView city, Moment moment);
    }

    /** The twins looked for, found or not. */
    Set<TwinId> twins() {
        return twins;
    }

    Map<Register, Reader> registers() {
        return registers;
    }

    /** Whether both looked at the same things. */
    boolean sawWhat(Watching other) {
        return twins.equals(other.twins) && registers.keySet().equals(other.registers.keySet());
    }

    private <T> T note(String name, TwinId twin, Moment moment, Reader reader, Class<T> type) {
        registers.put(new Register(name, twin), reader);
        return type.cast(reader.read(city, moment));
    }

    @Override
    public Optional<Twin> twin(TwinId id) {
        twins.add(id);
        return city.twin(id);
    }

    @Override
    public int level(Regulation regulation, StateSpec.Level level, TwinId subject, Moment moment) {
        Reader reader = (now, at) -> now.level(regulation, level, subject, at);
        return note("level " + regulation.id() + "/" + level.name(), subject, moment, reader, Integer.class);
    }

    @Override
    public RunLength run(Regulation regulation, StateSpec.Run run, TwinId subject, Moment moment) {
        Reader reader = (now, at) -> now.run(regulation, run, subject, at);
        return note("run " + regulation.id() + "/" + run.name(), subject, moment, reader, RunLength.class);
    }

    @Override
    public Optional<Value> input(StateSpec.Input input, TwinId subject, Moment moment) {
        registers.put(new Register("input " + input.name(), subject), (now, at) -> now.input(input, subject, at));
        return city.input(input, subject, moment);
    }

    @Override
    public OptionalInt counter(Regulation regulation, StateSpec.Counter counter, Twin subject, Moment moment) {
        Reader reader = (now, at) ->
                now.counter(regulation, counter, now.twin(subject.id()).orElse(subject), at);
        return note(
                "counter " + regulation.id() + "/" + counter.name(), subject.id(), moment, reader, OptionalInt.class);
    }
}
