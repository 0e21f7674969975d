package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Twin;
import io.citytwin.core.signal.Input;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.Finding;
import io.citytwin.rules.internal.drools.Firing;
import io.citytwin.rules.regulation.Regulation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the law says of every twin, asked anew each time: F called cold on fresh scenes, day values computed afresh. */
final class ColdOracle {

    /** Short of "all": day values are then computed from the observations and not remembered. */
    private static final Instant KNOWN = Instant.MAX.minusSeconds(1);

    private final Law law;
    private final Scenes scenes;
    private final Fold city;

    ColdOracle(List<Regulation> regulations) {
        law = new Law(regulations);
        scenes = new Scenes(law, AssetTypes.builtIn());
        city = Store.city(law, AssetTypes.builtIn());
    }

    void accept(Input input) {
        city.accept(input);
    }

    void advanceTo(Instant moment) {
        city.advanceTo(moment);
    }

    Collection<Twin> twins() {
        return List.copyOf(city.twins().values());
    }

    List<Finding> findings(Twin subject) {
        Moment moment = Moment.of(city.now(), LocalDate.MAX, KNOWN, CivilCalendar.italy());
        List<Finding> all = new ArrayList<>();
        for (Group group : law.provisions()) {
            boolean holds = new Jurisdictions(city)
                    .of(group.regulation(), subject)
                    .holds()
                    .orElse(false);
            if (holds) {
                all.addAll(ofGroup(group, subject, moment));
            }
        }
        all.sort(Comparator.comparing(finding -> finding.provision().id()));
        return all;
    }

    private List<Finding> ofGroup(Group group, Twin subject, Moment moment) {
        Scene scene = scenes.set(group, subject, moment, city);
        Completions.Answer<Set<Object>> answer =
                new Completions<Set<Object>>(group, scene, firings -> effects(group, firings), group::cold).ask();
        List<Firing> certain =
                answer.outcome().isPresent() ? ours(answer.firings()).toList() : List.of();
        return new FindingWriter(law, city, moment).write(group, scene, certain);
    }

    private static Stream<Firing> ours(List<Firing> firings) {
        return firings.stream()
                .filter(firing -> FindingWriter.subjectFact(firing).role().equals("self"));
    }

    private static Set<Object> effects(Group group, List<Firing> firings) {
        Set<Object> effects = new HashSet<>();
        ours(firings).forEach(firing -> effects.add(FindingWriter.effect(group, firing)));
        return effects;
    }
}
