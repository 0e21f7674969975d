package io.citytwin.examples.milan.report;

import java.util.List;

/**
 * A decision told in full. Immutable.
 *
 * @param title what makes it worth telling
 * @param answer the question with its reasons
 * @param alternatives what would be lawful instead, one line each
 */
public record Explained(String title, Answer answer, List<String> alternatives) {

    /** Copies the alternatives. */
    public Explained {
        alternatives = List.copyOf(alternatives);
    }
}
