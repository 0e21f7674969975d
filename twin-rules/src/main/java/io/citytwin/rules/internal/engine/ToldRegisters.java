package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.TwinId;
import io.citytwin.core.time.RunLength;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Registers of a city that is told of levels, and of nothing else that was measured or used up. For one thread at a time. */
final class ToldRegisters implements Registers {

    private static final int LONGEST = 10_000;

    /** The names of states, since another law may count them otherwise. */
    private final Map<LevelOf, String> levels = new HashMap<>();

    private record LevelOf(String key, TwinId subject) {}

    void level(String key, TwinId subject, String state) {
        levels.put(new LevelOf(key, subject), state);
    }

    /** What was told another city is told here. */
    void copy(ToldRegisters other) {
        levels.putAll(other.levels);
    }

    @Override
    public Object content(Register register, TwinId subject, boolean holderKnown, Moment moment) {
        if (register instanceof Register.OfLevel of) {
            String state = levels.getOrDefault(
                    new LevelOf(register.key(), subject), of.level().start());
            return of.level().states().names().indexOf(state);
        } else if (register instanceof Register.OfRun) {
            return new RunLength(0, LONGEST, List.of(moment.day().minusDays(1)));
        } else if (register instanceof Register.OfCounter) {
            return new Register.OfCounter.Count(holderKnown ? OptionalInt.of(1) : OptionalInt.empty(), holderKnown);
        }
        return new Register.OfInput.Told(Optional.empty());
    }
}
