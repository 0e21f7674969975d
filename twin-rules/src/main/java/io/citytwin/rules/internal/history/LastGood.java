package io.citytwin.rules.internal.history;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.yaml.RawFolder;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Regulation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The bytes of each folder when it last had no mistakes. For one thread at a time. */
public final class LastGood {

    private final Function<List<RawFolder>, RegulationBundle> linking;
    private final Map<String, RawFolder> good = new TreeMap<>();

    /**
     * Knows of no folder yet.
     *
     * @param linking reads folders together with all that lies below them
     */
    public LastGood(Function<List<RawFolder>, RegulationBundle> linking) {
        this.linking = linking;
    }

    /**
     * What came of folders. Immutable.
     *
     * @param bundle without any mistake in a folder
     * @param kept paths of folders of which another version than the newest holds, sorted
     * @param problems of the folders as they are
     */
    public record Taken(RegulationBundle bundle, List<String> kept, List<Problem> problems) {

        /** Copies the lists; each problem once, in the order of the places. */
        public Taken {
            kept = List.copyOf(kept);
            problems = problems.stream().distinct().sorted().toList();
        }
    }

    /**
     * Takes each folder as it is or, if it has mistakes, as it was. A folder can become wrong because another one falls
     * back; then it falls back too, and is left out only if that does not help.
     *
     * @param folders all that there are now
     * @return what holds
     */
    public Taken take(List<RawFolder> folders) {
        List<RawFolder> used = new ArrayList<>(folders);
        List<Problem> problems = new ArrayList<>();
        Set<String> fallen = new TreeSet<>();
        RegulationBundle bundle = linking.apply(used);
        problems.addAll(bundle.top().report().problems());
        for (Set<String> broken = broken(bundle, used); !broken.isEmpty(); broken = broken(bundle, used)) {
            // What another folder's fall breaks is news of this folder's newest version; an old version has none.
            problems.addAll(errors(bundle, used, path -> !fallen.contains(path)));
            used = fallBack(used, broken, fallen);
            fallen.addAll(broken);
            bundle = linking.apply(used);
        }
        Set<String> paths = used.stream().map(RawFolder::path).collect(Collectors.toSet());
        List<String> kept = fallen.stream().filter(paths::contains).toList();
        kept.forEach(path -> problems.add(keeps(path)));
        remember(folders, used);
        return new Taken(bundle, kept, problems);
    }

    private List<RawFolder> fallBack(List<RawFolder> used, Set<String> broken, Set<String> fallen) {
        List<RawFolder> next = new ArrayList<>();
        for (RawFolder folder : used) {
            if (!broken.contains(folder.path())) {
                next.add(folder);
            } else if (!fallen.contains(folder.path())) {
                Optional.ofNullable(good.get(folder.path())).ifPresent(next::add);
            }
        }
        return next;
    }

    private void remember(List<RawFolder> folders, List<RawFolder> used) {
        good.keySet().retainAll(folders.stream().map(RawFolder::path).collect(Collectors.toSet()));
        used.stream().filter(folder -> !isStray(folder)).forEach(folder -> good.put(folder.path(), folder));
    }

    private static Set<String> broken(RegulationBundle bundle, List<RawFolder> used) {
        Set<String> accepted =
                bundle.top().regulations().stream().map(Regulation::hash).collect(Collectors.toSet());
        Set<String> wrong = errors(bundle, used, path -> true).stream()
                .flatMap(problem -> owner(problem, used).stream())
                .collect(Collectors.toSet());
        return used.stream()
                .filter(folder -> !isStray(folder))
                .filter(folder -> !accepted.contains(folder.hash()) || wrong.contains(folder.path()))
                .map(RawFolder::path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is wrong outside of all folders. */
    private static boolean isStray(RawFolder folder) {
        return folder.path().isEmpty() && folder.files().isEmpty();
    }

    private static List<Problem> errors(RegulationBundle bundle, List<RawFolder> used, Predicate<String> wanted) {
        return bundle.top().report().errors().stream()
                .filter(problem -> owner(problem, used).filter(wanted).isPresent())
                .toList();
    }

    /** The innermost folder that a problem lies in. */
    private static Optional<String> owner(Problem problem, List<RawFolder> folders) {
        String file = problem.place().file();
        return folders.stream()
                .map(RawFolder::path)
                .filter(path -> path.isEmpty() || file.equals(path) || file.startsWith(path + "/"))
                .max(Comparator.comparingInt(String::length));
    }

    private static Problem keeps(String path) {
        String name = path.isEmpty() ? "The folder" : "The folder `" + path + "`";
        Place place = new Place(path.isEmpty() ? "regulation.yaml" : path + "/regulation.yaml", 1, 1);
        return new Problem(
                RulesError.LAST_GOOD,
                Problem.Severity.WARNING,
                place,
                name + " has mistakes; its last good version keeps running.",
                "Maybe mend it, or call `citytwin rollback`.");
    }
}
