package io.citytwin.rules.internal.check;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.ErrorCode;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.Problem.Severity;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.ResolvedRules;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Vocabulary;
import io.citytwin.rules.internal.verify.CaseRunner;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Regulation;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder that is looked at, and what it is looked at with. Immutable.
 *
 * @param regulation without mistakes
 * @param loaded all regulations that are loaded, by id
 * @param settings what the caller says
 */
record Checked(Regulation regulation, SortedMap<String, Regulation> loaded, Settings settings) {

    /** Copies the map. */
    Checked {
        loaded = Collections.unmodifiableSortedMap(new TreeMap<>(loaded));
    }

    /**
     * What the caller says.
     *
     * @param today the day from which ages are counted
     * @param staleAfter days after which values should be read again
     */
    record Settings(AssetTypes assets, CivilCalendar calendar, LocalDate today, int staleAfter) {}

    List<Rule> rules() {
        return rules(regulation);
    }

    static List<Rule> rules(Regulation regulation) {
        return ((ResolvedRules) regulation.rules()).rules();
    }

    Provision provision(Rule rule) {
        return Optional.ofNullable(regulation.provisions().get(rule.provision()))
                .orElseThrow(() -> new IllegalStateException("`" + rule.name() + "` was linked without a provision"));
    }

    /** The regulation whose parameters a fact of law shows. */
    Regulation lawOf(FactType type) {
        return type.name().equals(Vocabulary.LAW)
                ? regulation
                : regulation.uses().entrySet().stream()
                        .filter(use -> Vocabulary.lawName(use.getKey()).equals(type.name()))
                        .map(use -> loaded.get(use.getValue()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("`" + type.name() + "` was linked, not loaded"));
    }

    /** Other loaded regulations that use this one, each with the alias that it gives to it. */
    Stream<Map.Entry<String, Regulation>> usedBy() {
        return loaded.values().stream()
                .flatMap(other -> other.uses().entrySet().stream()
                        .filter(use -> use.getValue().equals(regulation.id()))
                        .map(use -> Map.entry(use.getKey(), other)));
    }

    /** Where regulation.yaml declares something without a place of its own. */
    Place declared(String key) {
        Place declared = ((ResolvedRules) regulation.rules()).declared().get(key);
        return declared == null ? new Place(CaseRunner.folder(regulation) + "regulation.yaml", 1, 1) : declared;
    }

    static Problem warning(ErrorCode code, Place place, String what, String advice) {
        return new Problem(code, Severity.WARNING, place, what, advice);
    }
}
