package io.citytwin.rules.internal.engine;

import com.google.common.base.Suppliers;
import io.citytwin.core.model.Twin;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Finding;
import io.citytwin.rules.Question;
import io.citytwin.rules.internal.drools.Firing;
import io.citytwin.rules.internal.grammar.Effort;
import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.regulation.Provision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
        Topic topic = Topic.of(question, city);
        return decide(question, asOf, topic, verdicts(topic, city));
    }

    /** Decides without asking why other provisions do not apply: who settles thousands of passages reads none of it. */
    Decision settle(Question question, AsOf asOf) {
        return suppose(question, asOf, city);
    }

    /** The same as if the city were as the view shows it. */
    Decision suppose(Question question, AsOf asOf, CityView view) {
        Topic topic = Topic.of(question, view);
        List<Verdict> brief = verdicts(topic, view).stream()
                .map(verdict -> new Verdict(verdict.group(), verdict.findings(), verdict.unknown(), List::of))
                .toList();
        return decide(question, asOf, topic, brief);
    }

    private Decision decide(Question question, AsOf asOf, Topic topic, List<Verdict> verdicts) {
        Arbitration arbitration = new Arbitration(
                law, new Arbitration.Asked(question, asOf, moment.calendar().zone(), topic), verdicts);
        return question instanceof Question.Limits ? arbitration.limits() : arbitration.act();
    }

    /** The same of what somebody remembers that groups said; the others say nothing. */
    Decision compose(Question question, AsOf asOf, Topic topic, List<Group> groups, Function<Group, Verdict> said) {
        return decide(question, asOf, topic, verdicts(groups, said));
    }

    private List<Verdict> verdicts(Topic topic, CityView view) {
        Asked asked = new Asked(topic, view, new Jurisdictions(view), sighted(topic, view));
        return verdicts(law.provisions(topic), group -> judge(group, asked));
    }

    private Viewpoint.Sighted sighted(Topic topic, CityView view) {
        try {
            return scenes.viewpoint(topic).of(topic.subject(), view, moment);
        } catch (RuntimeException failure) {
            // Whose evaluation it is that fails is found out group by group.
            return group -> Optional.empty();
        }
    }

    private static List<Verdict> verdicts(List<Group> groups, Function<Group, Verdict> judge) {
        List<Verdict> verdicts = new ArrayList<>();
        Map<String, Verdict> stopped = new HashMap<>();
        for (Group group : groups) {
            String id = group.regulation().id();
            // What one provision of a folder has spent is not spent again by the next.
            if (!stopped.containsKey(id)) {
                Verdict verdict = judge.apply(group);
                verdicts.add(verdict);
                if (Isolation.isStopped(group.regulation(), verdict.unknown())) {
                    stopped.put(id, verdict);
                }
            } else {
                verdicts.add(new Verdict(group, List.of(), new TreeSet<>(), List::of));
            }
        }
        return stopped.isEmpty()
                ? verdicts
                : verdicts.stream().map(verdict -> isolated(verdict, stopped)).toList();
    }

    /** A folder of which one provision was stopped says nothing that anybody can rely on. */
    private static Verdict isolated(Verdict verdict, Map<String, Verdict> stopped) {
        Verdict cause = stopped.get(verdict.group().regulation().id());
        return cause == null ? verdict : new Verdict(verdict.group(), List.of(), cause.unknown(), List::of);
    }

    /** All that is certain about a twin. */
    List<Finding> standing(Twin subject) {
        return verdicts(new Topic(subject, new Topic.OfAll()), city).stream()
                .flatMap(verdict -> verdict.findings().stream())
                .sorted(Comparator.comparing(finding -> finding.provision().id()))
                .toList();
    }

    /** What one group says of a topic, looking at the city only through the view. */
    Verdict judge(Group group, Topic topic, CityView view) {
        return judge(group, new Asked(topic, view, new Jurisdictions(view), any -> Optional.empty()));
    }

    /** What groups are asked, and how to know without showing it whether one was asked the same before. */
    private record Asked(Topic topic, CityView view, Jurisdictions here, Viewpoint.Sighted sighted) {}

    private Verdict judge(Group group, Asked asked) {
        try {
            return judged(group, asked);
        } catch (RuntimeException failure) {
            return new Verdict(group, List.of(), law.isolation().isolate(group, failure), List::of);
        }
    }

    private Verdict judged(Group group, Asked asked) {
        Topic topic = asked.topic();
        Jurisdictions.Holds holds = asked.here().of(group.regulation(), topic.subject());
        if (holds.holds().equals(Optional.of(false))) {
            return new Verdict(group, List.of(), new TreeSet<>(), () -> not(group, Decision.NotApplied.OUTSIDE));
        }
        Supplier<Scene> scene = Suppliers.memoize(() -> scenes.set(group, topic.subject(), moment, asked.view()));
        law.witness().ifPresent(witness -> witness.asked(Witness.Asked.of(group, scene.get(), moment)));
        if (scenes.silent(group, moment)) {
            return new Verdict(
                    group,
                    List.of(),
                    new TreeSet<>(),
                    () -> group.says(seen(group, asked, scene), () -> silence(whyNot(group, scene.get(), topic)))
                            .not()
                            .get());
        }
        Group.Said said = group.says(seen(group, asked, scene), () -> ask(group, scene.get(), topic));
        if (!said.unknown().isEmpty()) {
            SortedSet<String> unknown = new TreeSet<>(said.unknown());
            // Where it does not hold, nothing of the rest would matter.
            unknown.addAll(holds.missing());
            return new Verdict(group, List.of(), unknown, List::of);
        }
        if (!said.firings().isEmpty() && holds.holds().isEmpty()) {
            return new Verdict(group, List.of(), holds.missing(), List::of);
        }
        List<Finding> findings = said.firings().isEmpty()
                ? List.of()
                : new FindingWriter(law, city, moment).write(group, scene.get(), said.firings());
        return new Verdict(group, findings, new TreeSet<>(), said.not());
    }

    private Group.Seen seen(Group group, Asked asked, Supplier<Scene> scene) {
        Topic.Says says = asked.topic().says();
        return asked.sighted()
                .by(group)
                .map(twins -> new Group.Seen(scenes.lawAt(group, moment), twins, says))
                .orElseGet(() -> Group.Seen.of(scene.get(), says));
    }

    private static Group.Said silence(WhyNot why) {
        List<Decision.NotApplied> not = why.explain();
        return new Group.Said(List.of(), new TreeSet<>(), () -> not);
    }

    private Group.Said ask(Group group, Scene scene, Topic topic) {
        try {
            return asked(group, scene, topic);
        } catch (RuntimeException failure) {
            return new Group.Said(List.of(), law.isolation().isolate(group, failure), List::of);
        }
    }

    static Group.Said asked(Group group, Scene scene, Topic topic) {
        return asked(group, scene, topic, group::findings);
    }

    /** Asks the given F. */
    static Group.Said asked(
            Group group, Scene scene, Topic topic, BiFunction<List<Fact>, Set<String>, List<Firing>> function) {
        Completions.Answer<Set<Object>> answer =
                new Completions<>(group, scene, firings -> effects(group, firings, topic), function).ask();
        if (answer.outcome().isEmpty()) {
            return new Group.Said(List.of(), answer.unknown(), List::of);
        }
        List<Firing> ours = ours(answer.firings(), topic).toList();
        if (!ours.isEmpty()) {
            return new Group.Said(ours, new TreeSet<>(), List::of);
        }
        WhyNot why = whyNot(group, scene, topic);
        return new Group.Said(ours, new TreeSet<>(), Suppliers.memoize(() -> explained(group, why)));
    }

    /** Of the rules that would answer only: why another one is silent is no reason. */
    private static WhyNot whyNot(Group group, Scene scene, Topic topic) {
        return new WhyNot(group, group.rules().stream().filter(topic::asks).toList(), scene);
    }

    private static List<Decision.NotApplied> explained(Group group, WhyNot why) {
        try {
            return Effort.within(Effort.MOST, why::explain);
        } catch (Effort.Exhausted tooMuch) {
            return not(group, "its rules compare more combinations than can be told");
        }
    }

    private static Stream<Firing> ours(List<Firing> firings, Topic topic) {
        return firings.stream()
                .filter(firing -> FindingWriter.subjectFact(firing).role().equals("self"))
                .filter(firing -> topic.asks(firing.rule()));
    }

    private static Set<Object> effects(Group group, List<Firing> firings, Topic topic) {
        Set<Object> effects = new HashSet<>();
        ours(firings, topic)
                .forEach(firing -> effects.add(List.of(firing.rule().provision(), Worked.of(group, firing))));
        return effects;
    }

    private static List<Decision.NotApplied> not(Group group, String why) {
        Provision provision = group.regulation().provisions().get(group.name());
        return provision == null ? List.of() : List.of(Decision.NotApplied.because(provision, why));
    }
}
