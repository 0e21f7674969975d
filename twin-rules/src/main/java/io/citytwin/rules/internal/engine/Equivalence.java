package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Regulation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Proves that a changed law says the same as before, or finds an example of the contrary: it asks both versions at a
 * moment of each kind about twins of each kind. What {@code state.yaml} declares must be the same. Safe for use by many
 * threads.
 */
public final class Equivalence {

    private final Law before;
    private final AssetTypes assets;
    private final CivilCalendar calendar;
    private final long most;
    private final Rivals rivals;

    /**
     * Proves changes of one law.
     *
     * @param before the law without change
     * @param assets all types that twins may have
     * @param calendar time zone and holidays
     * @param most how many combinations of properties may be tried at one moment
     */
    public Equivalence(Law before, AssetTypes assets, CivilCalendar calendar, long most) {
        this.before = before;
        this.assets = assets;
        this.calendar = calendar;
        this.most = most;
        this.rivals = new Rivals(before.groups()
                .flatMap(group -> group.rules().stream()
                        .map(rule -> Map.entry(group.regulation().id(), rule)))
                .toList());
    }

    /**
     * Compares the law with another version of it.
     *
     * @param after the same regulations, with other values, rows, rules or days of provisions
     * @return that both say the same, an example, or why neither was found
     */
    public Proof compare(Law after) {
        List<Group> changed = after.groups().toList();
        List<Group> groups = before.groups().toList();
        if (changed.size() != groups.size()) {
            return new Proof.Open("other provisions have rules");
        }
        Optional<String> beyond = before.regulations()
                .flatMap(one -> beyondRules(one, after).stream())
                .findFirst();
        if (beyond.isPresent()) {
            return new Proof.Open(beyond.get());
        }
        Proof open = new Proof.Same();
        for (int index = 0; index < groups.size(); index++) {
            Proof proof = compare(groups.get(index), after, changed.get(index));
            if (proof instanceof Proof.Different) {
                return proof;
            } else if (proof instanceof Proof.Open) {
                open = proof;
            }
        }
        return open;
    }

    /**
     * The groups of rules that a change concerns: who asks no other ones gets the same answers as before.
     *
     * @param after the same regulations, with other values, rows, rules or days of provisions
     * @return empty if the change reaches further than to rules
     */
    public Optional<Set<String>> concerned(Law after) {
        List<Group> changed = after.groups().toList();
        List<Group> groups = before.groups().toList();
        boolean everything =
                changed.size() != groups.size() || before.regulations().anyMatch(one -> reachesFurther(one, after));
        if (everything) {
            return Optional.empty();
        }
        Set<String> concerned = new HashSet<>();
        for (int index = 0; index < groups.size(); index++) {
            if (isConcerned(groups.get(index), after, changed.get(index))) {
                concerned.add(groups.get(index).id());
            }
        }
        return Optional.of(concerned);
    }

    /** The days of provisions also tell when levels are decided, and which provision is named first. */
    private boolean reachesFurther(Regulation one, Law after) {
        return beyondRules(one, after).isPresent()
                || !GroupLaw.days(one.provisions().values())
                        .equals(GroupLaw.days(version(one, after).provisions().values()));
    }

    private static Regulation version(Regulation regulation, Law law) {
        return law.find(regulation.id()).orElseThrow();
    }

    /** What a change reaches besides rules: how days are counted, when levels are decided, and who wins. */
    private Optional<String> beyondRules(Regulation one, Law after) {
        Regulation other = version(one, after);
        RunDays counted = new RunDays(before);
        Stream<String> limits = one.state().runs().values().stream()
                .filter(run -> counted.maySee(run, values(one, run.limit()), values(other, run.limit())))
                .map(StateSpec.Run::limit);
        Stream<String> seasons = before.levels().stream()
                .filter(level -> level.group().regulation().id().equals(one.id()))
                .filter(level -> !new LevelDays(before, after, calendar).same(level))
                .flatMap(level -> level.level().season().stream());
        Optional<String> state = Stream.concat(limits, seasons)
                .filter(name -> !values(one, name).equals(values(other, name)))
                .map(name -> "`" + name + "` is read by state.yaml")
                .findFirst();
        return state.or(() -> rivals.keepTheirOrder(one, other)
                ? Optional.empty()
                : Optional.of("of two provisions another one came into force first"));
    }

    /** Values and dates of a parameter, wherever they stand. */
    private static List<RunDays.Dated> values(Regulation regulation, String name) {
        return regulation.parameters().find(name).stream()
                .flatMap(parameter -> parameter.values().stream())
                .map(dated -> new RunDays.Dated(dated.value(), dated.validity()))
                .toList();
    }

    private Proof compare(Group group, Law after, Group changed) {
        if (!isConcerned(group, after, changed)) {
            return new Proof.Same();
        } else if (!GroupLaw.says(group).equals(GroupLaw.says(changed))) {
            return openUnlessDifferent(group, after, changed, "its rules could say something else");
        } else if (before.levels().stream()
                .anyMatch(level -> level.group() == group && !new LevelDays(before, after, calendar).same(level))) {
            return openUnlessDifferent(group, after, changed, "a level is decided on other days");
        }
        return overTime(group, after, changed);
    }

    private Proof openUnlessDifferent(Group group, Law after, Group changed, String why) {
        Proof proof = overTime(group, after, changed);
        return proof instanceof Proof.Different ? proof : new Proof.Open(why);
    }

    private Proof overTime(Group group, Law after, Group changed) {
        GroupPair pair = new GroupPair(before, group, after, changed, assets);
        Optional<String> obstacle = pair.obstacle();
        if (obstacle.isPresent()) {
            return new Proof.Open(obstacle.get());
        }
        LiftedGroups lifted = LiftedGroups.of(before, group).and(LiftedGroups.of(after, changed));
        Proof open = new Proof.Same();
        Set<Object> seen = new HashSet<>();
        for (Moment moment : moments(group, after, changed, lifted)) {
            GroupPair.Sides sides = pair.at(moment);
            if (!lifted.silentAt(moment) && seen.add(sides.view())) {
                Proof proof = pair.compare(sides, most, moment);
                if (proof instanceof Proof.Different) {
                    return proof;
                } else if (proof instanceof Proof.Open) {
                    open = proof;
                }
            }
        }
        return open;
    }

    private List<Moment> moments(Group group, Law after, Group changed, LiftedGroups lifted) {
        List<Parameter> read = new ArrayList<>(GroupLaw.read(group, before));
        read.addAll(GroupLaw.read(changed, after));
        read.addAll(lifted.read());
        List<Provision> provisions = new ArrayList<>(GroupLaw.provisions(group));
        provisions.addAll(GroupLaw.provisions(changed));
        provisions.addAll(lifted.provisions());
        return LawMoments.of(read, provisions, calendar);
    }

    /** Whether rules, dates or law that it reads are others. */
    private boolean isConcerned(Group group, Law after, Group changed) {
        return !group.rules().equals(changed.rules())
                || !GroupLaw.days(group).equals(GroupLaw.days(changed))
                || !GroupLaw.contents(group, before).equals(GroupLaw.contents(changed, after));
    }
}
