package io.citytwin.rules.internal.trust;

import java.util.Collection;
import java.util.List;

/** Compares names with the patterns of grants, in time linear in both. Safe for use by many threads. */
public final class Wildcards {

    private static final String ANY = "*";
    private static final String ANY_PATH = "**";

    private Wildcards() {}

    /**
     * Whether some pattern fits.
     *
     * @param patterns {@code *} stands for any characters
     * @param name the whole name
     * @return false without patterns
     */
    public static boolean anyFits(Collection<String> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> fits(pattern, name));
    }

    /**
     * Whether a pattern fits.
     *
     * @param pattern {@code *} stands for any characters
     * @param name the whole name
     * @return true if they are equal but for what stars stand for
     */
    public static boolean fits(String pattern, String name) {
        List<String> parts = List.of(pattern.split("\\*", -1));
        if (parts.size() == 1) {
            return pattern.equals(name);
        }
        String last = parts.get(parts.size() - 1);
        int at = parts.get(0).length();
        if (!name.startsWith(parts.get(0))) {
            return false;
        }
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = name.indexOf(part, at);
            if (found < 0) {
                return false;
            }
            at = found + part.length();
        }
        return name.length() - last.length() >= at && name.endsWith(last);
    }

    /**
     * Whether a pattern fits a path.
     *
     * @param pattern {@code *} stands for any characters of one name, a name {@code **} for any path, even none
     * @param path with slashes
     * @return true if they are equal but for what stars stand for
     */
    public static boolean fitsPath(String pattern, String path) {
        return fitsPath(List.of(pattern.split("/", -1)), List.of(path.split("/", -1)));
    }

    private static boolean fitsPath(List<String> patterns, List<String> names) {
        boolean[] fitsSoFar = new boolean[names.size() + 1];
        fitsSoFar[0] = true;
        for (String pattern : patterns) {
            boolean[] fitsNow = new boolean[names.size() + 1];
            for (int length = 0; length <= names.size(); length++) {
                fitsNow[length] = pattern.equals(ANY_PATH)
                        ? fitsSoFar[length] || (length > 0 && fitsNow[length - 1])
                        : length > 0 && fitsSoFar[length - 1] && fits(pattern, names.get(length - 1));
            }
            fitsSoFar = fitsNow;
        }
        return fitsSoFar[names.size()];
    }

    /**
     * Whether some code covers an area.
     *
     * @param codes such as {@code XX-1}; {@code *} covers everything
     * @param area such as {@code XX-1-A}
     * @return whether a code is the area's own or that of one around it
     */
    public static boolean anyCovers(Collection<String> codes, String area) {
        return codes.stream().anyMatch(code -> code.equals(ANY) || area.equals(code) || area.startsWith(code + "-"));
    }
}
