package io.citytwin.rules.internal.cli;

import io.citytwin.core.spi.Console;
import io.citytwin.rules.bundle.SigningKey;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code keys new}: makes a key that signs folders. For one thread at a time. */
public final class KeysTool extends AbstractTool {

    /** The tool as the launcher finds it. */
    public KeysTool() {
        super("keys new", "Makes a key that signs regulation folders.");
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(path("FILE", "New file for the key; whoever can read it can sign in your name."));
    }

    @Override
    List<String> examples() {
        return List.of("smog-office.key");
    }

    @Override
    int call(ParseResult words, Console console) {
        SigningKey key = SigningKey.create();
        key.write(path(words, console)
                .orElseThrow(() -> refused("No file is named.", "Maybe `citytwin keys new smog-office.key`.")));
        console.out().println("key     " + key.id());
        console.out().println("public  " + key.publicText());
        console.out().println("The host writes the public part into `keys` of its trust file. Keep the file secret.");
        return OK;
    }
}
