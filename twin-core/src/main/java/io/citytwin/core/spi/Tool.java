package io.citytwin.core.spi;

import java.util.List;

/**
 * One command of the {@code citytwin} launcher, found by {@link java.util.ServiceLoader}. For one thread at a time.
 *
 * <p>Each jar brings its own tools; the launcher only assembles the class path.
 */
public interface Tool {

    /** Everything is well. */
    int OK = 0;

    /** The tool ran and found something to mend. */
    int FINDINGS = 1;

    /** The tool could not run: wrong words, missing files. */
    int COULD_NOT_RUN = 2;

    /**
     * The word that calls it, or two words with a blank between them: the first is then shared by what belongs together.
     *
     * @return lower case, such as {@code check} or {@code ditto models}
     */
    String name();

    /**
     * What it does, for the launcher's list.
     *
     * @return one line
     */
    String summary();

    /**
     * Runs it. {@code --help} prints how to call it and returns {@link #OK}.
     *
     * @param arguments the words after the tool's name, which may be two words
     * @param console where to print; tools never use the process's own streams
     * @return {@link #OK}, {@link #FINDINGS} or {@link #COULD_NOT_RUN}
     */
    int run(List<String> arguments, Console console);
}
