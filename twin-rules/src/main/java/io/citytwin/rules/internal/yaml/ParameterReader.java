package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.parameter.ParameterTree;
import io.citytwin.rules.parameter.ParameterType;
import io.citytwin.rules.regulation.LegalSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code parameters.yaml}. What its schema refused is passed over in silence. For one thread at a time. */
final class ParameterReader {

    private final FolderReading reading;
    private final ValidityReader validity;
    private final Kinds kinds;

    ParameterReader(FolderReading reading, SortedMap<String, LegalSource> sources, Lists lists) {
        this.reading = reading;
        this.validity = new ValidityReader(reading, sources);
        this.kinds = new Kinds(reading, lists);
    }

    ParameterTree read(Node.Mapping root) {
        SortedMap<String, Parameter> parameters = new TreeMap<>();
        for (Node.Entry entry : root.entries()) {
            String name = entry.key().text();
            Optional<ParameterType> type =
                    Names.check(reading, entry.key()) && entry.value() instanceof Node.Mapping body
                            ? kinds.read(body)
                            : Optional.empty();
            if (type.isEmpty()) {
                reading.spoilt(name);
                spoiltValues(entry);
            } else if (isFree(entry.key(), type.get())) {
                List<Node> values = ((Node.Mapping) entry.value()).items("values");
                parameters.put(name, parameter(entry.key(), type.get(), values));
            }
        }
        return new ParameterTree(parameters);
    }

    private Parameter parameter(Node.Scalar name, ParameterType type, List<Node> values) {
        ValueReader reader = new ValueReader(reading, validity, name.text(), Optional.of(type));
        List<DatedValue> read = new ArrayList<>();
        for (Node value : values) {
            if (value instanceof Node.Mapping mapping) {
                reader.read(mapping).ifPresent(read::add);
            }
        }
        Periods.check(reading, "`" + name.text() + "`", reader.periods());
        return new Parameter(name.text(), type, read, name.place());
    }

    /** Values whose kind is not known still have dates and sources to check. */
    private void spoiltValues(Node.Entry entry) {
        ValueReader reader = new ValueReader(reading, validity, entry.key().text(), Optional.empty());
        if (entry.value() instanceof Node.Mapping body) {
            for (Node value : body.items("values")) {
                if (value instanceof Node.Mapping mapping) {
                    reader.read(mapping);
                }
            }
        }
    }

    private boolean isFree(Node.Scalar name, ParameterType type) {
        boolean taken = type instanceof ParameterType.Table
                && reading.types().find(name.text()).isPresent();
        if (taken) {
            reading.error(
                    RulesError.DUPLICATE,
                    name.place(),
                    "There is an asset type called " + Words.quoted(name.text()) + ".",
                    "Maybe choose another name for the table.");
        }
        return !taken;
    }
}
