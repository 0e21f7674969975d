package io.citytwin.rules.internal.explain;

import io.citytwin.rules.Effect;
import io.citytwin.rules.Question;

/** Questions and effects in the words of case files. Safe for use by many threads. */
final class Phrased {

    private Phrased() {}

    static String question(Question question) {
        if (question instanceof Question.Act act) {
            return act.subject() + " may " + act.act();
        } else if (question instanceof Question.Passage passage) {
            return passage.subject() + " through " + passage.gate();
        } else if (question instanceof Question.Drive drive) {
            return drive.subject() + " to " + drive.destination();
        }
        return question.subject() + " limits " + ((Question.Limits) question).property();
    }

    static String effect(Effect effect) {
        if (effect instanceof Effect.Ban ban) {
            return "forbids " + ban.act();
        } else if (effect instanceof Effect.Exemption lift) {
            return "lifts " + String.join(", ", lift.lifts());
        } else if (effect instanceof Effect.Limit limit) {
            return "limits " + limit.property() + " to " + limit.most()
                    + limit.tolerance().map(more -> " + " + more).orElse("");
        } else if (effect instanceof Effect.Figure figure) {
            return "computes " + figure.property() + " as " + figure.amount();
        } else if (effect instanceof Effect.Fee fee) {
            return "costs " + fee.fee();
        } else if (effect instanceof Effect.Floor floor) {
            return "keeps " + floor.property() + " at " + floor.least() + " or more";
        } else if (effect instanceof Effect.Claim claim) {
            return "sets " + claim.property() + " to " + claim.value();
        } else if (effect instanceof Effect.Duty duty) {
            return "requires " + duty.property();
        }
        Effect.Target target = (Effect.Target) effect;
        return "wants " + target.level() + " " + target.state();
    }
}
