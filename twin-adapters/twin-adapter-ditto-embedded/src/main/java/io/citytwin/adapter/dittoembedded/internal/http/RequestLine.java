package io.citytwin.adapter.dittoembedded.internal.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The target of a request, percent-decoded exactly once. Immutable.
 *
 * @param path decoded segments
 * @param query decoded parameters; of several with one name the first counts
 */
public record RequestLine(List<String> path, Map<String, String> query) {

    private static final int MOST = 64;

    /** Copies the collections. */
    public RequestLine {
        path = List.copyOf(path);
        query = Map.copyOf(query);
    }

    /**
     * Reads a target.
     *
     * @param target such as {@code /api/2/things?ids=a%3Ab}
     * @return its parts
     * @throws Refusal if an escape is malformed, or hides a zero
     */
    public static RequestLine of(String target) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        if (!path.startsWith("/")) {
            throw Refusal.malformed("The request target is not a path.");
        }
        String trimmed = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String[] raw = trimmed.substring(1).split("/", -1);
        if (raw.length > MOST) {
            throw Refusal.malformed("The path has more than " + MOST + " segments.");
        }
        List<String> segments = new ArrayList<>();
        for (String segment : raw) {
            segments.add(decode(segment, false));
        }
        return new RequestLine(segments, mark < 0 ? Map.of() : form(target.substring(mark + 1)));
    }

    /** Reads parameters of a query or a form. */
    static Map<String, String> form(String text) {
        Map<String, String> read = new LinkedHashMap<>();
        if (text.isEmpty()) {
            return read;
        }
        String[] pairs = text.split("&", MOST + 1);
        if (pairs.length > MOST) {
            throw Refusal.malformed("There are more than " + MOST + " parameters.");
        }
        for (String pair : pairs) {
            int equal = pair.indexOf('=');
            String name = decode(equal < 0 ? pair : pair.substring(0, equal), true);
            read.putIfAbsent(name, equal < 0 ? "" : decode(pair.substring(equal + 1), true));
        }
        return read;
    }

    private static String decode(String text, boolean plusIsSpace) {
        byte[] from = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer to = ByteBuffer.allocate(from.length);
        for (int i = 0; i < from.length; i++) {
            if (from[i] == '%') {
                to.put((byte) (digit(from, i + 1) << 4 | digit(from, i + 2)));
                i += 2;
            } else {
                to.put(plusIsSpace && from[i] == '+' ? (byte) ' ' : from[i]);
            }
        }
        return text(to.flip());
    }

    private static String text(ByteBuffer bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            if (text.indexOf('\0') >= 0) {
                throw Refusal.malformed("The request target contains a zero.");
            }
            return text;
        } catch (CharacterCodingException broken) {
            throw Refusal.malformed("The request target is not UTF-8.");
        }
    }

    private static int digit(byte[] text, int at) {
        int value = at < text.length ? Character.digit(text[at], 16) : -1;
        if (value < 0) {
            throw Refusal.malformed("The request target contains a malformed percent escape.");
        }
        return value;
    }
}
