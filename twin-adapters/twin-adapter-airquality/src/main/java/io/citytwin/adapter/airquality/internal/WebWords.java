package io.citytwin.adapter.airquality.internal;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What may be sent to a server, and where one may be. Immutable. */
public final class WebWords {

    // A client sets these itself, and refuses to be told.
    private static final Set<String> OWN = Set.of("connection", "content-length", "expect", "host", "upgrade");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,60}");
    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7E](?:[\\x20-\\x7E]*[\\x21-\\x7E])?");

    private WebWords() {}

    /** Whether an address is one of a server, without a login in it. */
    public static boolean isAddress(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https"))
                && address.getHost() != null
                && address.getUserInfo() == null;
    }

    /** Whether a header can be sent; one that cannot would be shown by the client's complaint. */
    public static boolean isHeader(String name, String value) {
        return NAME.matcher(name).matches() && !OWN.contains(name.toLowerCase(Locale.ROOT)) && isValue(value);
    }

    /** Whether a text can be sent in a header. */
    static boolean isValue(String text) {
        return VALUE.matcher(text).matches();
    }
}
