package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.time.RunLength;
import io.citytwin.rules.Cell;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/** The city as if one cell were different. For one thread at a time. */
final class SupposedCity implements CityView {

    private final CityView city;
    private final Cell cell;
    private final Value value;

    SupposedCity(CityView city, Cell cell, Value value) {
        this.city = city;
        this.cell = cell;
        this.value = value;
    }

    @Override
    public Optional<Twin> twin(TwinId id) {
        Optional<Twin> real = city.twin(id);
        return cell.twin().equals(id) ? real.map(this::changed) : real;
    }

    private Twin changed(Twin twin) {
        if (cell instanceof Cell.Property property) {
            return twin.with(property.name(), value);
        } else if (cell instanceof Cell.Ground ground) {
            SortedSet<TwinId> zones = new TreeSet<>(twin.zones());
            if (value.equals(new Value.Flag(true))) {
                zones.add(ground.zone());
            } else {
                zones.remove(ground.zone());
            }
            return twin.in(zones);
        }
        return twin;
    }

    @Override
    public int level(Regulation regulation, StateSpec.Level level, TwinId subject, Moment moment) {
        return cell.equals(new Cell.Level(regulation.id(), level.name(), subject, moment.day()))
                ? level.states().names().indexOf(value.toString())
                : city.level(regulation, level, subject, moment);
    }

    @Override
    public RunLength run(Regulation regulation, StateSpec.Run run, TwinId subject, Moment moment) {
        return city.run(regulation, run, subject, moment);
    }

    @Override
    public Optional<Value> input(StateSpec.Input input, TwinId subject, Moment moment) {
        boolean supposed = cell instanceof Cell.Told told
                && told.name().equals(input.name())
                && told.twin().equals(subject)
                && told.day().equals(moment.day());
        return supposed ? Optional.of(value) : city.input(input, subject, moment);
    }

    @Override
    public OptionalInt counter(Regulation regulation, StateSpec.Counter counter, Twin subject, Moment moment) {
        boolean supposed = cell.equals(new Cell.Count(regulation.id(), counter.name(), subject.id()));
        return supposed && value instanceof Quantity count
                ? OptionalInt.of(count.amount().intValueExact())
                : city.counter(regulation, counter, subject, moment);
    }
}
