package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.regulation.LegalSource;
import io.citytwin.rules.regulation.Sureness;
import java.util.Optional;
import java.util.SortedMap;

/** Finds acts by their key, and tells of facts that are not sure. Safe for use by many threads. */
final class Sources {

    private Sources() {}

    static Optional<LegalSource> find(
            FolderReading reading, SortedMap<String, LegalSource> sources, Node.Mapping mapping) {
        Optional<Node.Scalar> key = mapping.scalar("source");
        Optional<LegalSource> source = key.map(one -> sources.get(one.text()));
        // Without any source at all, the schema has the word.
        if (key.isPresent() && source.isEmpty() && !sources.isEmpty()) {
            reading.error(
                    RulesError.SOURCE,
                    key.get().place(),
                    Words.quoted(key.get().text()) + " is not one of the sources in regulation.yaml.",
                    Words.maybe(key.get().text(), sources.keySet()));
        }
        return source;
    }

    private static String advice(Sureness sureness) {
        return switch (sureness) {
            case OWN -> "Maybe all is well: whoever made the rule can change it.";
            case CONFLICT -> "Maybe find out which source is right, then remove `conflict`.";
            default -> "Maybe read it in its source, then write `confidence: VERIFIED/A`.";
        };
    }

    /** Shows a doubtful fact, so that nobody overlooks it. */
    static void doubt(FolderReading reading, Node.Scalar word, Sureness sureness, String fact) {
        if (sureness.doubtful()) {
            boolean own = sureness == Sureness.OWN;
            reading.report(new Problem(
                    RulesError.DOUBTFUL,
                    Problem.Severity.OPEN_POINT,
                    word.place(),
                    fact + (own ? " stands in no law: " : " is not sure: ") + Words.quoted(sureness.shown()) + ".",
                    advice(sureness)));
        }
    }
}
