package io.citytwin.rules.internal.explain;

import io.citytwin.rules.AsOf;
import io.citytwin.rules.Cell;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.internal.engine.DefaultRegulationEngine;
import io.citytwin.rules.internal.engine.WhatIf;
import io.citytwin.rules.verify.Answer;
import io.citytwin.rules.verify.Explanation;
import io.citytwin.rules.verify.LevelExplanation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Explains decisions and levels. Safe for use by many threads. */
public final class Explainer {

    /** As far as anybody plans, and as far as alternatives look ahead. */
    private static final int DAYS = 14;

    private Explainer() {}

    /**
     * Explains the answer to a question.
     *
     * @param engine an engine of this library
     * @param question about twins that the engine knows
     * @param asOf the moment and what of data and law to see
     * @return every reason and every flip
     */
    public static Explanation explain(RegulationEngine engine, Question question, AsOf asOf) {
        // The interface is not for implementing elsewhere: there is no other engine.
        return ((DefaultRegulationEngine) engine).inquire(asOf, inquiry -> explain(inquiry.about(question), asOf.at()));
    }

    /**
     * Explains the state of a level on a day.
     *
     * @param engine an engine of this library
     * @param level which level on which day
     * @param asOf what of data and law to see
     * @return every reason and every flip
     */
    public static LevelExplanation explain(RegulationEngine engine, Cell.Level level, AsOf asOf) {
        return ((DefaultRegulationEngine) engine)
                .inquire(asOf, inquiry -> new LevelFlips(inquiry.about(level), level).explain());
    }

    private static Explanation explain(WhatIf whatIf, Instant at) {
        Decision decision = whatIf.decide();
        Answer answer = Answer.of(decision);
        TurnFinder turns = new TurnFinder(whatIf, answer);
        return new Explanation(
                decision,
                answer,
                whatIf.isErased() ? List.of() : new FlipFinder(whatIf, answer).find(decision),
                whatIf.isErased() ? Optional.empty() : turns.earlier(at, DAYS),
                whatIf.isErased() ? Optional.empty() : turns.later(at, DAYS),
                whatIf.calendar().startOf(whatIf.calendar().dateOf(at).minusDays(DAYS)),
                whatIf.calendar()
                        .startOf(whatIf.calendar().dateOf(at).plusDays(DAYS + 1L))
                        .minusSeconds(1));
    }
}
