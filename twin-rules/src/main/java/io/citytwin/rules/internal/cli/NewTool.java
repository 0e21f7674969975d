package io.citytwin.rules.internal.cli;

import io.citytwin.core.spi.Console;
import io.citytwin.rules.bundle.NewFolder;
import io.citytwin.rules.bundle.RegulationBundle;
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
    private static final String COPY = "--copy";

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
        spec.addOption(
                flag(COPY, "Copies the regulation of this id that comes along instead, to change values of it."));
        spec.addOption(Today.option("Verified on this day, such as 2026-01-18, not on the clock's."));
    }

    @Override
    List<String> examples() {
        return List.of(
                "xx.northland.smog",
                "--copy xx.northland.smog regulations/smog",
                "xx.northland.smog regulations/smog --title \"Smog rules\" --jurisdiction XX-1 --rank region");
    }

    @Override
    int call(ParseResult words, Console console) {
        String id = words.matchedPositionalValue(0, "");
        if (id.isEmpty()) {
            throw refused("No id was given.", "Maybe `citytwin new xx.northland.smog`.");
        }
        String called = words.matchedPositionalValue(1, NewFolder.path(id));
        Path place = console.folder().resolve(called);
        boolean copies = has(words, COPY);
        List<String> files = copies ? copied(words, id, place, called) : written(words, id, place, called);
        files.forEach(file -> console.out().println("  " + called + "/" + file));
        console.out().println("Next: citytwin check " + called + ", then citytwin test " + called);
        if (!copies) {
            console.out().println("      " + called + "/README.md says how to go on.");
        }
        return OK;
    }

    private static List<String> written(ParseResult words, String id, Path place, String called) {
        NewFolder bare = NewFolder.of(id, Today.of(words));
        return new NewFolder(
                        id,
                        option(words, TITLE).orElse(bare.title()),
                        option(words, JURISDICTION).orElse(bare.jurisdiction()),
                        option(words, AUTHORITY).orElse(bare.authority()),
                        option(words, RANK).orElse(bare.rank()),
                        bare.today())
                .write(place, called);
    }

    private static List<String> copied(ParseResult words, String id, Path place, String called) {
        for (String option : List.of(TITLE, JURISDICTION, AUTHORITY, RANK)) {
            if (words.hasMatchedOption(option)) {
                throw refused(
                        "`" + option + "` was given besides " + COPY + ".", "Maybe change it in the copy instead.");
            }
        }
        RegulationBundle bundle = RegulationBundle.classpath();
        return NewFolder.copy(bundle.files(Chosen.regulation(bundle, id).id()), place, called);
    }
}
