package io.citytwin.core.spi;

import io.citytwin.core.text.PlainWriter;
import java.io.PrintWriter;
import java.nio.file.Path;

/**
 * Where a tool prints and which folder it was called from. What is printed cannot command a terminal, wherever it comes
 * from. For one thread at a time.
 *
 * @param out results
 * @param err messages and progress
 * @param folder relative paths start here
 */
public record Console(PrintWriter out, PrintWriter err, Path folder) {

    /** Lets only plain text through. */
    public Console {
        out = PlainWriter.over(out);
        err = PlainWriter.over(err);
    }
}
