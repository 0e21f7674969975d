package io.citytwin.rules.regulation;

import java.util.List;

/** The rules of a folder, read and resolved. Not for implementing outside this library. Immutable. */
public interface RuleSet {

    /**
     * What the rules are called.
     *
     * @return names in file order
     */
    List<String> names();
}
