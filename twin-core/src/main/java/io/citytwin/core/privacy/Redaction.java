package io.citytwin.core.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes text from outside fit to be kept and shown: without secrets, without what names a person, without signs that
 * command a terminal, and not longer than somebody reads. Immutable. Safe for use by many threads.
 */
public final class Redaction {

    private static final String HIDDEN = "***";
    private static final int LONGEST = 4_000;
    private static final Pattern MEMBER = Pattern.compile(
            "(?i)(\"[^\"]{0,40}(?:password|passwd|secret|token|authorizationkey|pin|puk|plate|idtag)\"\\s*:\\s*)"
                    + "(?:\"(?:[^\"\\\\]|\\\\.)*+\"?|[^,}\\]\\s]++)");
    private static final Pattern LOGIN =
            Pattern.compile("(?i)(authorization:\\s*\\w+\\s+)\\S+|(://[^/@\\s:]*:)[^@/\\s]+@");

    private final List<Pattern> shapes;
    private final List<String> secrets;

    private Redaction(List<Pattern> shapes, List<String> secrets) {
        this.shapes = List.copyOf(shapes);
        this.secrets = List.copyOf(secrets);
    }

    /**
     * Hides values of members that are named as secrets are, and logins.
     *
     * @return a redaction that knows no secret of its own
     */
    public static Redaction standard() {
        return new Redaction(List.of(), List.of());
    }

    /**
     * Hides these words as well, wherever they stand.
     *
     * @param words such as an adapter's passwords
     * @return a redaction that also knows them
     */
    public Redaction hiding(Collection<Secret> words) {
        List<String> all = new ArrayList<>(secrets);
        words.stream().map(Secret::reveal).filter(one -> !one.isEmpty()).forEach(all::add);
        return new Redaction(shapes, all);
    }

    /**
     * Hides whatever has a shape as well.
     *
     * @param shape such as that of a country's number plates
     * @return a redaction that also knows it
     */
    public Redaction hiding(Pattern shape) {
        List<Pattern> all = new ArrayList<>(shapes);
        all.add(shape);
        return new Redaction(all, secrets);
    }

    /**
     * Hides what has to be hidden.
     *
     * @param text from outside
     * @return at most 4 000 signs, in one line, with {@code ***} for each that is hidden
     */
    public String of(String text) {
        String shown = text;
        for (String secret : secrets) {
            shown = shown.replace(secret, HIDDEN);
        }
        for (Pattern shape : shapes) {
            shown = shape.matcher(shown).replaceAll(HIDDEN);
        }
        shown = MEMBER.matcher(shown).replaceAll("$1\"" + HIDDEN + "\"");
        shown = LOGIN.matcher(shown).replaceAll("$1$2" + HIDDEN);
        return plain(shown);
    }

    private static String plain(String text) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), LONGEST) + 1);
        text.codePoints().limit(LONGEST).forEach(sign -> {
            int kind = Character.getType(sign);
            boolean command = kind == Character.CONTROL || kind == Character.FORMAT || kind == Character.SURROGATE;
            line.append(command ? "\\u%04X".formatted(sign) : Character.toString(sign));
        });
        return text.codePointCount(0, text.length()) > LONGEST
                ? line.append('…').toString()
                : line.toString();
    }
}
