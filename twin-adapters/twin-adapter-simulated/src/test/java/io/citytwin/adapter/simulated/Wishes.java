package io.citytwin.adapter.simulated;

import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import java.math.BigDecimal;
import java.util.Objects;

/** What can be desired of any actuator that is not its resting value. */
final class Wishes {

    private Wishes() {}

    static Value of(AssetType type, String property) {
        ValueType held = type.properties().get(property);
        Value resting = Objects.requireNonNull(type.actuators().get(property)).resting();
        if (held instanceof ValueType.YesNo) {
            return new Value.Flag(resting.equals(new Value.Flag(false)));
        } else if (held instanceof ValueType.Names names) {
            return names.names().stream()
                    .map(Value.Term::new)
                    .filter(term -> !term.equals(resting))
                    .reduce((first, second) -> second)
                    .orElseThrow();
        }
        Quantity rest = (Quantity) resting;
        BigDecimal less = rest.unit() == Unit.DEGREE_CELSIUS
                ? rest.amount().subtract(BigDecimal.valueOf(2))
                : rest.amount().divide(BigDecimal.valueOf(2));
        return new Quantity(less, rest.unit());
    }
}
