package io.citytwin.rules.internal.cli;

import io.citytwin.core.spi.Console;
import io.citytwin.core.time.SystemClock;
import io.citytwin.rules.bundle.FolderHistory;
import io.citytwin.rules.bundle.FolderHistory.Version;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code rollback}: brings a version of regulation folders back. For one thread at a time. */
public final class RollbackTool extends AbstractTool {

    /** The tool as the launcher finds it. */
    public RollbackTool() {
        super("rollback", "Brings a version of regulation folders back; what they hold now is kept first.");
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(path("DIR", "The folder that is watched. Without it, the current one."));
        spec.addPositional(PositionalParamSpec.builder()
                .index("1")
                .arity("0..1")
                .type(String.class)
                .paramLabel("NUMBER")
                .description("One that `versions` lists. Without it, the one before what the folder holds now.")
                .build());
    }

    @Override
    List<String> examples() {
        return List.of("regulations/northland", "regulations/northland 3");
    }

    @Override
    int call(ParseResult words, Console console) {
        Version version = FolderHistory.of(path(words, console).orElse(console.folder()), new SystemClock())
                .rollback(number(words));
        String given = words.matchedPositionalValue(0, ".");
        console.out().println("Version " + version.number() + ": " + version.note() + ".");
        console.out().println("`citytwin versions " + given + "` lists what was there before.");
        return OK;
    }

    private static OptionalInt number(ParseResult words) {
        String given = words.matchedPositionalValue(1, "");
        if (given.isEmpty()) {
            return OptionalInt.empty();
        } else if (!given.matches("[0-9]{1,9}")) {
            throw refused("`" + given + "` is not the number of a version.", "Maybe `citytwin versions` lists it.");
        }
        return OptionalInt.of(Integer.parseInt(given));
    }
}
