package io.citytwin.rules.regulation;

import io.citytwin.rules.parameter.ParameterTree;
import io.citytwin.rules.register.StateSpec;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A regulation as its folder says it. Immutable.
 *
 * @param id dotted words, such as {@code city.rules}
 * @param title what it is called
 * @param jurisdiction code of the area it holds in; a two-letter code is a whole state
 * @param authority who made it
 * @param rank larger beats smaller: 1 operator, whose house rules are no law, 2 municipality,
 *     3 province, 4 region, 5 state, 6 union
 * @param verified the day on which its values were last read against their sources
 * @param sources key to source
 * @param uses alias to the id of another regulation whose parameters the rules read
 * @param provisions name to provision
 * @param parameters dated values
 * @param state all that must be remembered or told
 * @param rules the rules, resolved
 * @param cases path of each case file in the folder to its text
 * @param hash of the folder's bytes, hexadecimal
 */
public record Regulation(
        String id,
        Wording title,
        String jurisdiction,
        String authority,
        int rank,
        LocalDate verified,
        SortedMap<String, LegalSource> sources,
        SortedMap<String, String> uses,
        SortedMap<String, Provision> provisions,
        ParameterTree parameters,
        StateSpec state,
        RuleSet rules,
        SortedMap<String, String> cases,
        String hash) {

    private static final int OPERATOR = 1;

    /** The rank of a region's law. */
    public static final int REGION = 4;

    /** Copies the maps. */
    public Regulation {
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
        uses = Collections.unmodifiableSortedMap(new TreeMap<>(uses));
        provisions = Collections.unmodifiableSortedMap(new TreeMap<>(provisions));
        cases = Collections.unmodifiableSortedMap(new TreeMap<>(cases));
    }

    /**
     * Whether an authority made it.
     *
     * @return false for the house rules of an operator
     */
    public boolean isLaw() {
        return rank > OPERATOR;
    }
}
