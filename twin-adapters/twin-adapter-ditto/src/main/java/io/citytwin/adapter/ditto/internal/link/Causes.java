package io.citytwin.adapter.ditto.internal.link;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Says in one line why something failed. Immutable. */
final class Causes {

    private static final int LONGEST = 200;

    private Causes() {}

    static String of(Throwable failure) {
        Throwable root = failure;
        while ((root instanceof CompletionException || root instanceof ExecutionException) && root.getCause() != null) {
            root = root.getCause();
        }
        String text = root.getClass().getSimpleName() + ": " + root.getMessage();
        String line = text.replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
