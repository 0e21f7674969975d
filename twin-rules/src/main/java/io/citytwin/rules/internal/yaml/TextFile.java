package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.regulation.Place;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the bytes of a file into text, UTF-8 or nothing. Safe for use by many threads. */
final class TextFile {

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");
    private static final Pattern TURNS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");
    private static final String ADVICE = "Maybe save the file again as UTF-8 without BOM.";

    private TextFile() {}

    /** The text of a file of the folder; says why if there is none. */
    static Optional<String> read(FolderReading reading, String file) {
        byte[] bytes = reading.folder().files().get(file);
        if (bytes == null) {
            return Optional.empty();
        }
        Place start = new Place(reading.folder().place(file), 1, 1);
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            reading.error(RulesError.FILE, start, "The file is UTF-16.", ADVICE);
            return Optional.empty();
        }
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            boolean table = file.endsWith(".csv");
            reading.error(
                    table ? RulesError.EXCEL : RulesError.FILE,
                    start,
                    "The file starts with a BOM, an invisible sign" + (table ? " of spreadsheets." : "."),
                    table ? Tables.HOW_TO_SAVE : ADVICE);
            return Optional.empty();
        }
        return decoded(reading, start, bytes).filter(text -> isShownAsWritten(reading, start, text));
    }

    /** Signs that turn the order of letters make a text that people read differ from the one that is used. */
    private static boolean isShownAsWritten(FolderReading reading, Place start, String text) {
        Matcher turn = TURNS.matcher(text);
        if (!turn.find()) {
            return true;
        }
        reading.error(
                RulesError.DECEPTIVE,
                placeAfter(start.file(), text.substring(0, turn.start())),
                "An invisible sign `U+%04X` changes the order in which this text is shown."
                        .formatted((int) text.charAt(turn.start())),
                "Maybe remove it: what people read must be what is used.");
        return false;
    }

    private static Optional<String> decoded(FolderReading reading, Place start, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(in)
                    .toString());
        } catch (CharacterCodingException failure) {
            String before = new String(bytes, 0, firstFault(bytes), StandardCharsets.UTF_8);
            reading.error(
                    RulesError.FILE,
                    placeAfter(start.file(), before),
                    "The file is not UTF-8: a letter here has another coding.",
                    ADVICE);
            return Optional.empty();
        }
    }

    /** The place behind the beginning of a file; a line may end as on any system, old ones too. */
    static Place placeAfter(String file, String before) {
        String[] lines = LINE_END.split(before, -1);
        return new Place(file, lines.length, lines[lines.length - 1].length() + 1);
    }

    private static int firstFault(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        StandardCharsets.UTF_8.newDecoder().decode(in, java.nio.CharBuffer.allocate(bytes.length), true);
        return in.position();
    }

    private static boolean startsWith(byte[] bytes, int... signs) {
        for (int i = 0; i < signs.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != signs[i]) {
                return false;
            }
        }
        return true;
    }
}
