package io.citytwin.rules.internal.explain;

import java.util.List;

/**
 * A box of a drawn explanation, with what it rests on below it. Immutable.
 *
 * @param kind how it is drawn
 * @param title first line
 * @param lines further lines
 * @param below boxes that this one rests on, or that would change it
 */
record Box(Kind kind, String title, List<String> lines, List<Box> below) {

    Box {
        lines = List.copyOf(lines);
        below = List.copyOf(below);
    }

    /** What a box stands for; the name in small letters is its style. */
    enum Kind {
        ALLOWED,
        FORBIDDEN,
        UNKNOWN,
        LEVEL,
        PROVISION,
        LAW,
        READING,
        NOT,
        FLIP
    }
}
