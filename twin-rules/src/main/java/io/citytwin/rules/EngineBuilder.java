package io.citytwin.rules;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.internal.engine.DefaultRegulationEngine;
import io.citytwin.rules.internal.engine.Law;
import io.citytwin.rules.regulation.Regulation;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Prepares {@link RegulationEngine}s. For one thread at a time.
 *
 * <p>Each {@link #build} gives another engine; rules are compiled once for all engines of a builder.
 */
public final class EngineBuilder {

    private Optional<List<Regulation>> regulations = Optional.empty();
    private Optional<Law> compiled = Optional.empty();
    private AssetTypes assets = AssetTypes.builtIn();
    private CivilCalendar calendar = CivilCalendar.italy();
    private int shards = 1;

    EngineBuilder() {}

    /**
     * The regulations to apply; without this call, those on the class path.
     *
     * @param bundle loaded folders; broken ones are left out
     * @return this builder
     */
    public EngineBuilder regulations(RegulationBundle bundle) {
        return regulations(bundle.regulations());
    }

    /**
     * The regulations to apply, chosen one by one.
     *
     * @param chosen with all regulations that they use
     * @return this builder
     */
    public EngineBuilder regulations(Collection<Regulation> chosen) {
        this.regulations = Optional.of(List.copyOf(chosen));
        this.compiled = Optional.empty();
        return this;
    }

    /**
     * The asset types of the city; without this call, the built-in ones.
     *
     * @param types all types that twins may have
     * @return this builder
     */
    public EngineBuilder assets(AssetTypes types) {
        this.assets = types;
        return this;
    }

    /**
     * Time zone and holidays; without this call, those of Italy.
     *
     * @param civil the calendar
     * @return this builder
     */
    public EngineBuilder calendar(CivilCalendar civil) {
        this.calendar = civil;
        return this;
    }

    /**
     * Into how many parts the twins are split. Outcomes are the same for any number.
     *
     * @param number from 1
     * @return this builder
     */
    public EngineBuilder shards(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("`" + number + "` shards: at least 1 is needed");
        }
        this.shards = number;
        return this;
    }

    /**
     * Makes an engine. Rules are compiled when they are asked first.
     *
     * @return an engine without twins, whose time starts with its first input
     */
    public RegulationEngine build() {
        Law law = compiled.orElseGet(() ->
                new Law(regulations.orElseGet(() -> RegulationBundle.classpath().regulations())));
        compiled = Optional.of(law);
        return new DefaultRegulationEngine(law, assets, calendar, shards);
    }
}
