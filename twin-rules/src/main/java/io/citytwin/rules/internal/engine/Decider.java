package io.citytwin.rules.internal.engine;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.Twin;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Finding;
import io.citytwin.rules.Question;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.drools.Firing;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.regulation.Provision;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Answers one question on one state of the city. For one thread at a time. */
final class Decider {

    private final Law law;
    private final Scenes scenes;
    private final Fold city;
    private final Moment moment;

    Decider(Law law, Scenes scenes, Fold city, Moment moment) {
        this.law = law;
        this.scenes = scenes;
        this.city = city;
        this.moment = moment;
    }

    /** What one group says about the subject; why it says nothing is worked out only when somebody asks. */
    record Verdict(
            Group group, List<Finding> findings, SortedSet<String> unknown, Supplier<List<Decision.NotApplied>> not) {}

    Decision decide(Question question, AsOf asOf) {
        Twin subject = city.twin(question.subject())
                .orElseThrow(() -> new CityTwinException(
                        RulesError.QUESTION,
                        "`" + question.subject() + "` is not a known twin.",
                        "Maybe tell the engine of the twin first."));
        check(question, subject);
        List<Verdict> verdicts = law.provisions().stream()
                .filter(group -> group.rules().stream().anyMatch(rule -> answers(rule, question, subject)))
                .map(group -> judge(group, subject))
                .toList();
        Arbitration arbitration = new Arbitration(
                law, new Arbitration.Asked(question, asOf, moment.calendar().zone()), verdicts);
        return question instanceof Question.Act ? arbitration.act() : arbitration.limits(subject);
    }

    private static void check(Question question, Twin subject) {
        boolean known = question instanceof Question.Act act
                ? subject.type().acts().contains(act.act())
                : subject.type().properties().containsKey(((Question.Limits) question).property());
        if (!known) {
            String asked = question instanceof Question.Act act ? act.act() : ((Question.Limits) question).property();
            throw new CityTwinException(
                    RulesError.QUESTION,
                    "`" + subject.type().name() + "` has no act or property `" + asked + "`.",
                    "Maybe an act of " + subject.type().acts() + ", or a property of "
                            + subject.type().properties().keySet() + ".");
        }
    }

    private static boolean answers(Rule rule, Question question, Twin subject) {
        Rule.Action action = rule.action();
        boolean sameType = rule.conditions()
                .get(action.subject())
                .type()
                .name()
                .equals(subject.type().name());
        if (question instanceof Question.Act act) {
            return sameType
                    && ((action instanceof Rule.Forbid forbid && forbid.act().equals(act.act()))
                            || (action instanceof Rule.Lift lift && lift.act().equals(act.act()))
                            || (action instanceof Rule.Charge charge
                                    && charge.act().equals(act.act())));
        }
        return sameType
                && action instanceof Rule.Cap cap
                && cap.property().equals(((Question.Limits) question).property());
    }

    /** All that is certain about a twin. */
    List<Finding> standing(Twin subject) {
        return law.provisions().stream()
                .filter(group -> group.rules().stream()
                        .anyMatch(rule -> rule.conditions()
                                .get(rule.action().subject())
                                .type()
                                .name()
                                .equals(subject.type().name())))
                .flatMap(group -> judge(group, subject).findings().stream())
                .sorted(Comparator.comparing(finding -> finding.provision().id()))
                .toList();
    }

    private Verdict judge(Group group, Twin subject) {
        Jurisdictions.Holds holds = new Jurisdictions(city).of(group.regulation(), subject);
        if (holds.holds().equals(Optional.of(false))) {
            return new Verdict(group, List.of(), new TreeSet<>(), () -> not(group, "outside its area"));
        }
        Scene scene = scenes.set(group, subject, moment, city);
        Completions.Answer<Set<Object>> answer =
                new Completions<>(group, scene, firings -> effects(group, firings), group::findings).ask();
        if (answer.outcome().isEmpty()) {
            return new Verdict(group, List.of(), answer.unknown(), List::of);
        }
        List<Firing> ours = answer.firings().stream()
                .filter(firing -> FindingWriter.subjectFact(firing).role().equals("self"))
                .toList();
        if (!ours.isEmpty() && holds.holds().isEmpty()) {
            return new Verdict(group, List.of(), holds.missing(), List::of);
        }
        List<Finding> findings = new FindingWriter(law, city, moment).write(group, scene, ours);
        return new Verdict(
                group,
                findings,
                new TreeSet<>(),
                () -> ours.isEmpty() ? new WhyNot(group, scene).explain() : List.of());
    }

    private static Set<Object> effects(Group group, List<Firing> firings) {
        Set<Object> effects = new HashSet<>();
        firings.stream()
                .filter(firing -> FindingWriter.subjectFact(firing).role().equals("self"))
                .forEach(
                        firing -> effects.add(List.of(firing.rule().provision(), FindingWriter.effect(group, firing))));
        return effects;
    }

    private static List<Decision.NotApplied> not(Group group, String why) {
        Provision provision = group.regulation().provisions().get(group.name());
        return provision == null ? List.of() : List.of(new Decision.NotApplied(provision, why));
    }
}
