package io.citytwin.adapter.sqlite.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Text as UTF-8 and back. Halves of characters, which UTF-8 has no bytes for, take three bytes each, so that every text comes
 * back as it was. Safe for use by many threads.
 */
final class Text {

    private static final int LEAD = 0xED;

    private Text() {}

    static byte[] bytes(String text) {
        int half = half(text, 0);
        if (half < 0) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + Long.BYTES);
        int from = 0;
        for (; half >= 0; half = half(text, from)) {
            bytes.writeBytes(text.substring(from, half).getBytes(StandardCharsets.UTF_8));
            char sign = text.charAt(half);
            bytes.write(LEAD);
            bytes.write(0x80 | sign >> 6 & 0x3F);
            bytes.write(0x80 | sign & 0x3F);
            from = half + 1;
        }
        bytes.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    static String of(byte[] bytes) {
        String plain = new String(bytes, StandardCharsets.UTF_8);
        if (plain.indexOf('\uFFFD') < 0) {
            return plain;
        }
        StringBuilder text = new StringBuilder(bytes.length);
        int from = 0;
        for (int i = 0; i + 2 < bytes.length; i++) {
            if ((bytes[i] & 0xFF) == LEAD && (bytes[i + 1] & 0xE0) == 0xA0 && (bytes[i + 2] & 0xC0) == 0x80) {
                text.append(new String(bytes, from, i - from, StandardCharsets.UTF_8))
                        .append((char) (0xD000 | (bytes[i + 1] & 0x3F) << 6 | bytes[i + 2] & 0x3F));
                i += 2;
                from = i + 1;
            }
        }
        return text.append(new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8))
                .toString();
    }

    /** Where the first half of a character stands alone; -1 if none does. */
    private static int half(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (Character.isSurrogate(sign)) {
                if (Character.isHighSurrogate(sign)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else {
                    return i;
                }
            }
        }
        return -1;
    }
}
