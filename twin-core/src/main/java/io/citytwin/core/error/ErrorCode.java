package io.citytwin.core.error;

import java.util.Optional;

/**
 * A stable name for one kind of mistake. Implemented by enums. Immutable.
 *
 * <p>Codes are never reused: a message may be reworded, its code may not change.
 */
public interface ErrorCode {

    /**
     * The code as users see it, such as {@code C101}.
     *
     * @return a capital letter for the module and three digits
     */
    String id();

    /**
     * What went wrong in general, one sentence without values.
     *
     * @return a sentence in English, for the page of the code
     */
    String meaning();

    /**
     * The command that prints the page of this code.
     *
     * @return such as {@code citytwin help C101}
     */
    default String link() {
        return "citytwin help " + id();
    }

    /**
     * The page of this code: what it means, a wrong example and the same mended. It is the resource
     * {@code codes/C101.md} beside the code's package, or beside the package above if its own one is called {@code error}.
     *
     * @return Markdown whose first line is {@code # }, the id, a blank and the meaning; empty if the jar has no page
     */
    default Optional<String> page() {
        return ErrorPages.of(this);
    }
}
