package io.citytwin.rules.internal.grammar;

import java.util.Set;

/** Words of the rule language that nothing in a folder may be called. Immutable. */
public final class ReservedWords {

    private static final Set<String> RESERVED = Set.of(
            "accumulate",
            "and",
            "class",
            "collect",
            "contains",
            "declare",
            "default",
            "dialect",
            "end",
            "enum",
            "eval",
            "exists",
            "false",
            "forall",
            "from",
            "function",
            "global",
            "import",
            "in",
            "matches",
            "memberOf",
            "new",
            "not",
            "null",
            "or",
            "package",
            "query",
            "rule",
            "salience",
            "then",
            "true",
            "unit",
            "when");

    private ReservedWords() {}

    /**
     * Whether a word is reserved.
     *
     * @param word as written; case matters
     * @return true if it cannot be a name
     */
    public static boolean contains(String word) {
        return RESERVED.contains(word);
    }
}
