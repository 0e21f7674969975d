package io.citytwin.rules.directive;

import io.citytwin.core.signal.Input;
import io.citytwin.rules.RegulationEngine;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** Prepares a {@link RegulationGovernor}. For one thread at a time. */
public final class GovernorBuilder {

    private final RegulationEngine engine;
    private String language = "en";
    private Allotter allotter = new Unsplit();

    GovernorBuilder(RegulationEngine engine) {
        this.engine = engine;
    }

    /**
     * The language of reasons; without this call, English.
     *
     * @param code such as {@code it}; another one where a sentence does not have it
     * @return this builder
     */
    public GovernorBuilder language(String code) {
        this.language = code;
        return this;
    }

    /**
     * What splits budgets; without this call, no actuator is a budget.
     *
     * @param splitting for this governor only
     * @return this builder
     */
    public GovernorBuilder allotter(Allotter splitting) {
        this.allotter = splitting;
        return this;
    }

    /**
     * Makes a governor.
     *
     * @return a governor; closing it leaves the engine open
     */
    public RegulationGovernor build() {
        return new RegulationGovernor(engine, language, allotter);
    }

    /** A city without budgets. */
    private static final class Unsplit implements Allotter {

        @Override
        public void accept(Input input) {}

        @Override
        public boolean splits(ActuatorId actuator) {
            return false;
        }

        @Override
        public List<Share> split(SortedMap<ActuatorId, Award> awards, Instant moment) {
            return List.of();
        }
    }
}
