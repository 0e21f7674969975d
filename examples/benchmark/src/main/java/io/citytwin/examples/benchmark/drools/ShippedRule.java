package io.citytwin.examples.benchmark.drools;

import java.util.List;

/**
 * A rule as it stands in a folder. Immutable.
 *
 * @param name its name; the provision is what stands before the slash
 * @param patterns what must be there, in the order of the text
 * @param verb what it does
 * @param arguments to whom, and what of
 */
record ShippedRule(String name, List<Pattern> patterns, String verb, List<String> arguments) {

    /**
     * One line of the condition. Immutable.
     *
     * @param variable what the fact is called; empty if nothing calls it
     * @param type of the fact
     * @param constraints on it, bindings among them
     */
    record Pattern(String variable, String type, List<String> constraints) {}

    String provision() {
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }

    /** The pattern that the action is about. */
    int subject() {
        for (int i = 0; i < patterns.size(); i++) {
            if (patterns.get(i).variable().equals(arguments.get(0))) {
                return i;
            }
        }
        throw new IllegalStateException("`" + name + "` is about nothing");
    }
}
