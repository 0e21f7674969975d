package io.citytwin.adapter.sqlite.internal.cli;

import io.citytwin.adapter.sqlite.internal.Verification;
import io.citytwin.adapter.sqlite.internal.Verified;
import io.citytwin.core.spi.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** {@code citytwin journal verify}: recomputes the hash chain of a journal. For one thread at a time. */
public final class VerifyTool extends AbstractJournalTool {

    private static final String HEAD = "--head";

    @Override
    public String name() {
        return "journal verify";
    }

    @Override
    public String summary() {
        return "recomputes the hash chain of a journal and says which places are not as they were written";
    }

    @Override
    List<OptionSpec> options() {
        return List.of(option(
                HEAD,
                "HASH",
                "A head that was written down earlier, and must be in the chain: without one nobody can tell whether"
                        + " the end was cut off."));
    }

    @Override
    String example() {
        return "citytwin journal verify city.journal --keys keys --head 3f0c...";
    }

    @Override
    int read(Path file, Words words, Console console) {
        Optional<String> head = words.text(HEAD);
        if (!head.orElse("").matches("|[0-9a-fA-F]{64}")) {
            throw refused("`" + head.orElse("") + "` is no head: it has 64 hexadecimal digits.", null);
        }
        Verified verified = Verification.of(file, keys(words, console), head);
        console.out()
                .println(verified.entries() + " entries, " + verified.forgotten() + " forgotten, " + verified.links()
                        + " links");
        console.out().println("head " + verified.head());
        if (!verified.headFound()) {
            console.out()
                    .println("The head " + head.orElse("") + " is not in the chain: the end was cut off, or this is"
                            + " another journal.");
        }
        verified.first().forEach(place -> console.out().println(place));
        console.out().println(verified.broken() + (verified.broken() == 1 ? " broken place" : " broken places"));
        return verified.isSound() ? OK : FINDINGS;
    }
}
