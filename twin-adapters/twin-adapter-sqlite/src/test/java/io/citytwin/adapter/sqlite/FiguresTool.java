package io.citytwin.adapter.sqlite;

/** Prints what was measured. For one thread at a time. */
final class FiguresTool {

    private FiguresTool() {}

    static void print(String line) {
        System.out.println(line);
    }
}
