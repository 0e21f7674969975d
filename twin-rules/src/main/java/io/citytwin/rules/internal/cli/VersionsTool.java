package io.citytwin.rules.internal.cli;

import io.citytwin.core.spi.Console;
import io.citytwin.core.time.SystemClock;
import io.citytwin.rules.bundle.FolderHistory;
import io.citytwin.rules.bundle.FolderHistory.Version;
import java.time.temporal.ChronoUnit;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code versions}: lists the versions of regulation folders. For one thread at a time. */
public final class VersionsTool extends AbstractTool {

    private static final int SHOWN = 12;

    /** The tool as the launcher finds it. */
    public VersionsTool() {
        super("versions", "Lists the versions of regulation folders that `watch` and `rollback` kept, oldest first.");
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(path("DIR", "The folder that is watched. Without it, the current one."));
    }

    @Override
    List<String> examples() {
        return List.of("regulations/northland");
    }

    @Override
    int call(ParseResult words, Console console) {
        List<Version> versions = FolderHistory.of(path(words, console).orElse(console.folder()), new SystemClock())
                .versions();
        if (versions.isEmpty()) {
            console.out().println("No version was kept yet.");
        }
        versions.forEach(one -> console.out().println(line(one)));
        return OK;
    }

    private static String line(Version version) {
        return version.number() + "  " + version.kept().truncatedTo(ChronoUnit.SECONDS) + "  "
                + version.hash().substring(0, SHOWN) + "  " + version.note();
    }
}
