package io.citytwin.adapter.dittoembedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A socket that says whatever it is told. */
final class RawSocket implements AutoCloseable {

    private final Socket socket = new Socket();

    RawSocket(URI uri) {
        try {
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), 5_000);
            socket.setSoTimeout(10_000);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    RawSocket say(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return this;
    }

    /** Reads until a text appears, or the end. */
    String readUntil(String end) {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            int next = socket.getInputStream().read();
            while (next >= 0) {
                read.write(next);
                if (!end.isEmpty() && read.toString(StandardCharsets.UTF_8).endsWith(end)) {
                    break;
                }
                next = socket.getInputStream().read();
            }
        } catch (SocketTimeoutException silent) {
            throw new IllegalStateException("only: " + read.toString(StandardCharsets.UTF_8), silent);
        } catch (IOException cut) {
            // The other side may cut the connection: what came before counts.
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    /** All until the other side closes. */
    String readAll() {
        return readUntil("");
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
