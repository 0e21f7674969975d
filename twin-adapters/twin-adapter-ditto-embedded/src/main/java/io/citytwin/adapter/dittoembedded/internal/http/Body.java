package io.citytwin.adapter.dittoembedded.internal.http;

import java.nio.charset.StandardCharsets;

/** Bytes of a request or an answer. Immutable. */
public final class Body {

    private final byte[] bytes;

    private Body(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Takes bytes over; nobody may change them afterwards.
     *
     * @param bytes all of it
     * @return a body
     */
    public static Body of(byte[] bytes) {
        return new Body(bytes);
    }

    /**
     * Text as UTF-8.
     *
     * @param text all of it
     * @return a body
     */
    public static Body of(String text) {
        return new Body(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The bytes; not to be changed.
     *
     * @return all of it
     */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * As UTF-8.
     *
     * @return text
     */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * How long it is.
     *
     * @return bytes
     */
    public int length() {
        return bytes.length;
    }
}
