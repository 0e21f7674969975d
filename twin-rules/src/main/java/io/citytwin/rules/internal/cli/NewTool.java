package io.citytwin.rules.internal.cli;

import io.citytwin.core.spi.Console;
import io.citytwin.rules.bundle.NewFolder;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code new}: writes a regulation folder to start from. For one thread at a time. */
public final class NewTool extends AbstractTool {

    private static final String TITLE = "--title";
    private static final String JURISDICTION = "--jurisdiction";
    private static final String AUTHORITY = "--authority";
    private static final String RANK = "--rank";

    /** The tool as the launcher finds it. */
    public NewTool() {
        super("new", "Writes a regulation folder to start from, with a case that passes and one that fails.");
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(path("ID", "Dotted words that no other folder uses, such as xx.northland.smog."));
        spec.addPositional(PositionalParamSpec.builder()
                .index("1")
                .arity("0..1")
                .type(String.class)
                .paramLabel("DIR")
                .description("Where to write it. Without it, the words of the id, one directory each.")
                .build());
        spec.addOption(text(TITLE, "TEXT", "What it is called."));
        spec.addOption(text(JURISDICTION, "CODE", "The area it holds in, such as XX-1; two letters are a state."));
        spec.addOption(text(AUTHORITY, "TEXT", "Who makes it."));
        spec.addOption(text(RANK, "RANK", "One of " + String.join(", ", NewFolder.RANKS) + "."));
        spec.addOption(Today.option("Verified on this day, such as 2026-01-18, not on the clock's."));
    }

    @Override
    List<String> examples() {
        return List.of(
                "xx.northland.smog",
                "xx.northland.smog regulations/smog --title \"Smog rules\" --jurisdiction XX-1 --rank region");
    }

    @Override
    int call(ParseResult words, Console console) {
        String id = words.matchedPositionalValue(0, "");
        if (id.isEmpty()) {
            throw refused("No id was given.", "Maybe `citytwin new xx.northland.smog`.");
        }
        NewFolder bare = NewFolder.of(id, Today.of(words));
        NewFolder folder = new NewFolder(
                id,
                option(words, TITLE).orElse(bare.title()),
                option(words, JURISDICTION).orElse(bare.jurisdiction()),
                option(words, AUTHORITY).orElse(bare.authority()),
                option(words, RANK).orElse(bare.rank()),
                bare.today());
        String called = words.matchedPositionalValue(1, folder.path());
        Path place = console.folder().resolve(called);
        folder.write(place, called).forEach(file -> console.out().println("  " + called + "/" + file));
        console.out().println("Next: citytwin check " + called + ", then citytwin test " + called);
        console.out().println("      " + called + "/README.md says how to go on.");
        return OK;
    }
}
