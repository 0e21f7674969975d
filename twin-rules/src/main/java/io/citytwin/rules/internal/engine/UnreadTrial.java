package io.citytwin.rules.internal.engine;

import io.citytwin.rules.internal.grammar.Rule;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Whether two sides answer the same although they may say something else for some value of law that nobody read: all of
 * its values are tried, and where they do not agree, the answer is unknown. So it is enough that about each twin both sides
 * either say one and the same or do not agree with themselves, and that the same unknowns make a difference to both. That
 * holds for twins of which something is unknown, too, since their answers are made of these; only levels are known. For one
 * thread at a time.
 */
final class UnreadTrial {

    private final List<Integer> widths;
    private final int ofLaw;
    private final Set<Integer> levels;
    private final List<Object> first;
    private final List<Object> second;

    /** Tries all combinations, unless there are too many. */
    UnreadTrial(GroupPair.Sides sides, Trial.Twins twins, long most) {
        List<Rule> all = Stream.concat(sides.first().rules().stream(), sides.second().rules().stream())
                .toList();
        Trial trial = Trial.withRoom(sides.first(), sides.second(), twins, all);
        long size = trial.size(most);
        this.widths = trial.widths();
        this.ofLaw = sides.first().unread().size();
        this.levels =
                IntStream.range(0, widths.size()).filter(trial::isLevel).boxed().collect(Collectors.toSet());
        this.first = size > most ? List.of() : says(trial::firstSays, size);
        this.second = size > most ? List.of() : says(trial::secondSays, size);
    }

    private static List<Object> says(LongFunction<Object> side, long size) {
        return LongStream.range(0, size).mapToObj(side).toList();
    }

    /** Whether they answer the same; not if that was not tried. */
    boolean same() {
        int perTwin = stride(ofLaw);
        for (int twin = 0; twin < first.size(); twin += perTwin) {
            if (isKnown(first, twin, perTwin) != isKnown(second, twin, perTwin)
                    || (isKnown(first, twin, perTwin) && !first.get(twin).equals(second.get(twin)))) {
                return false;
            }
        }
        return !first.isEmpty() && sameMatters();
    }

    private static boolean isKnown(List<Object> says, int from, int count) {
        return says.subList(from, from + count).stream().allMatch(says.get(from)::equals);
    }

    /** How far apart two combinations are that differ by one step of an unknown. */
    private int stride(int unknown) {
        return widths.subList(0, unknown).stream().reduce(1, (one, other) -> one * other);
    }

    /** Whether each unknown makes a difference to both or to none, about each twin, and from each twin to the next. */
    private boolean sameMatters() {
        return IntStream.range(0, widths.size())
                .filter(unknown -> !levels.contains(unknown))
                .allMatch(this::sameMatters);
    }

    private boolean sameMatters(int unknown) {
        int perTwin = stride(ofLaw);
        int stride = stride(unknown);
        for (int twin = 0; twin < first.size(); twin += perTwin) {
            int steps = unknown < ofLaw ? 1 : widths.get(unknown) - twin / stride % widths.get(unknown);
            for (int step = 1; step < steps; step++) {
                if (differ(first, twin, step * stride) != differ(second, twin, step * stride)) {
                    return false;
                }
            }
            if (unknown < ofLaw && matters(first, twin, unknown) != matters(second, twin, unknown)) {
                return false;
            }
        }
        return true;
    }

    /** Whether two twins, so far apart, get different words for some value of the unread law. */
    private boolean differ(List<Object> says, int twin, int apart) {
        return !says.subList(twin, twin + stride(ofLaw))
                .equals(says.subList(twin + apart, twin + apart + stride(ofLaw)));
    }

    /** Whether an unread value makes a difference about a twin. */
    private boolean matters(List<Object> says, int twin, int unread) {
        int stride = stride(unread);
        int width = widths.get(unread);
        for (int at = 0; at < stride(ofLaw); at++) {
            int lowest = at - at / stride % width * stride;
            if (!says.get(twin + at).equals(says.get(twin + lowest))) {
                return true;
            }
        }
        return false;
    }
}
