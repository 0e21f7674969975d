package io.citytwin.rules.internal.engine;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.Twin;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Cell;
import io.citytwin.rules.Question;
import io.citytwin.rules.error.RulesError;
import java.time.Instant;
import java.util.Optional;

/** The city as some clocks see it, held still while it is asked inside the engine's turn. For one thread at a time. */
public final class Inquiry {

    private final Law law;
    private final LevelJudge judge;
    private final Fold city;
    private final CivilCalendar calendar;
    private final AsOf asOf;
    private final Optional<Instant> erasedUntil;

    /**
     * The city as it is, or as some clocks see it.
     *
     * @param erasedUntil what was before that cannot be told; after everything if nothing can
     */
    Inquiry(Fold city, AsOf asOf, Optional<Instant> erasedUntil) {
        this.law = city.edition().law();
        this.judge = city.edition().judge();
        this.city = city;
        this.calendar = city.calendar();
        this.asOf = asOf;
        this.erasedUntil = erasedUntil;
    }

    /**
     * What if, about a question.
     *
     * @param question about twins that the engine knows
     * @return asks it again and again
     */
    public WhatIf about(Question question) {
        return new WhatIf(this, question);
    }

    /**
     * What if, about a level.
     *
     * @param asked which level on which day
     * @return lets days pass again and again
     */
    public LevelWhatIf about(Cell.Level asked) {
        if (isErased(asOf)) {
            throw Erasure.levels(asOf);
        }
        Law.LevelGroup found = law.levels().stream()
                .filter(one -> one.group().regulation().id().equals(asked.regulation()))
                .filter(one -> one.level().name().equals(asked.name()))
                .findFirst()
                .orElseThrow(() -> refused(
                        "`" + asked.regulation() + "` has no level `" + asked.name() + "` that rules move.",
                        "Maybe look at the folder's state.yaml."));
        Twin twin = city.twin(asked.twin())
                .filter(one -> one.type().name().equals(found.level().of()))
                .orElseThrow(() -> refused(
                        "`" + asked.twin() + "` is no known `" + found.level().of() + "`, which carries `"
                                + asked.name() + "`.",
                        "Maybe another twin is meant."));
        return new LevelWhatIf(this, found, twin, asked.day());
    }

    private static CityTwinException refused(String problem, String advice) {
        return new CityTwinException(RulesError.EXPLAIN, problem, advice);
    }

    /** Whether nobody can say any more what was so by other clocks. */
    boolean isErased(AsOf clocks) {
        return Erasure.covers(clocks, erasedUntil);
    }

    Law law() {
        return law;
    }

    LevelJudge judge() {
        return judge;
    }

    Fold city() {
        return city;
    }

    CivilCalendar calendar() {
        return calendar;
    }

    AsOf asOf() {
        return asOf;
    }
}
