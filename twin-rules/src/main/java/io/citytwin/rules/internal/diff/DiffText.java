package io.citytwin.rules.internal.diff;

import io.citytwin.rules.verify.LawDiff;
import io.citytwin.rules.verify.LawDiffEntry;
import io.citytwin.rules.verify.LawDiffEntry.Kind;
import io.citytwin.rules.verify.LawDiffEntry.Topic;
import io.citytwin.rules.verify.LawDiffEntry.Version;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes differences for people. Immutable. */
public final class DiffText {

    private static final String NOTHING = "Nothing changed.";
    /** Their dates say who gets another answer. */
    private static final Set<Topic> DATED = EnumSet.of(Topic.VALUE, Topic.ROW, Topic.PROVISION);

    private static final DiffText PLAIN = new DiffText(DiffText::onOneLine);

    private final UnaryOperator<String> quote;

    private DiffText(UnaryOperator<String> quote) {
        this.quote = quote;
    }

    /**
     * For a terminal.
     *
     * @param diff what changed
     * @return for each regulation its changes, each on one line with details below it
     */
    public static String of(LawDiff diff) {
        if (diff.isEmpty()) {
            return NOTHING + "\n";
        }
        StringBuilder out = new StringBuilder();
        String regulation = "";
        for (LawDiffEntry entry : diff.entries()) {
            if (!entry.regulation().equals(regulation)) {
                regulation = entry.regulation();
                out.append(onOneLine(regulation)).append('\n');
            }
            out.append("  ").append(line(entry)).append('\n');
            entry.details()
                    .forEach(detail ->
                            out.append("    ").append(onOneLine(detail)).append('\n'));
        }
        return out.toString();
    }

    /**
     * For a changelog.
     *
     * @param diff what changed
     * @return a list; all text of the folders stands in backticks
     */
    public static String markdown(LawDiff diff) {
        if (diff.isEmpty()) {
            return NOTHING + "\n";
        }
        DiffText quoted = new DiffText(DiffText::quoted);
        return diff.entries().stream().map(quoted::item).collect(Collectors.joining());
    }

    private String item(LawDiffEntry entry) {
        String details = entry.details().stream()
                .map(detail -> "  - " + quote.apply(detail) + "\n")
                .collect(Collectors.joining());
        String folder = entry.regulation().replace('.', '/');
        return "- *" + entry.kind().label() + period(entry) + ", " + quote.apply(folder) + "*: " + sentence(entry)
                + "\n" + details;
    }

    private String period(LawDiffEntry entry) {
        return entry.period().map(days -> ", " + days).orElse("");
    }

    /**
     * One entry with its kind and days, on one line.
     *
     * @param entry of a difference
     * @return such as {@code law, since 2026-10-01: value onDays 2 days -> 3 days}
     */
    public static String line(LawDiffEntry entry) {
        return entry.kind().label() + PLAIN.period(entry) + ": " + PLAIN.sentence(entry);
    }

    private String sentence(LawDiffEntry entry) {
        String readBy = entry.readBy().isEmpty()
                ? ""
                : "; read by " + entry.readBy().stream().map(quote).collect(Collectors.joining(", "));
        boolean nobody = entry.kind() != Kind.EDITORIAL && entry.period().isEmpty() && DATED.contains(entry.topic());
        return entry.topic().label() + " " + quote.apply(entry.name()) + change(entry) + where(entry) + readBy
                + (nobody ? "; nobody gets another answer" : "");
    }

    private String change(LawDiffEntry entry) {
        Optional<String> before = entry.before().map(Version::text).map(quote);
        Optional<String> after = entry.after().map(Version::text).map(quote);
        if (before.equals(after)) {
            return " " + before.orElse("");
        } else if (before.isEmpty()) {
            return " added: " + after.orElse("");
        }
        return after.map(now -> " " + before.get() + " -> " + now).orElseGet(() -> " removed: " + before.get());
    }

    private String where(LawDiffEntry entry) {
        return entry.after()
                .or(entry::before)
                .flatMap(Version::validity)
                .map(validity -> " (" + quote.apply(LawText.of(validity)) + ")")
                .orElse("");
    }

    private static String onOneLine(String text) {
        return text.codePoints()
                .map(code -> Character.isISOControl(code) ? ' ' : code)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String quoted(String text) {
        return "`" + onOneLine(text).replace('`', '\'') + "`";
    }
}
