package io.citytwin.adapter.sqlite.internal.cli;

import io.citytwin.adapter.sqlite.internal.Export;
import io.citytwin.core.spi.Console;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** {@code citytwin journal export}: writes entries as lines of JSON. For one thread at a time. */
public final class ExportTool extends AbstractJournalTool {

    private static final String STREAM = "--stream";
    private static final String AFTER = "--after";
    private static final String PERSONAL = "--personal";

    @Override
    public String name() {
        return "journal export";
    }

    @Override
    public String summary() {
        return "writes the entries of a journal as lines of JSON";
    }

    @Override
    List<OptionSpec> options() {
        return List.of(
                option(STREAM, "NAME", "Only this stream."),
                option(AFTER, "N", "Only entries behind this number."),
                OptionSpec.builder(PERSONAL)
                        .description("Also what personal entries say, which needs the keys.")
                        .build());
    }

    @Override
    String example() {
        return "citytwin journal export city.journal --stream twins --after 1000000";
    }

    @Override
    int read(Path file, Words words, Console console) {
        String after = words.text(AFTER).orElse("0");
        if (!after.matches("\\d{1,18}")) {
            throw refused("`" + after + "` is no number of an entry.", null);
        }
        if (words.has(PERSONAL) && !words.has(KEYS)) {
            throw refused("`" + PERSONAL + "` needs `" + KEYS + "`.", null);
        }
        new Export(file, keys(words, console), words.has(PERSONAL))
                .write(words.text(STREAM), Long.parseLong(after), console.out()::println);
        return OK;
    }
}
