package io.citytwin.rules.internal.drools;

import static org.drools.model.PatternDSL.declarationOf;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import io.citytwin.rules.internal.grammar.Effort;
import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Rule.Condition;
import io.citytwin.rules.internal.grammar.Rule.Quantifier;
import io.citytwin.rules.internal.grammar.Rule.Test;
import io.citytwin.rules.internal.grammar.Tests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drools.model.DSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.drools.model.view.ViewItem;

/** Writes one resolved rule as Drools' executable model. For one thread at a time. */
final class ModelWriter {

    /** Identifies constraints across rules: Drools shares nodes between constraints of one name. */
    private final String unit;

    private final Rule written;
    private final List<Variable<Fact>> variables = new ArrayList<>();

    ModelWriter(String unit, Rule written) {
        this.unit = unit;
        this.written = written;
    }

    org.drools.model.Rule write() {
        List<RuleItemBuilder<?>> items = new ArrayList<>();
        for (int position = 0; position < written.conditions().size(); position++) {
            variables.add(declarationOf(Fact.class, "fact" + position));
            items.add(item(position));
        }
        items.add(DSL.execute(() -> {}));
        return rule(unit, written.name()).build(items.toArray(RuleItemBuilder[]::new));
    }

    private ViewItem<?> item(int position) {
        Condition condition = written.conditions().get(position);
        String typeName = condition.type().name();
        PatternDef<Fact> matching = pattern(variables.get(position))
                .expr(
                        name(position, "type"),
                        fact -> Effort.take(1) && fact.type().name().equals(typeName));
        joined(position)
                .ifPresent(before -> matching.expr(
                        name(position, "join"), variables.get(before), (fact, other) -> Effort.take(Effort.JOIN)));
        List<Test> tests = Tests.parts(condition.test());
        for (int part = 0; part < tests.size(); part++) {
            constrain(matching, position, name(position, "test" + part), tests.get(part));
        }
        return switch (condition.quantifier()) {
            case EACH -> matching;
            case NOT -> DSL.not(matching);
            case EXISTS -> DSL.exists(matching);
        };
    }

    /** The condition before, if each of its matches is combined with each fact of this one: that is what explodes. */
    private Optional<Integer> joined(int position) {
        return eachPositions(written).stream().filter(each -> each < position).reduce((first, last) -> last);
    }

    private String name(int position, String part) {
        return unit + "/" + written.name() + "/" + position + "/" + part;
    }

    private void constrain(PatternDef<Fact> matching, int own, String name, Test test) {
        List<Integer> others = List.copyOf(Tests.refersTo(test, own));
        switch (others.size()) {
            case 0 -> matching.expr(name, fact -> Tests.met(test, fact, position -> fact));
            case 1 ->
                matching.expr(
                        name,
                        variables.get(others.get(0)),
                        (fact, first) -> Tests.met(test, fact, position -> position == own ? fact : first));
            case 2 ->
                matching.expr(
                        name,
                        variables.get(others.get(0)),
                        variables.get(others.get(1)),
                        (fact, first, second) -> Tests.met(
                                test,
                                fact,
                                position -> position == own ? fact : position == others.get(0) ? first : second));
            case 3 ->
                matching.expr(
                        name,
                        variables.get(others.get(0)),
                        variables.get(others.get(1)),
                        variables.get(others.get(2)),
                        (fact, first, second, third) -> Tests.met(
                                test,
                                fact,
                                position -> position == own
                                        ? fact
                                        : position == others.get(0)
                                                ? first
                                                : position == others.get(1) ? second : third));
            default ->
                throw new IllegalArgumentException(
                        "`" + name + "` compares with more than three other patterns; the resolver refuses that");
        }
    }

    static List<Integer> eachPositions(Rule rule) {
        List<Integer> positions = new ArrayList<>();
        for (int position = 0; position < rule.conditions().size(); position++) {
            if (rule.conditions().get(position).quantifier() == Quantifier.EACH) {
                positions.add(position);
            }
        }
        return positions;
    }
}
