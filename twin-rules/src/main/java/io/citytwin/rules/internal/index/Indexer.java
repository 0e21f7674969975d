package io.citytwin.rules.internal.index;

import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.internal.diff.Readers;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.regulation.Sureness;
import io.citytwin.rules.verify.IndexedFact;
import io.citytwin.rules.verify.IndexedProvision;
import io.citytwin.rules.verify.IndexedRegulation;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects what an index tells from the folders of a bundle. For one thread at a time. */
public final class Indexer {

    private static final String PAGE = "README.md";

    private final RegulationBundle bundle;
    private final LocalDate at;
    /** Id of each rule, with its regulation's before it, to the name of its provision. */
    private final Map<String, String> provisionOf = new HashMap<>();
    /** Id of each provision to the parameters that its rules read, by the regulation and the name of each. */
    private final Map<String, SortedMap<String, Parameter>> readBy = new HashMap<>();

    /**
     * Finds out which provision reads which values.
     *
     * @param bundle all regulations that may read each other's values
     * @param at what begins later is planned
     */
    public Indexer(RegulationBundle bundle, LocalDate at) {
        this.bundle = bundle;
        this.at = at;
        List<Regulation> all = bundle.regulations();
        for (Regulation one : all) {
            Readers.rules(one).forEach(rule -> provisionOf.put(one.id() + "/" + rule.name(), idOf(one, rule)));
        }
        for (Regulation one : all) {
            Readers readers = new Readers(one, all);
            one.parameters().byName().values().forEach(parameter -> add(one, parameter, readers.of(parameter.name())));
        }
    }

    private static String idOf(Regulation regulation, Rule rule) {
        return regulation.id() + "/" + rule.provision();
    }

    private void add(Regulation regulation, Parameter parameter, Collection<String> rules) {
        for (String rule : rules) {
            // A name of this regulation's own rule may hold a slash as well.
            String own = provisionOf.get(regulation.id() + "/" + rule);
            String provision = own == null ? provisionOf.get(rule) : own;
            if (provision != null) {
                readBy.computeIfAbsent(provision, none -> new TreeMap<>())
                        .put(own == null ? regulation.id() + "/" + parameter.name() : parameter.name(), parameter);
            }
        }
    }

    /**
     * Looks at regulations.
     *
     * @param regulations of the bundle
     * @return one entry for each, sorted by jurisdiction and id
     */
    public List<IndexedRegulation> index(Collection<Regulation> regulations) {
        return regulations.stream()
                .sorted(Comparator.comparing(Regulation::jurisdiction).thenComparing(Regulation::id))
                .map(this::index)
                .toList();
    }

    private IndexedRegulation index(Regulation regulation) {
        Facts facts = Facts.of(regulation, at);
        List<IndexedProvision> provisions = regulation.provisions().values().stream()
                .sorted(Comparator.comparing(Provision::since).thenComparing(Provision::name))
                .map(one -> new ProvisionLife(one, readBy.getOrDefault(one.id(), new TreeMap<>())).indexed())
                .toList();
        SortedMap<String, Regulation> used = new TreeMap<>();
        regulation.uses().forEach((alias, id) -> bundle.find(id).ifPresent(other -> used.put(alias, other)));
        return new IndexedRegulation(
                regulation, used, provisions, facts.all(), facts.planned(), gaps(regulation, facts.all()));
    }

    private List<String> gaps(Regulation regulation, List<IndexedFact> facts) {
        List<String> told = Optional.ofNullable(bundle.files(regulation.id()).get(PAGE))
                .map(bytes -> FolderPage.gaps(new String(bytes, StandardCharsets.UTF_8)))
                .orElse(List.of());
        return told.isEmpty() ? notKnown(facts) : told;
    }

    private static List<String> notKnown(List<IndexedFact> facts) {
        return facts.stream()
                .filter(fact -> fact.sureness().equals(Optional.of(Sureness.OPEN)))
                .map(fact -> fact.name() + fact.note().map(note -> ": " + note).orElse(""))
                .distinct()
                .toList();
    }
}
