package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.ReservedWords;
import java.util.regex.Pattern;

/** Checks names that rules will use. Safe for use by many threads. */
final class Names {

    private static final Pattern WORD = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]{0,63}");
    private static final Pattern PROVISION = Pattern.compile("[a-zA-Z][a-zA-Z0-9_.-]{0,63}");

    private Names() {}

    /** Whether a word can be a property, fact type or alias in rules; says why if not. */
    static boolean check(FolderReading reading, Node.Scalar name) {
        if (ReservedWords.contains(name.text())) {
            reading.error(
                    RulesError.RESERVED,
                    name.place(),
                    Words.quoted(name.text()) + " is a reserved word of rules.",
                    "Maybe `" + name.text() + "Value`.");
            return false;
        }
        return matches(reading, name, WORD, "Maybe use letters and digits only, such as `pm10Limit`.");
    }

    /** Whether a word can name a provision. */
    static boolean checkProvision(FolderReading reading, Node.Scalar name) {
        return matches(reading, name, PROVISION, "Maybe use letters, digits and dots only, such as `level.first`.");
    }

    private static boolean matches(FolderReading reading, Node.Scalar name, Pattern form, String advice) {
        boolean matches = form.matcher(name.text()).matches();
        if (!matches) {
            reading.error(
                    RulesError.SCHEMA, name.place(), Words.quoted(name.text()) + " cannot be a name in rules.", advice);
        }
        return matches;
    }
}
