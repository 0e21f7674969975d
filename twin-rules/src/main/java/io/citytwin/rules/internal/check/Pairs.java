package io.citytwin.rules.internal.check;

import io.citytwin.rules.internal.grammar.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two rules about the same twin. Safe for use by many threads. */
final class Pairs {

    private static final int MOST = 20_000;

    private Pairs() {}

    /** Whether two rules cannot fire for the same twin at once under a state of the law; false also if nobody knows. */
    static boolean neverMeet(Checked folder, Rule one, Rule other, LawSlice slice) {
        Optional<List<List<Literal>>> left = ways(folder, one, slice, "1:");
        Optional<List<List<Literal>>> right = ways(folder, other, slice, "2:");
        if (left.isEmpty()
                || right.isEmpty()
                || (long) left.get().size() * right.get().size() > MOST) {
            return false;
        }
        return left.get().stream()
                .allMatch(way -> right.get().stream().allMatch(also -> {
                    List<Literal> both = new ArrayList<>(way);
                    both.addAll(also);
                    return Domains.contradict(both);
                }));
    }

    /** All ways to meet a rule that do not contradict themselves, with the subject called the same in every rule. */
    private static Optional<List<List<Literal>>> ways(Checked folder, Rule rule, LawSlice slice, String own) {
        Optional<List<World>> worlds = World.of(folder, rule, slice, own);
        if (worlds.isEmpty()) {
            return Optional.empty();
        }
        List<List<Literal>> all = new ArrayList<>();
        for (World world : worlds.get()) {
            Optional<List<List<Literal>>> ways = world.ways(rule.conditions().size());
            if (ways.isEmpty()) {
                return Optional.empty();
            }
            ways.get().stream().filter(way -> !Domains.contradict(way)).forEach(all::add);
        }
        return Optional.of(all);
    }
}
