package io.citytwin.rules.internal.cli;

import io.citytwin.core.spi.Console;
import io.citytwin.rules.bundle.Trust;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.LawDiff;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code diff}: what changed between two versions of regulation folders. For one thread at a time. */
public final class DiffTool extends AbstractTool {

    private static final String FORMAT = "--format";

    /** The tool as the launcher finds it. */
    public DiffTool() {
        super("diff", "Says what changed in law between two versions of regulation folders: 0 nothing, 1 something.");
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(side("0", "A", "The older version: a folder, one with some below it, or a shipped id."));
        spec.addPositional(side("1", "B", "The newer version, the same way."));
        spec.addOption(text(FORMAT, "FORMAT", "text, markdown (for a changelog) or json; without it, text."));
    }

    private static PositionalParamSpec side(String index, String label, String description) {
        return PositionalParamSpec.builder()
                .index(index)
                .arity("0..1")
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    @Override
    List<String> examples() {
        return List.of("old/northland regulations/northland", "--format markdown xx.northland.smoke my/smoke");
    }

    @Override
    int call(ParseResult words, Console console) {
        LawDiff diff = LawDiff.between(side(words, 0, console), side(words, 1, console));
        console.out().print(written(diff, option(words, FORMAT).orElse("text")));
        return diff.isEmpty() ? OK : FINDINGS;
    }

    private static List<Regulation> side(ParseResult words, int index, Console console) {
        String given = words.matchedPositionalValue(index, "");
        if (given.isEmpty()) {
            throw refused("`diff` compares two versions.", "Maybe `citytwin diff OLD NEW`.");
        }
        // Comparing executes nothing, so whoever reads may compare what no host grants.
        return Version.named(given, console.folder(), Trust.everything()).regulations();
    }

    private static String written(LawDiff diff, String format) {
        return switch (format) {
            case "text" -> diff.text();
            case "markdown" -> diff.markdown();
            case "json" -> diff.json();
            default -> throw refused("`" + format + "` is no format.", "Maybe one of text, markdown, json.");
        };
    }
}
