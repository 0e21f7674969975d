package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.regulation.Place;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Turns what the YAML library says into words for rule authors. Safe for use by many threads. */
final class YamlMessages {

    private static final List<Known> KNOWN = List.of(
            new Known(
                    "mapping values are not allowed", "A colon stands where none can.", "Maybe put quotes around it."),
            new Known("could not find expected ':'", "A key has no colon.", "Maybe write `key: value`."),
            new Known("expected <block end>", "This line is indented otherwise than its neighbours.", "Maybe a blank."),
            new Known("expected ',' or", "A comma or a closing bracket is missing.", "Maybe `,`, `]` or `}`."),
            new Known(
                    "found unexpected end of stream", "A quote is not closed.", "Maybe add it at the end of the text."),
            new Known("cannot start any token", "A sign stands here that YAML keeps for itself.", "Maybe use quotes."));

    private YamlMessages() {}

    static Problem of(String file, String text, YamlEngineException failure) {
        if (failure instanceof MarkedYamlEngineException marked) {
            Optional<Mark> mark = marked.getProblemMark().or(marked::getContextMark);
            // The library's own lines and columns are wrong at a file's last line end.
            return named(
                    marked,
                    text,
                    mark,
                    placeAt(file, text, mark.map(Mark::getIndex).orElse(0)));
        }
        Place place = failure instanceof ReaderException reader
                ? placeAt(file, text, reader.getPosition())
                : new Place(file, 1, 1);
        return Problem.error(
                RulesError.YAML,
                place,
                "A character stands here that text files cannot hold.",
                "Maybe remove it, or save the file as UTF-8 text.");
    }

    static Place place(String file, Optional<Mark> mark) {
        return new Place(
                file,
                mark.map(Mark::getLine).orElse(0) + 1,
                mark.map(Mark::getColumn).orElse(0) + 1);
    }

    private static Problem named(MarkedYamlEngineException failure, String text, Optional<Mark> mark, Place place) {
        if (mark.filter(one -> startsWithTab(text, one)).isPresent()) {
            return Problem.error(
                    RulesError.YAML,
                    place,
                    "A tab stands where only blanks can.",
                    "Maybe let your editor write blanks for tabs.");
        }
        String said = failure.getContext() + " " + failure.getProblem();
        return KNOWN.stream()
                .filter(known -> said.contains(known.part()))
                .findFirst()
                .map(known -> Problem.error(RulesError.YAML, place, known.what(), known.advice()))
                .orElseGet(() -> Problem.error(
                        RulesError.YAML,
                        place,
                        "The file cannot be read as YAML from here on.",
                        "Maybe the cause: " + Words.quoted(failure.getProblem()) + "."));
    }

    private static boolean startsWithTab(String text, Mark mark) {
        int codePoints = mark.getIndex();
        int index = codePoints > text.length() ? text.length() : indexOf(text, codePoints);
        return index < text.length() && text.charAt(index) == '\t';
    }

    private static Place placeAt(String file, String text, int codePoints) {
        return TextFile.placeAfter(file, text.substring(0, indexOf(text, Math.max(0, codePoints))));
    }

    private static int indexOf(String text, int codePoints) {
        return codePoints <= text.codePointCount(0, text.length())
                ? text.offsetByCodePoints(0, codePoints)
                : text.length();
    }

    /** A saying of the library and ours. */
    private record Known(String part, String what, String advice) {}
}
