package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Twin;
import io.citytwin.rules.internal.drools.Firing;
import io.citytwin.rules.internal.drools.RuleBase;
import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drools is called as a pure function: what fires depends on the facts and on nothing else. */
class RuleBaseTest {

    private static final String SANDWICH = """
            rule "p"
            when
              not Depot( capacity > widest )
              Depot( $d : id, $room : capacity )
              exists Banned( most <= $room )
              Banned( $c : colour, $g : grade )
              not Depot( open )
              $x : Crate( place == $d, colour in $c, grade == $g )
              not Banned( most > $room )
            then
              findings.cap( $x, Property.length, $room );
            end
            """;
    private static final Twin DEPOT = Store.depot().with("capacity", "2").with("open", "false");
    private static final Twin CRATE =
            Store.crate().with("place", DEPOT.id()).with("colour", "blue").with("grade", "c");

    @TempDir
    private Path temp;

    /** Drools lists the objects of patterns that match once for each fact only: `not` and `exists` leave no gap. */
    @Test
    void eachFactIsFoundAtItsOwnConditionBetweenNotAndExists() {
        Group group = Store.group(temp, SANDWICH);
        List<Firing> fired = cold(group, CRATE, DEPOT);

        assertThat(fired).singleElement().satisfies(firing -> {
            SortedMap<Integer, Fact> matched = firing.matched();
            List<Rule.Condition> conditions = firing.rule().conditions();
            assertThat(matched.keySet())
                    .isEqualTo(positions(conditions, Rule.Quantifier.EACH))
                    .hasSizeGreaterThan(2);
            matched.forEach((position, fact) -> assertThat(fact.type().name())
                    .isEqualTo(conditions.get(position).type().name()));
            assertThat(matched.values()).extracting(Fact::role).contains("self", "place", "Banned#1");
        });
        assertThat(cold(group, CRATE, DEPOT.with("open", "true"))).isEmpty();
        assertThat(cold(group, CRATE, DEPOT.with("capacity", "1"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"not Depot( open )", "exists Depot( capacity > 0 )"})
    void eachFactIsFoundAtItsOwnConditionWhereNotOrExistsLeads(String leads) {
        Group group = Store.group(
                temp, "rule \"p\" when " + leads + " $x : Crate( fragile ) then findings.forbid( $x, Act.move ); end");

        assertThat(cold(group, CRATE.with("fragile", "true"), DEPOT))
                .singleElement()
                .satisfies(firing -> {
                    assertThat(firing.matched()).containsOnlyKeys(1);
                    assertThat(FindingWriter.subjectFact(firing).role()).isEqualTo("self");
                });
        assertThat(cold(group, CRATE.with("fragile", "false"), DEPOT)).isEmpty();
    }

    private static Set<Integer> positions(List<Rule.Condition> conditions, Rule.Quantifier quantifier) {
        Set<Integer> positions = new HashSet<>();
        for (int position = 0; position < conditions.size(); position++) {
            if (conditions.get(position).quantifier() == quantifier) {
                positions.add(position);
            }
        }
        return positions;
    }

    private static List<Firing> cold(Group group, Twin... twins) {
        Scene scene = Store.scene(group, twins);
        return group.cold(scene.facts, scene.switchedOn);
    }

    @Test
    void randomRulesFireAsNestedLoopsSayInAnyOrderOfFacts() {
        Random random = new Random(20260313);
        int fired = 0;
        int silent = 0;
        for (int round = 0; round < 120; round++) {
            RandomRules made = new RandomRules(random);
            String text = made.rules();
            Group group = Store.group(temp, text);
            for (int city = 0; city < 4; city++) {
                Scene scene = Store.scene(group, made.twins());
                List<Fact> facts = filled(scene, random);
                List<Firing> once = group.cold(facts, scene.switchedOn);
                Collections.shuffle(facts, random);
                assertThat(group.cold(facts, scene.switchedOn)).as(text).isEqualTo(once);
                assertThat(Set.copyOf(once))
                        .as(text + facts)
                        .isEqualTo(new NaiveRules(facts).firings(group.rules(), scene.switchedOn))
                        .hasSameSizeAs(once);
                fired += once.isEmpty() ? 0 : 1;
                silent += once.isEmpty() ? 1 : 0;
            }
        }
        assertThat(fired).isGreaterThan(80);
        assertThat(silent).isGreaterThan(80);
    }

    /** Some value for every unknown cell. */
    private static List<Fact> filled(Scene scene, Random random) {
        List<Fact> facts = new ArrayList<>(scene.facts);
        for (Scene.Unknown unknown : scene.unknown) {
            Scene.UnknownCell cell = (Scene.UnknownCell) unknown;
            List<Object> values = BruteForce.values(scene, cell);
            Fact fact = facts.get(cell.fact());
            facts.set(cell.fact(), fact.with(cell.slot(), values.get(random.nextInt(values.size()))));
        }
        return facts;
    }

    @Test
    void onlyTheRulesThatAreSwitchedOnFire() {
        Group group = Store.group(temp, forbid("p/one", "fragile") + forbid("p/two", "fragile"));
        Scene scene = Store.scene(group, Store.crate().with("fragile", "true"));

        assertThat(names(group.cold(scene.facts, Set.of("p/one", "p/two")))).containsExactly("p/one", "p/two");
        assertThat(names(group.cold(scene.facts, Set.of("p/two")))).containsExactly("p/two");
        assertThat(group.cold(scene.facts, Set.of())).isEmpty();
    }

    /** Names of rules and of their constraints are the same in both: nothing may be shared behind them. */
    @Test
    void twoRuleBasesOfOneNameDoNotMix() {
        Group fragile = Store.group(temp, forbid("p", "fragile"));
        Group wet = Store.group(temp, forbid("p", "wet"));
        Twin crate = Store.crate().with("fragile", "true").with("wet", "false");

        assertThat(cold(fragile, crate)).hasSize(1);
        assertThat(cold(wet, crate)).isEmpty();
        assertThat(cold(fragile, crate)).hasSize(1);
    }

    private static String forbid(String name, String test) {
        return "rule \"" + name + "\" when $x : Crate( " + test + " ) then findings.forbid( $x, Act.move ); end\n";
    }

    private static List<String> names(List<Firing> firings) {
        return firings.stream().map(firing -> firing.rule().name()).toList();
    }

    @Test
    void neitherContextClassLoaderNorThreadsAreNeeded() {
        Group group = Store.group(temp, SANDWICH);
        List<Firing> before = cold(group, CRATE, DEPOT);
        Set<Thread> threads = Thread.getAllStackTraces().keySet();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try {
            Thread.currentThread().setContextClassLoader(null);
            RuleBase anew = new RuleBase("again", group.rules());
            Scene scene = Store.scene(group, CRATE, DEPOT);
            for (int call = 0; call < 200; call++) {
                assertThat(anew.fire(scene.facts, scene.switchedOn)).isEqualTo(before);
            }
        } finally {
            Thread.currentThread().setContextClassLoader(loader);
        }
        assertThat(before).hasSize(1);
        assertThat(Thread.getAllStackTraces().keySet()).isSubsetOf(threads);
    }
}
