package io.citytwin.rules.internal.engine;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.rules.Question;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.Rule;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * What a question is about. Immutable.
 *
 * @param subject the twin, as the question sees it
 * @param says what rules may say about it to matter
 */
record Topic(Twin subject, Says says) {

    /** What of the things that rules can say matters. Immutable. */
    sealed interface Says {}

    /** That some acts are forbidden, cost something, or are exempted. */
    record OfActs(Set<String> acts) implements Says {}

    /** That a property has a limit, or comes to a number. */
    record OfLimits(String property) implements Says {}

    /** What is asked of its devices. */
    record OfDevices() implements Says {}

    /** Anything. */
    record OfAll() implements Says {}

    static Topic of(Question question, CityView city) {
        if (question instanceof Question.Passage passage) {
            Twin vehicle = AtGate.of(passage.subject(), passage.gate(), city, RulesError.QUESTION);
            return new Topic(vehicle, new OfActs(AtGate.ACTS));
        }
        if (question instanceof Question.Drive drive) {
            Twin vehicle = AtGate.of(drive, city);
            return new Topic(vehicle, new OfActs(vehicle.zones().isEmpty() ? AtGate.CIRCULATE : AtGate.ACTS));
        }
        Twin subject = known(question.subject(), city);
        if (question instanceof Question.Act asked) {
            check(asked.act(), subject, subject.type().acts());
            return new Topic(subject, new OfActs(Set.of(asked.act())));
        }
        String property = ((Question.Limits) question).property();
        check(property, subject, subject.type().properties().keySet());
        return new Topic(subject, new OfLimits(property));
    }

    /** A twin that is asked about. */
    static Twin known(TwinId id, CityView city) {
        return city.twin(id)
                .orElseThrow(() -> new CityTwinException(
                        RulesError.QUESTION,
                        "`" + id + "` is not a known twin.",
                        "Maybe tell the engine of the twin first."));
    }

    private static void check(String asked, Twin subject, Collection<String> known) {
        if (!known.contains(asked)) {
            throw new CityTwinException(
                    RulesError.QUESTION,
                    "`" + subject.type().name() + "` has no act or property `" + asked + "`.",
                    "Maybe an act of " + subject.type().acts() + ", or a property of "
                            + subject.type().properties().keySet() + ".");
        }
    }

    /** Whether what a rule says would answer. */
    boolean asks(Rule rule) {
        Rule.Action action = rule.action();
        return rule.conditions()
                        .get(action.subject())
                        .type()
                        .name()
                        .equals(subject.type().name())
                && matters(action);
    }

    private boolean matters(Rule.Action action) {
        if (says instanceof OfActs of) {
            return actOf(action).filter(of.acts()::contains).isPresent();
        } else if (says instanceof OfLimits of) {
            return (action instanceof Rule.Cap cap && cap.property().equals(of.property()))
                    || (action instanceof Rule.Compute compute
                            && compute.property().equals(of.property()));
        } else if (says instanceof OfDevices) {
            return action.claimed().isPresent();
        }
        return true;
    }

    private static Optional<String> actOf(Rule.Action action) {
        if (action instanceof Rule.Forbid forbid) {
            return Optional.of(forbid.act());
        } else if (action instanceof Rule.Lift lift) {
            return Optional.of(lift.act());
        }
        return action instanceof Rule.Charge charge ? Optional.of(charge.act()) : Optional.empty();
    }
}
