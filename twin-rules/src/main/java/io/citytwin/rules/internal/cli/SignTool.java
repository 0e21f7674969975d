package io.citytwin.rules.internal.cli;

import io.citytwin.core.spi.Console;
import io.citytwin.rules.bundle.SigningKey;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code sign}: signs regulation folders. For one thread at a time. */
public final class SignTool extends AbstractTool {

    private static final String KEY = "--key";

    /** The tool as the launcher finds it. */
    public SignTool() {
        super("sign", "Signs regulation folders, so that a host can tell who wrote them and that nobody changed them.");
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(path("FOLDER", "Folder that is one, or has some below it."));
        spec.addOption(text(KEY, "FILE", "Key to sign with, as `citytwin keys new` made it."));
    }

    @Override
    List<String> examples() {
        return List.of("regulations/northland --key smog-office.key");
    }

    @Override
    int call(ParseResult words, Console console) {
        Path folder = path(words, console)
                .orElseThrow(() -> refused("No folder is named.", "Maybe `citytwin sign . --key smog-office.key`."));
        String file =
                option(words, KEY).orElseThrow(() -> refused("No key is named.", "Maybe add `--key smog-office.key`."));
        SigningKey key = SigningKey.read(console.folder().resolve(file));
        List<Path> written = key.sign(folder);
        if (written.isEmpty()) {
            throw refused("`" + folder + "` holds no regulation folder.", "Maybe a folder above or below is meant.");
        }
        written.forEach(
                signature -> console.out().println(shown(signature, console.folder()) + " signed with " + key.id()));
        return OK;
    }

    private static Path shown(Path file, Path from) {
        return file.startsWith(from) ? from.relativize(file) : file;
    }
}
