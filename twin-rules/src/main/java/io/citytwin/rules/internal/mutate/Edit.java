package io.citytwin.rules.internal.mutate;

import io.citytwin.rules.regulation.Place;

/**
 * One small change of a file. Immutable.
 *
 * @param source the file
 * @param from first character that is replaced
 * @param to just after the last one
 * @param text what stands there instead
 * @param note what it means
 */
record Edit(Source source, int from, int to, String text, Note note) {

    /**
     * What a change means to people.
     *
     * @param place of what is changed
     * @param subject what is asked of cases to find those that may notice first: the place of a value or row, or the name
     *     of a provision
     * @param change such as {@code `20` becomes `19`}
     * @param lacks what no case does if none notices
     */
    record Note(Place place, String subject, String change, String lacks) {}
}
