package io.citytwin.rules.internal.engine;

import io.citytwin.rules.StandingFindings.Ruling;
import io.citytwin.rules.StandingFindings.Verdict;
import io.citytwin.rules.internal.drools.Firing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Asks the rules about a class, by a twin that stands for all of it. For one thread at a time. */
final class ClassJudge implements Verdicts.Judge {

    private final Law law;
    private final Scenes scenes;
    private final Wheres wheres;
    private final Topic.Says says;

    ClassJudge(Law law, Scenes scenes, Wheres wheres, Topic.Says says) {
        this.law = law;
        this.scenes = scenes;
        this.wheres = wheres;
        this.says = says;
    }

    @Override
    public Verdict verdict(Group group, Outlook outlook, int[] signature, Moment moment) {
        try {
            return judged(group, outlook, signature, moment);
        } catch (RuntimeException failure) {
            return unknown(group, law.isolation().isolate(group, failure));
        }
    }

    private Verdict judged(Group group, Outlook outlook, int[] signature, Moment moment) {
        Jurisdictions.Holds holds = wheres.holds(signature[Outlook.WHERE]);
        if (holds.holds().equals(Optional.of(false)) || scenes.silent(group, moment)) {
            return unknown(group, Collections.emptySortedSet());
        }
        Representative city = new Representative(group, outlook, signature);
        Scene scene = scenes.set(group, city.subject(), moment, city);
        Topic topic = new Topic(city.subject(), says);
        // Classes remember what was said of them; nothing else has to.
        Group.Said said = Decider.asked(group, scene, topic, group::cold);
        if (!said.unknown().isEmpty()
                || (!said.firings().isEmpty() && holds.holds().isEmpty())) {
            SortedSet<String> unknown = new TreeSet<>(said.unknown());
            unknown.addAll(holds.missing());
            return unknown(group, unknown);
        }
        return new Verdict(id(group), rulings(group, said.firings()), Collections.emptySortedSet());
    }

    private static Verdict unknown(Group group, SortedSet<String> cells) {
        return new Verdict(id(group), List.of(), cells);
    }

    private static String id(Group group) {
        return group.regulation().id() + "/" + group.name();
    }

    private static List<Ruling> rulings(Group group, List<Firing> firings) {
        List<Ruling> rulings = new ArrayList<>();
        for (Firing firing : firings) {
            rulings.add(new Ruling(
                    group.regulation().id() + "/" + firing.rule().provision(), FindingWriter.effect(group, firing)));
        }
        return rulings.stream()
                .distinct()
                .sorted(Comparator.comparing(Object::toString))
                .toList();
    }
}
