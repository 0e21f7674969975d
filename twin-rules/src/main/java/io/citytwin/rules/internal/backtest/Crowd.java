package io.citytwin.rules.internal.backtest;

import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.BacktestMeasure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Twins that measures are about, in classes that no rule can tell apart, area by area. Immutable. */
final class Crowd {

    /** Deeper than any city; places that contain each other end here. */
    private static final int DEEPEST = 16;

    private final Map<TwinId, Twin> city = new TreeMap<>();
    private final Sights sights;
    private final List<Member> members;
    private long outside;

    /**
     * Sorts a population into classes.
     *
     * @param measures that may concern it
     * @param areas that carry the level
     * @param seeing what is known already, whose values win, and the law
     * @param people everybody
     */
    Crowd(Set<BacktestMeasure> measures, Set<TwinId> areas, Seeing seeing, Collection<Twin> people) {
        people.forEach(twin -> city.put(twin.id(), twin));
        seeing.known().forEach(twin -> city.put(twin.id(), twin));
        this.sights = new Sights(seeing.law(), city);
        Set<String> types =
                measures.stream().map(BacktestMeasure::assetType).collect(Collectors.toCollection(TreeSet::new));
        Map<Object, Member> classes = new LinkedHashMap<>();
        city.values().stream()
                .filter(twin -> types.contains(twin.type().name()))
                .forEach(twin -> {
                    Optional<TwinId> area = areaOf(twin.id(), areas, 0);
                    area.ifPresentOrElse(found -> join(classes, twin, found), () -> outside++);
                });
        this.members = List.copyOf(classes.values());
    }

    /** What there is to see, and the law that looks at it. */
    record Seeing(Collection<Twin> known, Collection<Regulation> law) {}

    /**
     * A class of twins in an area.
     *
     * @param area that carries the level
     * @param twin stands for all of them
     * @param sight what rules see
     * @param values of each of them
     * @param count how many they are
     */
    record Member(TwinId area, Twin twin, Sights.Sight sight, SortedMap<String, String> values, long count) {

        private Member andOne() {
            return new Member(area, twin, sight, values, count + 1);
        }
    }

    private void join(Map<Object, Member> classes, Twin twin, TwinId area) {
        Sights.Sight sight = sights.of(twin);
        // Twins of one class are in places of the same levels: those that they lead to are a part of it.
        List<Object> key = List.of(area, sight.key(), places(sight));
        Member before = classes.get(key);
        classes.put(key, before == null ? new Member(area, twin, sight, sights.values(twin), 1) : before.andOne());
    }

    private List<TwinId> places(Sights.Sight sight) {
        return sight.reached().stream().skip(1).toList();
    }

    private Optional<TwinId> areaOf(TwinId id, Set<TwinId> areas, int depth) {
        Twin twin = city.get(id);
        if (areas.contains(id)) {
            return Optional.of(id);
        } else if (twin == null || depth > DEEPEST) {
            return Optional.empty();
        }
        return twin.type().within().stream()
                .flatMap(name -> twin.value(name).stream())
                .filter(Value.Ref.class::isInstance)
                .flatMap(ref -> areaOf(((Value.Ref) ref).target(), areas, depth + 1).stream())
                .findFirst();
    }

    List<Member> members() {
        return members;
    }

    /** How many are in no area that carries the level. */
    long outside() {
        return outside;
    }

    /** The twins that an engine must know: one of each class, and all that these lead to. */
    List<Twin> toTell() {
        Map<TwinId, Twin> told = new TreeMap<>();
        members.forEach(member -> member.sight().reached().forEach(id -> {
            Twin twin = city.get(id);
            if (twin != null) {
                told.put(id, twin);
            }
        }));
        return new ArrayList<>(told.values());
    }

    /** How many twins of each type there are. */
    SortedMap<String, Long> counts() {
        SortedMap<String, Long> counts = new TreeMap<>();
        members.forEach(member -> counts.merge(member.twin().type().name(), member.count(), Long::sum));
        return counts;
    }
}
