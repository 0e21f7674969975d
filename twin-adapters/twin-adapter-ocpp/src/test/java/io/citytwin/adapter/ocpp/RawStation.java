package io.citytwin.adapter.ocpp;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A station that sends whatever it is told, byte by byte. For one thread at a time. */
final class RawStation implements AutoCloseable {

    private static final int TEXT = 0x81;

    private final Socket socket;
    private final DataInputStream in;

    RawStation(int port) {
        this(connected(port));
    }

    /** Over a socket that is connected, such as one of TLS. */
    RawStation(Socket socket) {
        this.socket = socket;
        try {
            socket.setSoTimeout(15_000);
            in = new DataInputStream(socket.getInputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Socket connected(int port) {
        Socket fresh = new Socket();
        try {
            fresh.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return fresh;
    }

    /** A station that is let in. */
    static RawStation in(int port, String identity, String protocol, String password) {
        RawStation station = new RawStation(port);
        String head = station.shake(identity, protocol, basic(identity, password));
        if (!head.startsWith("HTTP/1.1 101")) {
            throw new AssertionError(head);
        }
        return station;
    }

    static String basic(String identity, String password) {
        String both = identity + ":" + password;
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    /** Asks for a WebSocket; the answer's head. */
    String shake(String identity, String protocol, String... headers) {
        StringBuilder head = new StringBuilder("GET /ocpp/" + identity + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        if (!protocol.isEmpty()) {
            head.append("Sec-WebSocket-Protocol: ").append(protocol).append("\r\n");
        }
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        say(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        return head();
    }

    /** The head of an answer; empty if the connection ends before. */
    String head() {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                read.write(next);
                if (next == '\n' && read.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
                    break;
                }
            }
        } catch (IOException cut) {
            return "";
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    /** Bytes as they are; false if the connection is gone. */
    boolean say(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    /** A masked frame with any first byte. */
    boolean frame(int first, byte[] payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(first);
        if (payload.length < 126) {
            out.write(0x80 | payload.length);
        } else if (payload.length < 65_536) {
            out.write(0x80 | 126);
            out.write(payload.length >> 8);
            out.write(payload.length & 0xFF);
        } else {
            out.write(0x80 | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                out.write((int) ((long) payload.length >> shift) & 0xFF);
            }
        }
        // A mask of zeros leaves the payload as it is.
        out.writeBytes(new byte[4]);
        out.writeBytes(payload);
        return say(out.toByteArray());
    }

    /** One message. */
    boolean text(String message) {
        return frame(TEXT, message.getBytes(StandardCharsets.UTF_8));
    }

    /** The next message; {@code close CODE} or {@code end} if there is none. Pings are left out. */
    String next() {
        try {
            while (true) {
                int first = in.readUnsignedByte();
                int length = in.readUnsignedByte();
                if (length == 126) {
                    length = in.readUnsignedShort();
                }
                byte[] payload = in.readNBytes(length);
                int kind = first & 0x0F;
                if (kind == 1) {
                    return new String(payload, StandardCharsets.UTF_8);
                } else if (kind == 8) {
                    return "close " + ((payload[0] & 0xFF) << 8 | payload[1] & 0xFF);
                }
            }
        } catch (IOException cut) {
            return "end";
        }
    }

    /** Asks, and waits for the answer. */
    String ask(String message) {
        text(message);
        return next();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
