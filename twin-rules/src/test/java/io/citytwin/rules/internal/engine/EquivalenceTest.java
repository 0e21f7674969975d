package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Twin;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.Effect;
import io.citytwin.rules.internal.drools.Firing;
import io.citytwin.rules.internal.grammar.Fact;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two versions of rules are the same if no value of anything tells them apart: compared with trying every value. */
class EquivalenceTest {

    private static final int MOST_TRIED = 25_000;
    private static final List<String> SIGNS = List.of(" == ", " != ", " < ", " <= ", " > ", " >= ");

    @TempDir
    private Path temp;

    private static Proof compare(Law one, Law other) {
        return new Equivalence(one, Store.TYPES, CivilCalendar.italy(), 5_000).compare(other);
    }

    @Test
    void changedRandomRulesAreTheSameIfNoValueTellsThemApart() {
        Random random = new Random(2024);
        int same = 0;
        int different = 0;
        for (int round = 0; round < 400; round++) {
            RandomRules made = new RandomRules(random);
            String text = made.rules();
            String changed = changed(text, random);
            Law one = new Law(List.of(Store.regulation(temp, text)));
            Law other = new Law(List.of(Store.regulation(temp, changed)));
            Values values =
                    new Values(one.provisions().get(0), other.provisions().get(0));
            if (values.size() <= MOST_TRIED) {
                Proof proof = compare(one, other);
                String about = text + "\n--- changed\n" + changed + proof;
                if (proof instanceof Proof.Same) {
                    // Which value of unread law makes a rule fire cannot be seen in an answer.
                    boolean unread = text.contains("secret") || text.contains("unread");
                    assertThat(unread ? answersDiffer(one, other, made) : values.differ())
                            .as(about)
                            .isFalse();
                    same++;
                } else if (proof instanceof Proof.Different) {
                    assertThat(values.differ()).as(about).isTrue();
                    different++;
                }
            }
        }
        assertThat(same).as("same").isGreaterThan(40);
        assertThat(different).as("different").isGreaterThan(80);
    }

    /** Asks both about crates of which something or nothing is known. */
    private static boolean answersDiffer(Law one, Law other, RandomRules made) {
        for (int city = 0; city < 100; city++) {
            Twin[] twins = made.twins();
            if (!answer(one.provisions().get(0), twins)
                    .equals(answer(other.provisions().get(0), twins))) {
                return true;
            }
        }
        return false;
    }

    private static List<Object> answer(Group group, Twin... twins) {
        Completions.Answer<Set<Object>> answer = new Completions<Set<Object>>(
                        group,
                        Store.scene(group, twins),
                        firings -> firings.stream()
                                .map(firing -> Worked.of(group, firing))
                                .collect(Collectors.toSet()),
                        group::findings)
                .ask();
        return List.of(answer.outcome(), answer.unknown());
    }

    /** Another sign, another name, or one rule written twice. */
    private static String changed(String text, Random random) {
        List<String> changes = new ArrayList<>();
        for (String sign : SIGNS) {
            for (int at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
                for (String other : SIGNS) {
                    boolean ordered = !other.equals(" == ") && !other.equals(" != ");
                    boolean wasOrdered = !sign.equals(" == ") && !sign.equals(" != ");
                    if (!other.equals(sign) && ordered == wasOrdered) {
                        changes.add(text.substring(0, at) + other + text.substring(at + sign.length()));
                    }
                }
            }
        }
        List.of("Grade.a:Grade.b", "Grade.c:Grade.d", "Colour.red:Colour.blue", " in : not in ", "short:long").stream()
                .map(pair -> pair.split(":", -1))
                .filter(pair -> text.contains(pair[0]))
                .map(pair -> text.replace(pair[0], pair[1])
                        .replace("not not in", "not in")
                        .replace("$a : long, $b : long", "$a : short, $b : long"))
                .forEach(changes::add);
        int end = text.indexOf("end\n") + 4;
        changes.add(text + text.substring(0, end).replaceFirst("p/\\d", "p/again"));
        return changes.get(random.nextInt(changes.size()));
    }

    /** All values of all cells that either group reads, of a crate and a depot of which nothing is known. */
    private static final class Values {

        private final Group one;
        private final Group other;
        private final Scene oneScene;
        private final Scene otherScene;
        private final Map<String, List<Object>> values = new TreeMap<>();

        Values(Group one, Group other) {
            this.one = one;
            this.other = other;
            this.oneScene = Store.scene(one, Store.crate());
            this.otherScene = Store.scene(other, Store.crate());
            for (Scene scene : List.of(oneScene, otherScene)) {
                scene.unknown.forEach(cell -> values.put(
                        key(scene, (Scene.UnknownCell) cell), BruteForce.values(scene, (Scene.UnknownCell) cell)));
            }
        }

        private static String key(Scene scene, Scene.UnknownCell cell) {
            return scene.facts.get(cell.fact()).role() + "/" + cell.slot();
        }

        long size() {
            return values.values().stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(a * b, 1L << 40));
        }

        boolean differ() {
            for (long number = 0; number < size(); number++) {
                Map<String, Object> chosen = new TreeMap<>();
                long rest = number;
                for (var entry : values.entrySet()) {
                    chosen.put(entry.getKey(), entry.getValue().get((int)
                            (rest % entry.getValue().size())));
                    rest /= entry.getValue().size();
                }
                if (!says(one, oneScene, chosen).equals(says(other, otherScene, chosen))) {
                    return true;
                }
            }
            return false;
        }

        private static Set<Object> says(Group group, Scene scene, Map<String, Object> chosen) {
            List<Fact> facts = new ArrayList<>(scene.facts);
            scene.unknown.forEach(unknown -> {
                Scene.UnknownCell cell = (Scene.UnknownCell) unknown;
                facts.set(cell.fact(), facts.get(cell.fact()).with(cell.slot(), chosen.get(key(scene, cell))));
            });
            Collection<Firing> firings = new NaiveRules(facts).firings(group.rules(), scene.switchedOn);
            Set<Object> said = new HashSet<>();
            Map<String, BigDecimal> strictest = new TreeMap<>();
            firings.forEach(firing -> {
                Effect effect = FindingWriter.effect(group, firing);
                // The strictest limit is the answer.
                if (effect instanceof Effect.Limit limit) {
                    strictest.merge(limit.property(), limit.most().amount(), BigDecimal::min);
                } else {
                    said.add(effect);
                }
            });
            said.add(strictest);
            return said;
        }
    }
}
