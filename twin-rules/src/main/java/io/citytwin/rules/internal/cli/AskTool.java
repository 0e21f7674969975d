package io.citytwin.rules.internal.cli;

import io.citytwin.core.spi.Console;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.internal.verify.AskFile;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ask}: answers one question with its reasons. For one thread at a time. */
public final class AskTool extends AbstractTool {

    /** The tool as the launcher finds it. */
    public AskTool() {
        super("ask", "Answers one question about one twin at one moment, with the reasons.");
    }

    @Override
    void describe(CommandSpec spec) {
        QuestionWords.describe(spec);
    }

    @Override
    List<String> examples() {
        return List.of(
                "question.yaml",
                "--given \"Vehicle/v category=M1 fuel=diesel euro=4 place=mill\" --given \"Municipality/mill"
                        + " province=pa\" --given \"Province/pa Level=first\" --may circulate --at 2026-01-18T10:00");
    }

    @Override
    int call(ParseResult words, Console console) {
        QuestionWords asked = new QuestionWords(words, console, Optional.empty());
        Optional<AskFile> file = asked.question();
        if (file.isEmpty()) {
            return COULD_NOT_RUN;
        }
        AskFile ask = file.get();
        try (RegulationEngine engine = asked.engine()) {
            AsOf asOf = ask.clocks().at(ask.at());
            ask.given().feed(engine, asOf);
            console.out().println(engine.decide(ask.question(), asOf).explain(asked.language()));
        }
        return OK;
    }
}
