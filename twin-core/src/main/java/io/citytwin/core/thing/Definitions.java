package io.citytwin.core.thing;

import io.citytwin.core.model.AssetType;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What definitions say: identifiers, or URLs under a base. Immutable.
 *
 * @param base such as {@code https://models.example/}, or empty for identifiers
 */
record Definitions(Optional<String> base) {

    private static final String VERSION = "1.0.0";
    private static final int LONGEST = 2000;
    private static final Pattern KNOWN =
            Pattern.compile("io\\.citytwin:(\\w{1,200}):1\\.0\\.0|.*/(\\w{1,200})-1\\.0\\.0\\.tm\\.jsonld");

    String of(AssetType type) {
        return named(type.name());
    }

    String ofState(AssetType type) {
        return named(type.name() + ".State");
    }

    private String named(String name) {
        return base.map(url -> url + (url.endsWith("/") ? "" : "/") + file(name))
                .orElse("io.citytwin:" + name + ":" + VERSION);
    }

    static String file(String name) {
        return name + "-" + VERSION + ".tm.jsonld";
    }

    /** The asset type's name, whichever base the URL has. */
    static Optional<String> name(String definition) {
        Matcher known = KNOWN.matcher(definition.length() > LONGEST ? "" : definition);
        return known.matches()
                ? Optional.of(known.group(1) == null ? known.group(2) : known.group(1))
                : Optional.empty();
    }
}
