package io.citytwin.rules.internal.mutate;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.ValueType;
import io.citytwin.rules.internal.grammar.Used;
import io.citytwin.rules.internal.grammar.Vocabulary;
import io.citytwin.rules.internal.verify.CaseRunner;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.parameter.ParameterType;
import io.citytwin.rules.regulation.Regulation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** All changes of the files of one regulation folder. For one thread at a time. */
final class FolderEdits {

    static final String STATE = "state.yaml";

    private final Regulation regulation;
    private final SortedMap<String, byte[]> files;
    private final List<Edit> edits = new ArrayList<>();

    FolderEdits(Regulation regulation, SortedMap<String, byte[]> files) {
        this.regulation = regulation;
        this.files = files;
    }

    /** In the order of files and places. */
    List<Edit> all(Collection<Regulation> others, AssetTypes assets) {
        source("parameters.yaml").ifPresent(source -> edits.addAll(ValueEdits.parameters(source, regulation)));
        source("regulation.yaml").ifPresent(source -> edits.addAll(ValueEdits.provisions(source)));
        SortedMap<String, ValueType.Names> lists = lists(others, assets);
        source("rules.drl").ifPresent(source -> edits.addAll(RuleEdits.of(source, lists)));
        source(STATE).ifPresent(source -> edits.addAll(StateEdits.of(source, regulation, assets)));
        tables();
        return edits;
    }

    private Optional<Source> source(String file) {
        return Optional.ofNullable(files.get(file))
                .map(bytes -> new Source(CaseRunner.folder(regulation), file, bytes));
    }

    private SortedMap<String, ValueType.Names> lists(Collection<Regulation> others, AssetTypes assets) {
        Map<String, Used> used = new TreeMap<>();
        regulation
                .uses()
                .forEach((alias, id) -> others.stream()
                        .filter(other -> other.id().equals(id))
                        .forEach(other -> used.put(alias, new Used(other.parameters(), other.state()))));
        return Vocabulary.of(
                        assets,
                        regulation.parameters(),
                        regulation.state(),
                        regulation.provisions().keySet(),
                        used)
                .lists();
    }

    private void tables() {
        Set<String> seen = new HashSet<>();
        for (Parameter parameter : regulation.parameters().byName().values()) {
            for (DatedValue dated : parameter.values()) {
                if (dated.value() instanceof LawValue.OfTable table
                        && parameter.type() instanceof ParameterType.Table declared
                        && seen.add(table.file())) {
                    source(table.file()).ifPresent(source -> edits.addAll(TableEdits.of(source, declared, table)));
                }
            }
        }
    }
}
