package io.citytwin.rules.internal.grammar;

import io.citytwin.rules.internal.grammar.Rule.Operator;
import io.citytwin.rules.internal.grammar.Rule.Quantifier;
import io.citytwin.rules.regulation.Place;
import java.util.List;
import java.util.Optional;

/** What a rule file says, before any name is looked up. Immutable. */
public final class SyntaxTree {

    private SyntaxTree() {}

    /**
     * A rule.
     *
     * @param name between the quotes
     * @param annotations in file order
     * @param conditions in file order, without those that could not be read
     * @param action empty if it could not be read
     * @param health whether all of it could be read
     */
    public record RuleNode(
            Name name,
            List<AnnotationNode> annotations,
            List<ConditionNode> conditions,
            Optional<ActionNode> action,
            Health health) {

        /** Copies the lists. */
        public RuleNode {
            annotations = List.copyOf(annotations);
            conditions = List.copyOf(conditions);
        }
    }

    /** Whether a rule could be read; unless sound, a problem says why. */
    public enum Health {
        /** Nothing is wrong so far. */
        SOUND,
        /** Something is wrong, but no condition and no variable is missing for it. */
        FAULTY,
        /** A condition could not be read, so that variables may seem to be missing. */
        TORN
    }

    /**
     * A word with its place; variables with their {@code $}.
     *
     * @param text as in the file
     * @param place of its first letter
     */
    public record Name(String text, Place place) {}

    /**
     * An annotation.
     *
     * @param name behind the {@code @}
     * @param names between the parentheses
     */
    public record AnnotationNode(Name name, List<Name> names) {}

    /**
     * A pattern.
     *
     * @param quantifier how often it must match
     * @param variable of the fact itself
     * @param type of the facts
     * @param bindings variables of properties
     * @param tests all must be met
     */
    public record ConditionNode(
            Quantifier quantifier,
            Optional<Name> variable,
            Name type,
            List<BindingNode> bindings,
            List<TestNode> tests) {}

    /**
     * A variable for a property.
     *
     * @param variable the variable
     * @param property the property
     */
    public record BindingNode(Name variable, Name property) {}

    /** What a fact must meet. */
    public sealed interface TestNode {}

    /**
     * Tests joined by {@code &&}.
     *
     * @param tests two or more
     */
    public record AllNode(List<TestNode> tests) implements TestNode {}

    /**
     * Tests joined by {@code ||}.
     *
     * @param tests two or more
     */
    public record AnyNode(List<TestNode> tests) implements TestNode {}

    /**
     * A property on its own.
     *
     * @param property must be true
     */
    public record FlagNode(Name property) implements TestNode {}

    /**
     * A comparison; {@code in} with a variable too.
     *
     * @param property left side
     * @param operator how
     * @param right right side
     */
    public record CompareNode(Name property, Operator operator, OperandNode right) implements TestNode {}

    /**
     * {@code in} with operands in parentheses.
     *
     * @param property left side
     * @param operator in or not in
     * @param operands one or more
     */
    public record AmongNode(Name property, Operator operator, List<OperandNode> operands) implements TestNode {}

    /** A test that was reported. */
    public record BrokenTest() implements TestNode {}

    /** The right side of a comparison, or a part of a sum. */
    public sealed interface OperandNode {
        /**
         * Where it begins.
         *
         * @return of its first letter
         */
        Place place();
    }

    /**
     * A name of a list.
     *
     * @param list before the dot
     * @param name behind the dot
     */
    public record ListName(Name list, Name name) implements OperandNode {
        @Override
        public Place place() {
            return list.place();
        }
    }

    /**
     * A variable.
     *
     * @param name with its {@code $}
     */
    public record Variable(Name name) implements OperandNode {
        @Override
        public Place place() {
            return name.place();
        }
    }

    /**
     * A word on its own: a parameter, or a level.
     *
     * @param name the word
     */
    public record Bare(Name name) implements OperandNode {
        @Override
        public Place place() {
            return name.place();
        }
    }

    /**
     * 0, 1, true or false.
     *
     * @param value BigDecimal or Boolean
     * @param name as in the file
     */
    public record Literal(Object value, Name name) implements OperandNode {
        @Override
        public Place place() {
            return name.place();
        }
    }

    /**
     * An operand that was reported.
     *
     * @param place where it begins
     */
    public record BrokenOperand(Place place) implements OperandNode {}

    /**
     * What a rule says.
     *
     * @param verb behind {@code findings.}
     * @param arguments each a sum, mostly of one term
     */
    public record ActionNode(Name verb, List<SumNode> arguments) {}

    /**
     * A sum.
     *
     * @param terms one or more
     */
    public record SumNode(List<TermNode> terms) {}

    /**
     * A term of a sum, or a factor of the term before it.
     *
     * @param sign plus, minus, times or over
     * @param operand the number
     */
    public record TermNode(Sign sign, OperandNode operand) {

        /**
         * Whether it belongs to the term before it.
         *
         * @return true for a factor or a divisor
         */
        boolean isFactor() {
            return sign == Sign.TIMES || sign == Sign.OVER;
        }

        /**
         * Whether it is subtracted.
         *
         * @return true behind a minus
         */
        boolean minus() {
            return sign == Sign.MINUS;
        }
    }

    /** What stands before a number of a sum; nothing stands for a plus. */
    public enum Sign {
        PLUS("+"),
        MINUS("-"),
        TIMES("*"),
        OVER("/");

        private final String text;

        Sign(String text) {
            this.text = text;
        }

        /**
         * As in rules.
         *
         * @return such as {@code +}
         */
        public String text() {
            return text;
        }
    }
}
