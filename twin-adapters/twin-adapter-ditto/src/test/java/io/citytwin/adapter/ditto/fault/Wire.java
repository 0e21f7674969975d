package io.citytwin.adapter.ditto.fault;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The few parts of RFC 6455 that a test needs, seen from the server. */
final class Wire {

    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    static final class Frame {

        private final int code;
        private final byte[] content;

        Frame(int code, byte[] content) {
            this.code = code;
            this.content = content;
        }

        int code() {
            return code;
        }

        byte[] content() {
            return content;
        }

        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    private final DataInputStream in;
    private final OutputStream out;

    Wire(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = out;
    }

    Map<String, String> request() throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 2));
            }
        }
        return headers;
    }

    void refuse(int status) throws IOException {
        raw(("HTTP/1.1 " + status + " no\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    void upgrade(String key) throws IOException, GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
        raw(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                        + Base64.getEncoder().encodeToString(hash) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    Frame read() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int code = 0;
        while (true) {
            int first = in.readUnsignedByte();
            int second = in.readUnsignedByte();
            code = (first & 15) == 0 ? code : first & 15;
            byte[] content = new byte[length(second & 127)];
            byte[] mask = new byte[4];
            in.readFully(mask);
            in.readFully(content);
            for (int i = 0; i < content.length; i++) {
                content[i] ^= mask[i % 4];
            }
            whole.write(content);
            if ((first & 128) != 0) {
                return new Frame(code, whole.toByteArray());
            }
        }
    }

    void write(int code, byte[] content) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(128 | code);
        if (content.length < 126) {
            frame.write(content.length);
        } else if (content.length < 65_536) {
            frame.write(new byte[] {126, (byte) (content.length >> 8), (byte) content.length});
        } else {
            frame.write(127);
            frame.write(new byte[4]);
            for (int shift = 24; shift >= 0; shift -= 8) {
                frame.write(content.length >> shift);
            }
        }
        frame.write(content);
        raw(frame.toByteArray());
    }

    synchronized void raw(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    private int length(int brief) throws IOException {
        return brief < 126 ? brief : brief == 126 ? in.readUnsignedShort() : (int) in.readLong();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
