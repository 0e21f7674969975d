package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Twin;
import io.citytwin.rules.internal.drools.Firing;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is unknown decides only if some of its values do: proved by trying them all. */
class CompletionsTest {

    private static final int MOST_TRIED = 12_000;

    @TempDir
    private Path temp;

    private static Set<Object> effects(Group group, Collection<Firing> firings) {
        Set<Object> effects = new HashSet<>();
        firings.forEach(firing -> effects.add(FindingWriter.effect(group, firing)));
        return effects;
    }

    private static Completions.Answer<Set<Object>> ask(Group group, Scene scene) {
        return new Completions<Set<Object>>(group, scene, firings -> effects(group, firings), group::cold).ask();
    }

    private static long completions(Group group, Scene scene) {
        Candidates candidates = new Candidates(OpenRules.of(group, scene), scene);
        return scene.unknown.stream()
                .mapToLong(unknown -> candidates.of((Scene.UnknownCell) unknown).size())
                .reduce(1, (one, other) -> one * other);
    }

    @Test
    void randomRulesOnHalfKnownTwinsAnswerAsTryingEveryValueDoes() {
        Random random = new Random(5613);
        int[] seen = new int[3];
        for (int round = 0; round < 150; round++) {
            RandomRules made = new RandomRules(random);
            String text = made.rules();
            Group group = Store.group(temp, text);
            for (int city = 0; city < 4; city++) {
                Scene scene = Store.scene(group, made.twins());
                if (!scene.unknown.isEmpty() && BruteForce.size(scene) <= MOST_TRIED) {
                    seen[compare(group, scene, text)]++;
                }
            }
        }
        assertThat(seen[0]).as("certain").isGreaterThan(60);
        assertThat(seen[1]).as("unknown").isGreaterThan(60);
        assertThat(seen[2]).as("too many").isPositive();
    }

    /** Which kind of answer it was: certain, unknown, or too many completions. */
    private static int compare(Group group, Scene scene, String text) {
        Completions.Answer<Set<Object>> answer = ask(group, scene);
        String about = text + scene.facts + scene.unknown;
        if (completions(group, scene) > 64) {
            assertThat(answer.outcome()).as(about).isEmpty();
            assertThat(answer.unknown()).as(about).isEqualTo(names(scene));
            return 2;
        }
        BruteForce every = new BruteForce(group, scene, firings -> effects(group, firings));
        Set<Object> outcomes = every.outcomes();
        if (outcomes.size() == 1) {
            assertThat(answer.outcome()).as(about).isPresent().contains(cast(outcomes));
            return 0;
        }
        assertThat(answer.outcome()).as(about).isEmpty();
        assertThat(answer.unknown()).as(about).isEqualTo(every.decisive());
        return 1;
    }

    @SuppressWarnings("unchecked") // the outcomes of these tests are sets of effects
    private static Set<Object> cast(Set<Object> outcomes) {
        return (Set<Object>) outcomes.iterator().next();
    }

    private static Set<String> names(Scene scene) {
        return scene.unknown.stream().map(Scene.Unknown::name).collect(Collectors.toSet());
    }

    private static String rule(int number, String tests) {
        return "rule \"p/" + number + "\" when $x : Crate( " + tests + " ) then findings.forbid( $x, Act.move ); end\n";
    }

    /** Every completion forbids, so the answer is certain as long as all of them are tried. */
    private static Group forbidding(Path temp, List<String> tests) {
        StringBuilder rules = new StringBuilder(rule(0, ""));
        for (int number = 0; number < tests.size(); number++) {
            rules.append(rule(number + 1, tests.get(number)));
        }
        return Store.group(temp, rules.toString());
    }

    @Test
    void sixtyFourCompletionsAreTriedAndSixtyFiveAreNot() {
        Group sixFlags = forbidding(temp, List.of("fragile", "wet", "heavy", "tall", "cold", "old"));
        Scene known = Store.scene(sixFlags, Store.crate());
        assertThat(completions(sixFlags, known)).isEqualTo(64);
        assertThat(ask(sixFlags, known).outcome()).isPresent();
        assertThat(ask(sixFlags, known).unknown()).isEmpty();

        // 13 turnouts of a length against six values, 5 of a width against two; the outcome is the same for all of
        // them.
        List<String> signs = Stream.concat(bothSigns("length", 6).stream(), bothSigns("width", 2).stream())
                .toList();
        Group sixtyFive = forbidding(temp, signs);
        Scene tooMany = Store.scene(sixtyFive, Store.crate());
        assertThat(completions(sixtyFive, tooMany)).isEqualTo(65);
        assertThat(ask(sixtyFive, tooMany).outcome()).isEmpty();
        assertThat(ask(sixtyFive, tooMany).unknown()).containsExactly("length", "width");
        assertThat(ask(sixtyFive, Store.scene(sixtyFive, Store.crate().with("width", "1")))
                        .outcome())
                .isPresent();
    }

    private static List<String> bothSigns(String property, int values) {
        return List.of("0", "short", "long", "widest", "higher", "highest").subList(0, values).stream()
                .flatMap(value -> Stream.of(property + " > " + value, property + " >= " + value))
                .toList();
    }

    /** What only rules would read that cannot fire, such as those on another class of vehicle, is not in doubt. */
    @Test
    void whatIsKnownSparesTheCompletionsOfRulesThatItKeepsFromFiring() {
        List<String> signs = Stream.concat(bothSigns("length", 6).stream(), Stream.of("fragile", "wet", "heavy"))
                .map(sign -> "width > highest, " + sign)
                .toList();
        Group group = forbidding(temp, signs);
        Scene wide = Store.scene(group, Store.crate().with("width", "1000000"));
        assertThat(completions(group, wide)).isEqualTo(13 * 8);
        assertThat(ask(group, wide).outcome()).isEmpty();

        Scene narrow = Store.scene(group, Store.crate().with("width", "1"));
        assertThat(completions(group, narrow)).isEqualTo(1);
        assertThat(ask(group, narrow).outcome()).isPresent();
    }

    @Test
    void whatNoRuleInForceReadsIsNeverNamed() {
        Group group = Store.group(temp, rule(0, "fragile"));
        Twin crate = Store.crate();
        assertThat(ask(group, Store.scene(group, crate)).unknown()).containsExactly("fragile");

        Scene off = Store.scene(group, crate);
        off.switchedOn.clear();
        assertThat(ask(group, off).outcome()).contains(Set.of());
        assertThat(completions(group, off)).isEqualTo(1);
    }
}
