package io.citytwin.core.spi;

import java.io.PrintWriter;
import java.nio.file.Path;

/**
 * Where a tool prints and which folder it was called from. For one thread at a time.
 *
 * @param out results
 * @param err messages and progress
 * @param folder relative paths start here
 */
public record Console(PrintWriter out, PrintWriter err, Path folder) {}
