package io.citytwin.core.asset;

/** A name out of a closed list, as it stands on documents and in files. Implemented by enums only. Immutable. */
public interface Coded {

    /**
     * The name in files.
     *
     * @return such as {@code diesel} or {@code 6D}
     */
    String code();
}
