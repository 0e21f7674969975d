package io.citytwin.adapter.airquality.internal;

/** One row of a table, or one object of an array. For one thread at a time. */
public interface Row {

    /**
     * What a field holds.
     *
     * @param field a column or member, or a JSON pointer
     * @return without blanks around it; empty if nothing stands there
     */
    String text(String field);

    /**
     * Where it stands.
     *
     * @return the line of a table, or the number of an object in its array, from 1
     */
    long line();

    /**
     * In which line of the text it begins, from 1. Where all objects stand in one line, {@link #line} tells more.
     *
     * @return the line
     */
    default int at() {
        return (int) line();
    }

    /**
     * The row as it came.
     *
     * @return its text
     */
    String raw();
}
