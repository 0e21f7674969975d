package io.citytwin.rules.internal.check;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.Rule;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Rules that fire only where another one fires and says the same. Safe for use by many threads. */
final class ShadowCheck implements Check {

    @Override
    public void check(Checked folder, Consumer<Problem> problems) {
        List<Rule> rules = folder.rules();
        for (int index = 0; index < rules.size(); index++) {
            Rule narrow = rules.get(index);
            int position = index;
            rules.stream()
                    .filter(wide -> !wide.name().equals(narrow.name()))
                    .filter(wide -> isShadowed(folder, narrow, wide))
                    // Of two that say the same everywhere, only the later one is too many.
                    .filter(wide -> rules.indexOf(wide) < position || !isShadowed(folder, wide, narrow))
                    .findFirst()
                    .ifPresent(wide -> problems.accept(problem(narrow, wide)));
        }
    }

    private static boolean isShadowed(Checked folder, Rule narrow, Rule wide) {
        if (!new Effects(folder.rules()).covers(wide, narrow)) {
            return false;
        }
        Optional<List<LawSlice>> slices = LawSlice.of(folder, List.of(narrow));
        Optional<List<LawSlice>> both = LawSlice.of(folder, List.of(narrow, wide));
        if (slices.isEmpty() || both.isEmpty() || !lastsAsLong(folder, narrow, wide)) {
            return false;
        }
        List<LawSlice> live = both.get().stream()
                .filter(slice -> slice.switchesOn(folder, narrow))
                .filter(slice -> !UnreachableCheck.isEmpty(
                        folder, narrow, slice, narrow.conditions().size()))
                .toList();
        return !live.isEmpty()
                && live.stream()
                        .allMatch(slice -> slice.switchesOn(folder, wide) && Implied.by(folder, narrow, wide, slice));
    }

    private static boolean lastsAsLong(Checked folder, Rule narrow, Rule wide) {
        var inner = folder.provision(narrow);
        var outer = folder.provision(wide);
        return outer.inForceOn(inner.since())
                && inner.lastDay().map(outer::inForceOn).orElse(outer.lastDay().isEmpty());
    }

    private static Problem problem(Rule narrow, Rule wide) {
        return Checked.warning(
                RulesError.SHADOWED,
                narrow.place(),
                "`" + narrow.name() + "` changes nothing: whenever it fires, `" + wide.name()
                        + "` fires for the same twin and says the same.",
                "Maybe a test is missing in `" + wide.name() + "`, or `" + narrow.name() + "` is not needed.");
    }
}
