package io.citytwin.rules.internal.engine;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Twin;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Tests;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.regulation.Regulation;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sets scenes: the facts that a group of rules sees of a twin at a moment. The law's part of a scene is remembered, from
 * one turn of the law to the next. Safe for use by many threads.
 */
final class Scenes {

    private static final int REMEMBERED = 1_000;

    private final Law law;
    private final AssetTypes assets;
    private final Map<Group, Relations> relations = new ConcurrentHashMap<>();
    private final Map<GroupHere, LawTurns> turns = new ConcurrentHashMap<>();
    private final Map<Asked, Viewpoint> viewpoints = new ConcurrentHashMap<>();
    private volatile @Nullable Backdrop last;
    private final Cache<LawAt, Scene> laws =
            CacheBuilder.newBuilder().maximumSize(REMEMBERED).build();
    private final Cache<SheetAt, SortedMap<String, DatedValue>> sheets =
            CacheBuilder.newBuilder().maximumSize(REMEMBERED).build();

    Scenes(Law law, AssetTypes assets) {
        this.law = law;
        this.assets = assets;
    }

    private record Asked(String assetType, Topic.Says says) {}

    /** The law's part of scenes at one moment, which many questions share. */
    private record Backdrop(Moment moment, Map<Group, Scene> laws) {}

    private record GroupHere(Group group, CivilCalendar calendar) {}

    /** All that the law's part of a scene depends on. */
    private record LawAt(GroupHere group, LocalDate day, LocalTime since, LocalDate published) {}

    /** All that the parameters in force depend on. */
    private record SheetAt(String regulation, LocalDate day, LocalDate published) {}

    /** The groups whose law was looked at so far. */
    Set<String> asked() {
        return turns.keySet().stream().map(here -> here.group().id()).collect(Collectors.toSet());
    }

    /** What all groups that answer about a topic see. */
    Viewpoint viewpoint(Topic topic) {
        return viewpoints.computeIfAbsent(
                new Asked(topic.subject().type().name(), topic.says()),
                key -> new Viewpoint(assets, topic.subject().type(), law.provisions(topic)));
    }

    Scene set(Group group, Twin subject, Moment moment, CityView city) {
        Scene scene = new Scene(lawAt(group, moment));
        Relations followed = relations.computeIfAbsent(group, key -> new Relations(key, assets));
        new AssetFacts(group, moment, scene, city, followed).add(subject);
        return scene;
    }

    /** What of a scene is the same for all twins. */
    Scene lawAt(Group group, Moment moment) {
        Backdrop now = last;
        if (now == null || !now.moment().equals(moment)) {
            now = new Backdrop(moment, new ConcurrentHashMap<>());
            last = now;
        }
        Scene before = now.laws().get(group);
        if (before == null) {
            before = remembered(group, moment);
            now.laws().put(group, before);
        }
        return before;
    }

    private Scene remembered(Group group, Moment moment) {
        GroupHere here = new GroupHere(group, moment.calendar());
        LocalTime since = turns.computeIfAbsent(
                        here, key -> new LawTurns(law.readBy(group.regulation()).toList(), key.calendar()))
                .since(moment.at());
        LawAt at = new LawAt(here, moment.day(), since, moment.published());
        Scene before = laws.getIfPresent(at);
        if (before == null) {
            before = new Scene();
            new LawFacts(group, moment, before, law::find, regulation -> sheet(regulation, moment)).add();
            before.silent = isSilent(group, before);
            laws.put(at, before);
        }
        return before;
    }

    private SortedMap<String, DatedValue> sheet(Regulation regulation, Moment moment) {
        SheetAt at = new SheetAt(regulation.id(), moment.day(), moment.published());
        SortedMap<String, DatedValue> before = sheets.getIfPresent(at);
        if (before == null) {
            before = regulation.parameters().at(moment.day(), moment.published());
            sheets.put(at, before);
        }
        return before;
    }

    /** Whether law alone keeps every rule of a group from firing at a moment. */
    boolean silent(Group group, Moment moment) {
        return lawAt(group, moment).silent;
    }

    static boolean isSilent(Group group, Scene law) {
        return group.rules().stream()
                .noneMatch(rule -> law.switchedOn.contains(rule.name())
                        && rule.conditions().stream().allMatch(condition -> mayBeMet(condition, law)));
    }

    /** Only what is plainly false counts: a flag of the law that is not up, in a condition that must be met. */
    static boolean mayBeMet(Rule.Condition condition, Scene law) {
        if (condition.quantifier() != Rule.Quantifier.EACH || condition.type().origin() != FactType.Origin.LAW) {
            return true;
        }
        List<Rule.Test> tests = Tests.parts(condition.test());
        return law.facts.stream()
                .filter(fact -> fact.type().name().equals(condition.type().name()))
                .anyMatch(fact -> tests.stream()
                        .noneMatch(test ->
                                test instanceof Rule.IsTrue flag && Boolean.FALSE.equals(fact.cell(flag.slot()))));
    }
}
