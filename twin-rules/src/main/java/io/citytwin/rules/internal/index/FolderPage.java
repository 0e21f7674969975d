package io.citytwin.rules.internal.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads from the page of a folder what it does not cover. Safe for use by many threads. */
final class FolderPage {

    private static final Pattern HEADING = Pattern.compile("(?:#{1,6}\\s+|\\*\\*)(\\S.*)");
    private static final Pattern ITEM = Pattern.compile("[*-]\\s+(\\S.*)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\[]*)]\\([^()]*\\)");
    private static final String GAPS = "known gaps";

    private FolderPage() {}

    /** The items below its heading {@code Known gaps}, without marks; none if there is no such heading. */
    static List<String> gaps(String page) {
        List<String> items = new ArrayList<>();
        boolean inside = false;
        for (String line : page.lines().map(String::strip).toList()) {
            if (HEADING.matcher(line).matches()) {
                inside = line.replaceAll("^[#*\\s]+", "")
                        .toLowerCase(Locale.ROOT)
                        .startsWith(GAPS);
            } else if (inside && ITEM.matcher(line).matches()) {
                items.add(ITEM.matcher(line).replaceFirst("$1"));
            } else if (inside && !items.isEmpty() && !line.isEmpty()) {
                items.set(items.size() - 1, items.get(items.size() - 1) + " " + line);
            }
        }
        return items.stream().map(FolderPage::plain).toList();
    }

    private static String plain(String item) {
        return LINK.matcher(item).replaceAll("$1").replace("`", "").replace("**", "");
    }
}
