package io.citytwin.rules.internal.check;

import io.citytwin.rules.bundle.Problem;
import java.util.function.Consumer;

/** Looks for one kind of problem in a folder. Safe for use by many threads. */
interface Check {

    void check(Checked folder, Consumer<Problem> problems);
}
