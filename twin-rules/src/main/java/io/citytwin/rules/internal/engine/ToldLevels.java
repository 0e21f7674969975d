package io.citytwin.rules.internal.engine;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.TwinId;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.register.StateSpec;
import java.util.Optional;

/** The levels of a city whose registers somebody tells, or whose engine keeps them by itself. For one thread at a time. */
final class ToldLevels {

    private final Law law;
    private final Placement placement;
    private final Registers registers;

    ToldLevels(Law law, Placement placement, Registers registers) {
        this.law = law;
        this.placement = placement;
        this.registers = registers;
    }

    /** Refuses what a law does not know. */
    static void check(Law law, String regulation, String level, String state) {
        if (law.find(regulation).isEmpty()) {
            throw unknown("regulation", regulation);
        }
        StateSpec.Level spec = law.level(regulation, level).orElseThrow(() -> unknown("level", level));
        if (!spec.states().names().contains(state)) {
            throw unknown("state", state);
        }
    }

    private static CityTwinException unknown(String what, String name) {
        return new CityTwinException(
                RulesError.INPUT, "There is no " + what + " `" + name + "`.", "Maybe look at the folder's state.yaml.");
    }

    /** A level is in a state, also one that this law does not know, or of a twin that is not there yet. */
    void tell(String regulation, String level, TwinId subject, String state) {
        if (registers instanceof ToldRegisters told) {
            told.level(Register.OfLevel.key(regulation, level), subject, state);
        }
        int twin = placement.city().find(subject);
        if (twin != Roster.NOBODY) {
            register(regulation, level).ifPresent(register -> placement.tell(twin, register, register.position(state)));
        }
    }

    /** Asks about the classes that twins would be in, if this law knows the level and its state. */
    void prepare(String regulation, String level, String state) {
        register(regulation, level)
                .filter(register -> register.position(state) >= 0)
                .ifPresent(register -> placement.prepare(register, register.position(state)));
    }

    private Optional<Register.OfLevel> register(String regulation, String level) {
        return law.level(regulation, level)
                .map(spec -> new Register.OfLevel(law.find(regulation).orElseThrow(), spec));
    }

    /** All that was told elsewhere is told here. */
    void copy(ToldLevels other) {
        if (registers instanceof ToldRegisters told && other.registers instanceof ToldRegisters known) {
            told.copy(known);
        }
    }
}
