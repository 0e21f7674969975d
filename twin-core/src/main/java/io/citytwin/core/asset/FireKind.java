package io.citytwin.core.asset;

import java.util.Locale;

/** What is lit in the open, as far as regulations tell fires apart. Immutable. */
public enum FireKind implements Coded {
    BARBECUE,
    FIREWORKS,
    OTHER;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
