package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Rule.CellOf;
import io.citytwin.rules.internal.grammar.Rule.Compare;
import io.citytwin.rules.internal.grammar.Rule.Condition;
import io.citytwin.rules.internal.grammar.Rule.Operator;
import io.citytwin.rules.internal.grammar.Rule.Quantifier;
import io.citytwin.rules.regulation.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleFunctionTest {

    private static final Place PLACE = new Place("rules.drl", 1, 1);
    private static final FactType TYPE =
            new FactType("Lamp", FactType.Origin.ASSET, List.of(new FactType.Slot("lit", new FactType.FlagKind())));

    /** A rule whose last condition compares with so many others that it cannot be handed over. */
    private static Rule comparingWith(int others) {
        List<Condition> conditions = new ArrayList<>();
        IntStream.range(0, others)
                .forEach(at -> conditions.add(new Condition(Quantifier.EACH, TYPE, new Rule.All(List.of()), PLACE)));
        List<Rule.Test> tests = IntStream.range(0, others)
                .<Rule.Test>mapToObj(at -> new Compare(0, Operator.EQUAL, new CellOf(at, 0), PLACE))
                .toList();
        conditions.add(new Condition(Quantifier.EACH, TYPE, new Rule.Any(tests), PLACE));
        return new Rule("r", "r", List.of(), Optional.empty(), conditions, new Rule.Forbid(0, "shine"), PLACE);
    }

    @Test
    void droolsGetsRulesWhenTheyAreAskedFirstOrWhenSomebodyPrepares() {
        RuleFunction refused = new RuleFunction("unit", List.of(comparingWith(4)));

        assertThat(refused.cold(List.of(), Set.of())).isEmpty();
        assertThatThrownBy(() -> refused.cold(List.of(), Set.of("r"))).hasMessageContaining("three other patterns");
        assertThatThrownBy(refused::prepared).hasMessageContaining("three other patterns");

        RuleFunction accepted = new RuleFunction("unit", List.of(comparingWith(3)));
        assertThat(accepted.prepared().cold(List.of(), Set.of("r"))).isEmpty();
    }
}
