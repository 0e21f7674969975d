package io.citytwin.core.error;

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
}
