package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.Value;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads cells as they are. Safe for use by many threads. */
final class ExactCells implements Looks.Cells {

    /** What nobody knows. */
    private enum Nothing {
        KNOWN
    }

    @Override
    public Look.Reader reader(AssetType type, Sight.Seen seen) {
        if (seen.register().isPresent()) {
            return kept(seen.register().get());
        }
        String property = seen.name();
        return (twin, city, moment) -> {
            Value value = twin.values().get(property);
            return value == null ? Nothing.KNOWN : value;
        };
    }

    private static Look.Reader kept(Register register) {
        if (register instanceof Register.OfLevel of) {
            return (twin, city, moment) -> state(city.level(of.regulation(), of.level(), twin.id(), moment), moment);
        } else if (register instanceof Register.OfRun of) {
            return (twin, city, moment) -> city.run(of.regulation(), of.run(), twin.id(), moment);
        } else if (register instanceof Register.OfInput of) {
            return (twin, city, moment) -> city.input(of.input(), twin.id(), moment);
        }
        Register.OfCounter of = (Register.OfCounter) register;
        return (twin, city, moment) -> {
            OptionalInt count = city.counter(of.regulation(), of.counter(), twin, moment);
            return count.isPresent() ? (Object) count.getAsInt() : isHolderKnown(of, twin);
        };
    }

    /** A state that nobody knows is one of that day. */
    private static Object state(int position, Moment moment) {
        return position < 0 ? moment.day() : (Object) position;
    }

    /** What is said where nobody knows the count. */
    static Object isHolderKnown(Register.OfCounter of, Twin twin) {
        Optional<String> per = of.counter().per();
        return per.isEmpty() || twin.value(per.get()).isPresent();
    }
}
