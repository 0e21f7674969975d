package io.citytwin.core.asset;

import java.util.Locale;

/** Dangerous goods on board, as far as regulations tell them apart. Immutable. */
public enum DangerousGoods implements Coded {
    NONE,
    /** Of classes 2 to 9. */
    OTHER,
    /** Of class 1. */
    EXPLOSIVES;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
