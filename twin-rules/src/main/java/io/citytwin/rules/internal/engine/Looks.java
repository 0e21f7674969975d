package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts together what some groups of rules see. For one thread at a time. */
final class Looks {

    private final AssetTypes assets;
    private final List<Group> groups;
    private final Cells cells;
    private boolean runs;
    private boolean counts;

    Looks(AssetTypes assets, List<Group> groups, Cells cells) {
        this.assets = assets;
        this.groups = groups;
        this.cells = cells;
    }

    /** How cells are read. */
    interface Cells {
        Look.Reader reader(AssetType type, Sight.Seen seen);
    }

    /** Of twins of a type. */
    Look of(AssetType subject) {
        Map<Group, Sight> sights = new LinkedHashMap<>();
        groups.forEach(group -> sights.put(group, Sight.of(group, subject, assets)));
        return together("", subject, sights);
    }

    /** Whether a run was seen, which time alone can change at any hour. */
    boolean seeRuns() {
        return runs;
    }

    private Look together(String relation, AssetType type, Map<Group, Sight> sights) {
        SortedMap<String, Look.Cell> read = new TreeMap<>();
        SortedMap<String, Map<Group, Sight>> beyond = new TreeMap<>();
        sights.forEach((group, sight) -> {
            for (Sight.Seen seen : sight.cells()) {
                runs |= seen.register().filter(Register.OfRun.class::isInstance).isPresent();
                counts |= !relation.isEmpty() && isCount(seen);
                String key = seen.register().map(Register::key).orElse(seen.name());
                read.computeIfAbsent(key, fresh -> new Look.Cell(new HashSet<>(), cells.reader(type, seen)))
                        .groups()
                        .add(group);
            }
            sight.beyond()
                    .forEach(next -> beyond.computeIfAbsent(next.relation(), key -> new LinkedHashMap<>())
                            .put(group, next));
        });
        List<Look> further = new ArrayList<>();
        beyond.forEach((next, seen) ->
                further.add(together(next, seen.values().iterator().next().type(), seen)));
        return new Look(relation, type, sights.keySet(), List.copyOf(read.values()), further);
    }

    /** Whether a count of other twins than the first was seen. */
    boolean seeCountsElsewhere() {
        return counts;
    }

    private static boolean isCount(Sight.Seen seen) {
        return seen.register().filter(Register.OfCounter.class::isInstance).isPresent();
    }
}
