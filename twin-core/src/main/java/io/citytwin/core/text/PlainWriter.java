package io.citytwin.core.text;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * Writes for people: signs that command a terminal, or change the order in which text is shown, become {@code \uFFFD}. So
 * no text from a file, a device or a message can move the cursor, colour or hide what others wrote. For one thread at a time.
 */
public final class PlainWriter extends FilterWriter {

    private static final char SHOWN = '\uFFFD';

    private PlainWriter(Writer out) {
        super(out);
    }

    /**
     * Writes through another writer.
     *
     * @param out where the text goes
     * @return a writer that flushes after each line
     */
    public static PrintWriter over(Writer out) {
        return new PrintWriter(new PlainWriter(out), true);
    }

    @Override
    public void write(int sign) throws IOException {
        out.write(plain((char) sign));
    }

    @Override
    public void write(char[] signs, int offset, int length) throws IOException {
        char[] plain = new char[length];
        for (int i = 0; i < length; i++) {
            char sign = signs[offset + i];
            boolean endsLine = sign == '\r' && i + 1 < length && signs[offset + i + 1] == '\n';
            plain[i] = endsLine ? sign : plain(sign);
        }
        out.write(plain, 0, length);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        write(text.toCharArray(), offset, length);
    }

    private static char plain(char sign) {
        boolean kept = sign == '\n' || sign == '\t';
        return !kept && (Character.isISOControl(sign) || turns(sign)) ? SHOWN : sign;
    }

    private static boolean turns(char sign) {
        return (sign >= '\u202A' && sign <= '\u202E') || (sign >= '\u2066' && sign <= '\u2069');
    }
}
