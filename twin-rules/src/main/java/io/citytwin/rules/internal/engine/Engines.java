package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.RegulationEngine;
import java.util.Set;

/** Makes engines under one law, which share what is remembered of it and nothing else. Safe for use by many threads. */
public final class Engines {

    private final Law law;
    private final AssetTypes assets;
    private final Scenes scenes;
    private final CivilCalendar calendar;

    /**
     * Engines under a law.
     *
     * @param law the compiled rules
     * @param assets all types that twins may have
     * @param calendar time zone and holidays
     */
    public Engines(Law law, AssetTypes assets, CivilCalendar calendar) {
        this.law = law;
        this.assets = assets;
        this.scenes = new Scenes(law, assets);
        this.calendar = calendar;
    }

    /**
     * Makes an engine.
     *
     * @return without twins
     */
    public RegulationEngine build() {
        return new DefaultRegulationEngine(law, assets, scenes, calendar, 1);
    }

    /**
     * The groups of rules that any of the engines was asked for.
     *
     * @return as {@link Equivalence#concerned} names them
     */
    public Set<String> asked() {
        return scenes.asked();
    }
}
