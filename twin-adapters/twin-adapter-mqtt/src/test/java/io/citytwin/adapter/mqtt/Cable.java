package io.citytwin.adapter.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line between two ports that a test can cut. */
final class Cable implements AutoCloseable {

    private final int target;
    private final int port;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private ServerSocket server;

    Cable(int target) {
        this.target = target;
        try {
            port = Broker.freePort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        mend();
    }

    int port() {
        return port;
    }

    synchronized void mend() {
        if (server != null) {
            return;
        }
        try {
            ServerSocket fresh = new ServerSocket();
            fresh.setReuseAddress(true);
            fresh.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            server = fresh;
            run("cable-accept", () -> accept(fresh));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    synchronized void cut() {
        if (server != null) {
            end(server);
            server = null;
        }
        ends.forEach(Cable::end);
        ends.clear();
    }

    private void accept(ServerSocket from) throws IOException {
        while (!from.isClosed()) {
            Socket near = from.accept();
            Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
            if (!keep(from, near, far)) {
                end(near);
                end(far);
                return;
            }
            run("cable-up", () -> pump(near, far));
            run("cable-down", () -> pump(far, near));
        }
    }

    /** Says no if the cable was cut while a connection came up. */
    private synchronized boolean keep(ServerSocket from, Socket near, Socket far) {
        return server == from && ends.add(near) && ends.add(far);
    }

    private void pump(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[16 * 1024];
            for (int length = in.read(some); length >= 0; length = in.read(some)) {
                out.write(some, 0, length);
            }
        } finally {
            ends.remove(from);
            ends.remove(to);
        }
    }

    private interface Run {
        void run() throws IOException;
    }

    private static void run(String name, Run work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException end) {
                        // the cable was cut, or one end closed
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void end(AutoCloseable closing) {
        try {
            closing.close();
        } catch (Exception already) {
            // it is closed, which is all that is wanted
        }
    }

    @Override
    public void close() {
        cut();
    }
}
