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
 * @param rank larger beats smaller: 1 municipality, 2 province, 3 region, 4 state, 5 union
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

    /** Copies the maps. */
    public Regulation {
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
        uses = Collections.unmodifiableSortedMap(new TreeMap<>(uses));
        provisions = Collections.unmodifiableSortedMap(new TreeMap<>(provisions));
        cases = Collections.unmodifiableSortedMap(new TreeMap<>(cases));
    }
}
