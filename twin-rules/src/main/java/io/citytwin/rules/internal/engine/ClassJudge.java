package io.citytwin.rules.internal.engine;

import io.citytwin.rules.StandingFindings.Ruling;
import io.citytwin.rules.StandingFindings.Verdict;
import io.citytwin.rules.internal.drools.Firing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Asks the rules about a class, by a twin that stands for all of it. For one thread at a time. */
final class ClassJudge implements ClassTable.Judge {

    private final Law law;
    private final Scenes scenes;
    private final Wheres wheres;

    ClassJudge(Law law, Scenes scenes, Wheres wheres) {
        this.law = law;
        this.scenes = scenes;
        this.wheres = wheres;
    }

    @Override
    public Verdict verdict(Outlook outlook, int[] signature, Moment moment) {
        try {
            return judged(outlook, signature, moment);
        } catch (RuntimeException failure) {
            return unknown(outlook, law.isolation().isolate(outlook.group(), failure));
        }
    }

    private Verdict judged(Outlook outlook, int[] signature, Moment moment) {
        Group group = outlook.group();
        Jurisdictions.Holds holds = wheres.holds(signature[Outlook.WHERE]);
        if (holds.holds().equals(java.util.Optional.of(false)) || scenes.silent(group, moment)) {
            return unknown(outlook, Collections.emptySortedSet());
        }
        Representative city = new Representative(outlook, signature);
        Scene scene = scenes.set(group, city.subject(), moment, city);
        Group.Said said = Decider.asked(group, scene, new Topic(city.subject(), new Topic.OfAll()));
        if (!said.unknown().isEmpty()
                || (!said.firings().isEmpty() && holds.holds().isEmpty())) {
            SortedSet<String> unknown = new TreeSet<>(said.unknown());
            unknown.addAll(holds.missing());
            return unknown(outlook, unknown);
        }
        return new Verdict(outlook.id(), rulings(outlook, said.firings()), Collections.emptySortedSet());
    }

    private static Verdict unknown(Outlook outlook, SortedSet<String> cells) {
        return new Verdict(outlook.id(), List.of(), cells);
    }

    private static List<Ruling> rulings(Outlook outlook, List<Firing> firings) {
        Group group = outlook.group();
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
