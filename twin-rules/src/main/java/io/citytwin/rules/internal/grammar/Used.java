package io.citytwin.rules.internal.grammar;

import io.citytwin.core.model.ValueType;
import io.citytwin.rules.parameter.ParameterTree;
import io.citytwin.rules.register.StateSpec;
import java.util.List;

/**
 * What rules see of a regulation that theirs uses. Immutable.
 *
 * @param parameters those that are no tables
 * @param state of which rules see the levels
 */
public record Used(ParameterTree parameters, StateSpec state) {

    /**
     * The levels as rules see them: each is called by the alias and its own name, such as {@code SmogLevel}, so that two
     * regulations can have levels of the same name.
     *
     * @param alias as in {@code uses} of regulation.yaml
     * @return by the name of the level itself
     */
    List<StateSpec.Level> levels(String alias) {
        return state.levels().values().stream().map(level -> seen(alias, level)).toList();
    }

    /**
     * A level of a used regulation, as rules see it.
     *
     * @param alias as in {@code uses} of regulation.yaml
     * @param level as its own regulation declares it
     * @return the same level with the name that rules use
     */
    public static StateSpec.Level seen(String alias, StateSpec.Level level) {
        String name = Character.toUpperCase(alias.charAt(0)) + alias.substring(1) + level.name();
        ValueType.Names states = level.states();
        return new StateSpec.Level(
                name,
                level.of(),
                new ValueType.Names(name, states.names(), states.ordered()),
                level.start(),
                level.evaluate(),
                level.target(),
                level.season(),
                level.outside(),
                level.confidence(),
                level.place());
    }
}
