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

    private final Map<LevelOf, Integer> levels = new HashMap<>();

    private record LevelOf(String key, TwinId subject) {}

    void level(Register register, TwinId subject, int state) {
        levels.put(new LevelOf(register.key(), subject), state);
    }

    @Override
    public Object content(Register register, TwinId subject, boolean holderKnown, Moment moment) {
        if (register instanceof Register.OfLevel of) {
            int start = of.level().states().names().indexOf(of.level().start());
            return levels.getOrDefault(new LevelOf(register.key(), subject), start);
        } else if (register instanceof Register.OfRun) {
            return new RunLength(0, LONGEST, List.of(moment.day().minusDays(1)));
        } else if (register instanceof Register.OfCounter) {
            return new Register.OfCounter.Count(holderKnown ? OptionalInt.of(1) : OptionalInt.empty(), holderKnown);
        }
        return new Register.OfInput.Told(Optional.empty());
    }
}
