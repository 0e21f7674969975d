package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.time.RunLength;
import io.citytwin.rules.Cell;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** The city on a day on which one level has another state, and as if some daily values were different. For one thread at a time. */
final class SupposedDays implements CityView {

    private final Fold city;
    private final Cell.Level level;
    private final int state;
    private final Map<Cell, Value> supposed;

    /** A level with its state on its day. */
    SupposedDays(Fold city, Cell.Level level, int state, Map<Cell, Value> supposed) {
        this.city = city;
        this.level = level;
        this.state = state;
        this.supposed = supposed;
    }

    @Override
    public Optional<Twin> twin(TwinId id) {
        return city.twin(id);
    }

    @Override
    public int level(Regulation regulation, StateSpec.Level asked, TwinId subject, Moment moment) {
        return level.equals(new Cell.Level(regulation.id(), asked.name(), subject, moment.day()))
                ? state
                : city.level(regulation, asked, subject, moment);
    }

    @Override
    public RunLength run(Regulation regulation, StateSpec.Run run, TwinId subject, Moment moment) {
        SortedMap<LocalDate, Quantity> days = new TreeMap<>();
        supposed.forEach((cell, value) -> {
            if (cell instanceof Cell.Daily daily
                    && daily.regulation().equals(regulation.id())
                    && daily.name().equals(run.indicator())
                    && daily.twin().equals(subject)) {
                days.put(daily.day(), (Quantity) value);
            }
        });
        return city.arrivals().indicators().run(regulation, run, subject, moment, days);
    }

    @Override
    public Optional<Value> input(StateSpec.Input input, TwinId subject, Moment moment) {
        return supposed.entrySet().stream()
                .filter(entry -> entry.getKey() instanceof Cell.Told told
                        && told.name().equals(input.name())
                        && told.twin().equals(subject)
                        && told.day().equals(moment.day()))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> city.input(input, subject, moment));
    }

    @Override
    public OptionalInt counter(Regulation regulation, StateSpec.Counter counter, Twin subject, Moment moment) {
        return city.counter(regulation, counter, subject, moment);
    }
}
