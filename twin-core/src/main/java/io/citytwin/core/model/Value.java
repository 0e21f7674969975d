package io.citytwin.core.model;

/**
 * What a property of a twin can hold: an amount with its unit, a yes or no, a name out of a list, another twin,
 * a point, an outline. Immutable.
 */
public sealed interface Value permits Quantity, Location, Outline, Value.Flag, Value.Term, Value.Text, Value.Ref {

    /**
     * Yes or no. Immutable.
     *
     * @param on true for yes
     */
    record Flag(boolean on) implements Value {
        @Override
        public String toString() {
            return Boolean.toString(on);
        }
    }

    /**
     * A name out of a declared list, such as {@code diesel}. Immutable.
     *
     * @param name the name as files write it
     */
    record Term(String name) implements Value {
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * Words that rules cannot compare, such as a street's name. Immutable.
     *
     * @param text any text
     */
    record Text(String text) implements Value {
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * A relation to one other twin. Immutable.
     *
     * @param target the other twin
     */
    record Ref(TwinId target) implements Value {
        @Override
        public String toString() {
            return target.toString();
        }
    }
}
