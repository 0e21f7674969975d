package io.citytwin.core.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The lines of a file, read one by one, so that a letter in another coding spoils its own line only. Immutable.
 *
 * @param lines without their ends, LF, CRLF or CR
 * @param notUtf8 the indices of the lines that are not UTF-8
 * @param utf16 whether the file starts as UTF-16 does
 */
record TextLines(List<String> lines, BitSet notUtf8, boolean utf16) {

    static TextLines read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<String> lines = new ArrayList<>();
        BitSet notUtf8 = new BitSet();
        int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        for (int i = start; i < bytes.length; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                lines.add(decoded(bytes, start, i, notUtf8, lines.size()));
                i += bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n' ? 1 : 0;
                start = i + 1;
            }
        }
        if (start < bytes.length) {
            lines.add(decoded(bytes, start, bytes.length, notUtf8, lines.size()));
        }
        return new TextLines(lines, notUtf8, startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF));
    }

    private static String decoded(byte[] bytes, int from, int to, BitSet notUtf8, int line) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException other) {
            notUtf8.set(line);
            return new String(bytes, from, to - from, StandardCharsets.UTF_8);
        }
    }

    private static boolean startsWith(byte[] bytes, int... signs) {
        for (int i = 0; i < signs.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != signs[i]) {
                return false;
            }
        }
        return true;
    }

    /** Some lines, by their numbers from 1, both included. */
    String lines(int first, int last) {
        return String.join("\n", lines.subList(first - 1, last));
    }

    /** A line by its number from 1; empty behind the last. */
    String line(int number) {
        return number <= lines.size() ? lines.get(number - 1) : "";
    }

    boolean areUtf8(int first, int last) {
        int bad = notUtf8.nextSetBit(first - 1);
        return bad < 0 || bad >= last;
    }
}
