package io.citytwin.rules.internal.grammar;

import io.citytwin.rules.internal.grammar.Rule.Quantifier;
import io.citytwin.rules.internal.grammar.SyntaxTree.ActionNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.AllNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.AnyNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.Bare;
import io.citytwin.rules.internal.grammar.SyntaxTree.CompareNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.ConditionNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.OperandNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.RuleNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.TestNode;
import java.util.List;

/**
 * Where the parameters stand that a rule names directly. Immutable.
 *
 * @param implied whether they need a leading condition that the author did not write
 * @param position of the condition on the regulation's own law, -1 if the rule names no parameter
 */
record Lead(boolean implied, int position) {

    /** Uses the author's own pattern on the law, unless a parameter is named before it. */
    static Lead of(RuleNode rule, FactType law) {
        int used = firstUse(rule, law);
        if (used < 0) {
            return new Lead(false, -1);
        }
        List<ConditionNode> conditions = rule.conditions();
        for (int position = 0; position <= Math.min(used, conditions.size() - 1); position++) {
            ConditionNode condition = conditions.get(position);
            if (condition.quantifier() == Quantifier.EACH
                    && condition.type().text().equals(law.name())) {
                return new Lead(false, position);
            }
        }
        return new Lead(true, 0);
    }

    /** By how much the implied condition moves the author's own conditions. */
    int offset() {
        return implied ? 1 : 0;
    }

    private static int firstUse(RuleNode rule, FactType law) {
        for (int position = 0; position < rule.conditions().size(); position++) {
            if (rule.conditions().get(position).tests().stream().anyMatch(test -> uses(test, law))) {
                return position;
            }
        }
        boolean action = rule.action().stream()
                .filter(node -> Verbs.hasSums(node.verb().text()))
                .map(ActionNode::arguments)
                .flatMap(List::stream)
                .flatMap(sum -> sum.terms().stream())
                .anyMatch(term -> uses(term.operand(), law));
        return action ? rule.conditions().size() : -1;
    }

    private static boolean uses(TestNode test, FactType law) {
        if (test instanceof AllNode all) {
            return all.tests().stream().anyMatch(part -> uses(part, law));
        } else if (test instanceof AnyNode any) {
            return any.tests().stream().anyMatch(part -> uses(part, law));
        }
        return test instanceof CompareNode compare && uses(compare.right(), law);
    }

    private static boolean uses(OperandNode operand, FactType law) {
        return operand instanceof Bare bare && law.slotOf(bare.name().text()).isPresent();
    }
}
