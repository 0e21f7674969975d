package io.citytwin.rules.verify;

import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.internal.explain.Citizen;
import io.citytwin.rules.internal.explain.Drawn;
import io.citytwin.rules.internal.explain.Explainer;
import io.citytwin.rules.internal.explain.ExplanationJson;
import io.citytwin.rules.internal.explain.ExplanationText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a question was answered so, why not otherwise, and what would change the answer: the decision holds what it rests on
 * and the first condition that failed of each other provision, this adds what alone would flip it. Immutable.
 *
 * @param decision with its reasons and the provisions that did not apply
 * @param answer what of it people act on
 * @param flips for each cell that rules looked at, the nearest values that change the answer; a cell without one changes
 *     nothing by itself
 * @param earlier the nearest earlier moment with another answer; empty if there is none since {@code from}
 * @param later the nearest later moment with another answer; empty if there is none until {@code until}
 * @param from first moment that was looked at
 * @param until last moment that was looked at
 */
public record Explanation(
        Decision decision,
        Answer answer,
        List<Flip<Answer>> flips,
        Optional<Turn> earlier,
        Optional<Turn> later,
        Instant from,
        Instant until)
        implements Explained {

    /** Copies the list. */
    public Explanation {
        flips = List.copyOf(flips);
    }

    /**
     * Explains the answer to a question. Nothing else is asked of the engine meanwhile.
     *
     * @param engine an engine of this library
     * @param question about twins that the engine knows
     * @param asOf the moment and what of data and law to see
     * @return every reason, and every flip of one cell
     * @throws io.citytwin.core.error.CityTwinException {@code R302} if the question names what does not exist
     */
    public static Explanation of(RegulationEngine engine, Question question, AsOf asOf) {
        return Explainer.explain(engine, question, asOf);
    }

    /**
     * Whether one thing alone, or time, would change the answer.
     *
     * @return false if it takes two things at least, or longer than was looked at
     */
    public boolean canFlip() {
        return !flips.isEmpty() || earlier.isPresent() || later.isPresent();
    }

    @Override
    public String text(String language) {
        return ExplanationText.of(this, language);
    }

    @Override
    public String json(String language) {
        return ExplanationJson.of(this, language);
    }

    @Override
    public String svg(String language) {
        return Drawn.svg(this, language);
    }

    @Override
    public String dot(String language) {
        return Drawn.dot(this, language);
    }

    @Override
    public String citizen(String language) {
        return Citizen.of(this, language);
    }
}
