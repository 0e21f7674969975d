package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The same group of rules in two versions, asked about the same twins: of one of them every property is tried that any
 * rule of either version can tell from another. For one thread at a time.
 */
final class GroupPair {

    private static final TwinId SUBJECT = new TwinId("any", "subject");
    private static final int LONGEST_RUN = 10_000;
    private static final int LONGEST_PERIOD = 366;
    /** Rules of the second version are told apart from those of the first by it. */
    private static final String MARK = "'";

    private final Version first;
    private final Version second;
    private final AssetTypes assets;
    private final List<Rule> both;
    private final List<Trial.Twins> twins = new ArrayList<>();
    private boolean waysKnown = true;

    /** One version, with the rules of both, so that facts have a cell for all that any of them reads. */
    private record Version(Law law, Group own, Group wide, List<Rule> rules) {

        Side at(Moment moment) {
            Scene scene = new Scene();
            new LawFacts(wide, moment, scene, law::find).add();
            return new Side(
                    wide,
                    scene,
                    rules.stream()
                            .filter(rule -> scene.switchedOn.contains(rule.name()))
                            .toList());
        }
    }

    GroupPair(Law firstLaw, Group first, Law secondLaw, Group second, AssetTypes assets) {
        List<Rule> marked = second.rules().stream().map(GroupPair::marked).toList();
        this.both = Stream.concat(first.rules().stream(), marked.stream()).toList();
        this.first = new Version(firstLaw, first, wide(first, firstLaw), first.rules());
        this.second = new Version(secondLaw, second, wide(second, secondLaw), marked);
        this.assets = assets;
        addTwins();
    }

    private static Rule marked(Rule rule) {
        return new Rule(
                rule.name() + MARK,
                rule.provision(),
                rule.lifts(),
                rule.spends(),
                rule.conditions(),
                rule.action(),
                rule.place());
    }

    private Group wide(Group own, Law law) {
        return new Group(own.regulation(), own.name(), own.function(), both, law::find);
    }

    /** Why the two cannot be compared; empty if they can. */
    Optional<String> obstacle() {
        for (AssetType subject : subjects()) {
            if (!relations(first.own(), subject).equals(relations(second.own(), subject))) {
                return Optional.of("other relations are followed");
            }
        }
        // Which of several twins a relation leads to could matter as well.
        return waysKnown ? Optional.empty() : Optional.of("several twins of one type are looked at");
    }

    /** All relations that a group follows from a twin. */
    private Set<String> relations(Group group, AssetType subject) {
        Relations relations = new Relations(group, assets);
        Set<String> followed = new TreeSet<>();
        List<String> open = new ArrayList<>(List.of(subject.name()));
        Set<String> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            String type = open.remove(open.size() - 1);
            relations.followed(type).forEach((property, to) -> {
                followed.add(type + "." + property);
                if (seen.add(to)) {
                    open.add(to);
                }
            });
        }
        return followed;
    }

    private List<AssetType> subjects() {
        return both.stream()
                .map(rule ->
                        rule.conditions().get(rule.action().subject()).type().name())
                .distinct()
                .sorted()
                .flatMap(name -> assets.find(name).stream())
                .toList();
    }

    /** Both sides at a moment. */
    record Sides(Side first, Side second) {

        /** What they see; where it is equal, they say the same. */
        Object view() {
            return List.of(first.view(), second.view());
        }
    }

    Sides at(Moment moment) {
        return new Sides(first.at(moment), second.at(moment));
    }

    /** Compares what the two say of every twin; tries at most so many combinations of properties. */
    Proof compare(Sides sides, long most, Moment moment) {
        if (sides.first().isSilent() && sides.second().isSilent()) {
            return new Proof.Same();
        }
        List<Rule> ofFirst = sides.first().rulesBesides(sides.second());
        List<Rule> ofSecond = sides.second().rulesBesides(sides.first());
        if (ofFirst.isEmpty() && ofSecond.isEmpty()) {
            return new Proof.Same();
        } else if (!names(sides.first()).equals(names(sides.second()))) {
            boolean same = sides.second().unread().isEmpty()
                    ? isSame(sides.first(), sides.second(), most, moment)
                    : sides.first().unread().isEmpty() && isSame(sides.second(), sides.first(), most, moment);
            return same ? new Proof.Same() : new Proof.Open("other law is unknown");
        }
        Proof proof = compare(sides, new Changed(ofFirst, ofSecond, most), moment);
        boolean hidden = proof instanceof Proof.Different
                && !sides.first().unread().isEmpty()
                && twins.stream().allMatch(about -> new UnreadTrial(sides, about, most).same());
        return hidden ? new Proof.Same() : proof;
    }

    private boolean isSame(Side one, Side other, long most, Moment moment) {
        return compare(new Sides(one, other), new Changed(one.rules(), other.rules(), most), moment)
                instanceof Proof.Same;
    }

    /** The rules of each side that can make a difference, and how many combinations may be tried for them. */
    private record Changed(List<Rule> first, List<Rule> second, long most) {}

    private Proof compare(Sides sides, Changed changed, Moment moment) {
        long most = changed.most();
        List<Rule> concerned = joined(changed.first(), changed.second());
        for (Trial.Twins twins : twins) {
            Trial brief = new Trial(sides.first(), sides.second(), twins, concerned);
            if (brief.size(most) > most
                    || brief.difference(changed.first(), changed.second(), false, most)
                            .isPresent()) {
                List<Rule> all = joined(sides.first().rules(), sides.second().rules());
                Trial trial = new Trial(sides.first(), sides.second(), twins, all);
                if (trial.size(most) > most) {
                    return new Proof.Open("more than " + most + " combinations would have to be tried");
                }
                Optional<Trial.Example> example = trial.difference(changed.first(), changed.second(), true, most);
                if (example.isPresent()) {
                    return new Proof.Different(Examples.text(trial, example.get(), moment));
                }
            }
        }
        return new Proof.Same();
    }

    private static List<Rule> joined(List<Rule> one, List<Rule> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static List<String> names(Side side) {
        return side.unread().stream().map(Scene.Unknown::name).toList();
    }

    /** A twin of each type that rules are about, with the twins that it is related to, in all ways. */
    private void addTwins() {
        Moment any = Moment.of(Instant.EPOCH, LocalDate.MAX, Instant.MAX, CivilCalendar.of(ZoneOffset.UTC));
        Relations relations = new Relations(first.wide(), assets);
        for (AssetType subject : subjects()) {
            Scene blank = new Scene();
            new AssetFacts(first.wide(), any, blank, new BlankCity(), relations).add(Twin.of(SUBJECT, subject));
            Coincidences ways = new Coincidences(blank.facts);
            waysKnown &= ways.known();
            ways.all().forEach(facts -> twins.add(new Trial.Twins(facts, cells(facts))));
        }
    }

    private List<Scene.UnknownCell> cells(List<Fact> facts) {
        List<Scene.UnknownCell> cells = new ArrayList<>();
        for (int index = 0; index < facts.size(); index++) {
            Fact fact = facts.get(index);
            for (int slot : first.wide().reads(fact.type())) {
                if (!(fact.type().slots().get(slot).kind() instanceof FactType.KeyKind)) {
                    cells.add(cell(index, fact, slot));
                }
            }
        }
        return cells;
    }

    /** Days and passages are whole numbers; anything else can be anything. */
    private Scene.UnknownCell cell(int index, Fact fact, int slot) {
        String property = fact.type().slots().get(slot).name();
        String name = fact.role().equals("self") ? property : fact.role() + "." + property;
        var state = first.own().regulation().state();
        var run = state.runs().get(property);
        var counter = state.counters().get(property);
        if (run != null && run.of().equals(fact.type().name())) {
            return new Scene.UnknownCell(index, slot, name, 0, LONGEST_RUN);
        } else if (counter != null && counter.of().equals(fact.type().name())) {
            return new Scene.UnknownCell(index, slot, name, 1, LONGEST_PERIOD);
        }
        return new Scene.UnknownCell(index, slot, name, -1, -1);
    }
}
