package io.citytwin.rules.internal.explain;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of a width, by how wide letters are at most in usual fonts of 12 pixels. Safe for use by many threads. */
final class Wrapped {

    private static final String NARROW = "iljtfr.,:;'|!()[]- ";
    private static final String WIDE = "mwMW@%\u2014";

    private Wrapped() {}

    static List<String> lines(String text, int width, boolean bold) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : Splitter.on(' ').split(text.replace('\n', ' '))) {
            String rest = word;
            if (!line.isEmpty() && width(line + " " + rest, bold) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (width(rest, bold) > width) {
                int cut = cut(rest, width, bold);
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    /** After a sign that joins words, if there is one in the second half; else where the line is full. */
    private static int cut(String word, int width, boolean bold) {
        int full = word.length();
        while (full > 1 && width(word.substring(0, full), bold) > width) {
            full--;
        }
        for (int at = full; at > full / 2; at--) {
            if ("/.-:".indexOf(word.charAt(at - 1)) >= 0) {
                return at;
            }
        }
        return full > 1 && Character.isHighSurrogate(word.charAt(full - 1)) ? full - 1 : full;
    }

    private static double width(String text, boolean bold) {
        double sum = text.chars()
                .mapToDouble(
                        letter -> NARROW.indexOf(letter) >= 0 ? 5 : WIDE.indexOf(letter) >= 0 ? 11.7 : wide(letter))
                .sum();
        return bold ? sum * 1.12 : sum;
    }

    private static double wide(int letter) {
        return Character.isUpperCase(letter) ? 9 : 7.6;
    }
}
