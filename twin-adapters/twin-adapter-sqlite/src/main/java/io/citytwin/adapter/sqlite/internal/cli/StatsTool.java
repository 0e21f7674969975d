package io.citytwin.adapter.sqlite.internal.cli;

import io.citytwin.adapter.sqlite.internal.Summary;
import io.citytwin.core.spi.Console;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** {@code citytwin journal stats}: what is in a journal. For one thread at a time. */
public final class StatsTool extends AbstractJournalTool {

    @Override
    public String name() {
        return "journal stats";
    }

    @Override
    public String summary() {
        return "says what is in a journal: streams, numbers, sizes, months of personal entries, head";
    }

    @Override
    List<OptionSpec> options() {
        return List.of();
    }

    @Override
    String example() {
        return "citytwin journal stats city.journal --keys keys";
    }

    @Override
    int read(Path file, Words words, Console console) {
        Summary summary = Summary.of(file, keys(words, console));
        console.out()
                .println("version " + summary.version() + ", " + summary.bytes() + " bytes, " + summary.links()
                        + " links");
        console.out().println("head " + summary.head());
        summary.streams()
                .forEach(stream -> console.out()
                        .println("stream " + stream.name() + ": " + stream.entries() + " entries, " + stream.bytes()
                                + " bytes, numbers " + stream.first() + " to " + stream.last() + ", "
                                + stream.forgotten() + " forgotten"));
        summary.months()
                .forEach((month, held) -> console.out().println("month " + month + ": " + (held ? "held" : "erased")));
        return OK;
    }
}
