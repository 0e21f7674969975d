package io.citytwin.examples.benchmark.city;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;

/** Writes values as numbers, the same for all engines. */
final class Codes {

    private Codes() {}

    static double of(ValueType type, Value value) {
        if (value instanceof Quantity quantity) {
            return quantity.amount().doubleValue();
        } else if (value instanceof Value.Flag flag) {
            return flag.on() ? 1 : 0;
        } else if (value instanceof Value.Ref ref) {
            return ReferenceCity.numberOfTown(ref.target());
        } else if (value instanceof Value.Term term && type instanceof ValueType.Names names) {
            return names.names().indexOf(term.name());
        }
        throw new IllegalArgumentException("`" + value + "` is no value of this city");
    }
}
