package io.citytwin.rules.internal.backtest;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Question;
import io.citytwin.rules.internal.verify.LevelText;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.verify.BacktestArea;
import io.citytwin.rules.verify.BacktestDay;
import io.citytwin.rules.verify.BacktestDifference;
import io.citytwin.rules.verify.BacktestMeasure;
import io.citytwin.rules.verify.BacktestRun;
import io.citytwin.rules.verify.LawDiff;
import io.citytwin.rules.verify.LawDiffEntry;
import io.citytwin.rules.verify.LawDiffEntry.Kind;
import io.citytwin.rules.verify.LawDiffEntry.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where two versions part first, and why. Immutable. */
final class Parting {

    private final VersionReplay older;
    private final VersionReplay newer;
    private final LawDiff law;

    Parting(VersionReplay older, VersionReplay newer, LawDiff law) {
        this.older = older;
        this.newer = newer;
        this.law = law;
    }

    /** The same day of the same area under both versions. */
    private record Place(BacktestArea area, BacktestDay before, BacktestDay after) {}

    Optional<BacktestDifference> of(List<BacktestRun> runs) {
        List<BacktestArea> before = runs.get(0).areas();
        List<BacktestArea> after = runs.get(1).areas();
        int days = after.isEmpty() ? 0 : after.get(0).days().size();
        for (int day = 0; day < days; day++) {
            for (int area = 0; area < after.size(); area++) {
                Place place = new Place(
                        after.get(area),
                        before.get(area).days().get(day),
                        after.get(area).days().get(day));
                if (!place.before().holdsLike(place.after())) {
                    return Optional.of(explained(place));
                }
            }
        }
        return Optional.empty();
    }

    private BacktestDifference explained(Place place) {
        return place.before().state().equals(place.after().state())
                ? byMeasure(place).orElseGet(() -> byLevel(place))
                : byLevel(place);
    }

    private BacktestDifference byLevel(Place place) {
        LocalDate day = place.after().date();
        Optional<LevelDecision> before = older.levels().decisionFor(place.area().id(), day);
        Optional<LevelDecision> after = newer.levels().decisionFor(place.area().id(), day);
        Set<String> provisions = Stream.of(before, after)
                .flatMap(Optional::stream)
                .flatMap(decision -> decision.findings().stream())
                .map(finding -> finding.provision().name())
                .collect(Collectors.toCollection(TreeSet::new));
        return difference(
                place,
                newer.level().name(),
                List.of(told(place.before(), before), told(place.after(), after)),
                provisions);
    }

    private static String told(BacktestDay day, Optional<LevelDecision> decision) {
        return day.state()
                + decision.map(made -> ", decided for " + made.inForce() + ": " + LevelText.of(made))
                        .orElse("");
    }

    private Optional<BacktestDifference> byMeasure(Place place) {
        Set<BacktestMeasure> all = new TreeSet<>(place.before().amounts().keySet());
        all.addAll(place.after().amounts().keySet());
        return all.stream()
                .filter(measure ->
                        !place.before().amount(measure).holdsLike(place.after().amount(measure)))
                .findFirst()
                .map(measure -> byMeasure(place, measure));
    }

    private BacktestDifference byMeasure(Place place, BacktestMeasure measure) {
        List<String> sides = measure.kind() == BacktestMeasure.Kind.BAN
                ? answers(place, measure)
                : List.of(
                        place.before().amount(measure).toString(),
                        place.after().amount(measure).toString());
        Set<String> provisions = Sights.rules(
                        List.of(older.version().regulation(), newer.version().regulation()))
                .filter(rule -> Ordered.measure(rule, AssetTypes.builtIn()).equals(Optional.of(measure)))
                .map(rule -> rule.provision())
                .collect(Collectors.toCollection(TreeSet::new));
        return difference(place, measure.toString(), sides, provisions);
    }

    /** Both answers to the first class and minute that they differ in. */
    private List<String> answers(Place place, BacktestMeasure measure) {
        LocalDate day = place.after().date();
        for (Crowd.Member member : newer.crowd().members()) {
            if (member.area().equals(place.area().id())
                    && member.twin().type().name().equals(measure.assetType())) {
                Bans.Minutes before = older.bans().of(member, measure, day);
                Bans.Minutes after = newer.bans().of(member, measure, day);
                if (!before.equals(after)) {
                    Instant moment = newer.calendar().startOf(day).plus(Duration.ofMinutes(first(before, after)));
                    Question question = Question.may(member.twin().id(), measure.what());
                    return Stream.of(older, newer)
                            .map(replay -> replay.engine()
                                    .decide(question, AsOf.at(moment))
                                    .explain("en"))
                            .toList();
                }
            }
        }
        return List.of("", "");
    }

    private static int first(Bans.Minutes before, Bans.Minutes after) {
        BitSet differing = (BitSet) before.forbidden().clone();
        differing.xor(after.forbidden());
        BitSet doubted = (BitSet) before.unknown().clone();
        doubted.xor(after.unknown());
        differing.or(doubted);
        return differing.nextSetBit(0);
    }

    private BacktestDifference difference(Place place, String what, List<String> sides, Set<String> provisions) {
        LocalDate day = place.after().date();
        List<LawDiffEntry> then = law.entries().stream()
                .filter(entry -> entry.kind() != Kind.EDITORIAL)
                .filter(entry ->
                        entry.period().map(period -> concerns(period, day)).orElse(true))
                .toList();
        List<LawDiffEntry> read = then.stream().filter(about(provisions)).toList();
        return new BacktestDifference(
                day,
                place.area().id(),
                place.area().name(),
                what,
                sides.get(0),
                sides.get(1),
                read.isEmpty() ? then : read);
    }

    /** A level rests on earlier days as well. */
    private static boolean concerns(LawDiffEntry.Period period, LocalDate day) {
        return !period.first().isAfter(day);
    }

    private static Predicate<LawDiffEntry> about(Set<String> provisions) {
        return entry -> entry.topic() == Topic.PROVISION && provisions.contains(entry.name())
                || entry.topic() == Topic.RULE && provisions.contains(provision(entry.name()))
                || entry.readBy().stream().map(Parting::provision).anyMatch(provisions::contains);
    }

    /** Rules are called after their provision, maybe with a slash and more. */
    private static String provision(String rule) {
        int slash = rule.indexOf('/');
        return slash < 0 ? rule : rule.substring(0, slash);
    }
}
