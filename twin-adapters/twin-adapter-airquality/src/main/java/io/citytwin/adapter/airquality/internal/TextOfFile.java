package io.citytwin.adapter.airquality.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A text from outside; a letter that is not UTF-8 spoils its own line only. Immutable. */
public final class TextOfFile {

    private static final int SHOWN = 1_000;
    private static final char MARK = '\uFEFF';

    private final String text;
    private final List<String> lines;
    private final BitSet spoiled;

    private TextOfFile(String text, List<String> lines, BitSet spoiled) {
        this.text = text;
        this.lines = lines;
        this.spoiled = spoiled;
    }

    /** A text that was read already. */
    public static TextOfFile of(String text) {
        String plain = text.isEmpty() || text.charAt(0) != MARK ? text : text.substring(1);
        return new TextOfFile(plain, plain.lines().toList(), new BitSet());
    }

    /** The text that bytes are. */
    public static TextOfFile of(ByteBuffer content) {
        try {
            return of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(content.duplicate())
                    .toString());
        } catch (CharacterCodingException spoiled) {
            return lineByLine(content.duplicate());
        }
    }

    private static TextOfFile lineByLine(ByteBuffer content) {
        List<String> lines = new ArrayList<>();
        BitSet spoiled = new BitSet();
        int start = content.position();
        for (int i = content.position(); i <= content.limit(); i++) {
            if (i == content.limit() || content.get(i) == '\n') {
                String line = line(content.duplicate().position(start).limit(i), spoiled, lines.size());
                lines.add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
                start = i + 1;
            }
        }
        return new TextOfFile(String.join("\n", lines), lines, spoiled);
    }

    private static String line(ByteBuffer bytes, BitSet spoiled, int number) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
        } catch (CharacterCodingException other) {
            spoiled.set(number);
            return StandardCharsets.UTF_8.decode(bytes).toString();
        }
    }

    /** How bytes begin, for a message. */
    public static String beginning(ByteBuffer content) {
        ByteBuffer first = content.duplicate();
        first.limit(Math.min(first.limit(), first.position() + SHOWN));
        return StandardCharsets.UTF_8.decode(first).toString();
    }

    /** All of it. */
    String whole() {
        return text;
    }

    List<String> lines() {
        return lines;
    }

    /** Whether a line, from 0, is not UTF-8. */
    boolean isSpoiled(int line) {
        return spoiled.get(line);
    }
}
