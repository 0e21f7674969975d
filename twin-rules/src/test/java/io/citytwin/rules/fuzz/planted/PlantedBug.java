package io.citytwin.rules.fuzz.planted;

import io.citytwin.rules.internal.grammar.RuleParser;
import io.citytwin.rules.internal.grammar.SyntaxTree.RuleNode;
import java.nio.charset.StandardCharsets;

/** Reads rules and breaks on one that spends a counter which no fixture knows. */
public final class PlantedBug {

    /** How it breaks. */
    public static final String MESSAGE = "planted: the ghost counter";

    private PlantedBug() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        for (RuleNode rule : RuleParser.parse("rules.drl", new String(input, StandardCharsets.UTF_8), problem -> {})) {
            rule.annotations().stream()
                    .filter(one -> one.name().text().equals("spends"))
                    .filter(one ->
                            one.names().stream().anyMatch(name -> name.text().equals("ghostDays")))
                    .forEach(one -> {
                        throw new IllegalStateException(MESSAGE);
                    });
        }
    }
}
