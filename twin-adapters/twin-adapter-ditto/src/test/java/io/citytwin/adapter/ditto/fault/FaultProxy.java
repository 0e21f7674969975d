package io.citytwin.adapter.ditto.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A TCP proxy that misbehaves when told to. */
public final class FaultProxy implements AutoCloseable {

    /** What it does with bytes. */
    public enum Mode {
        /** Passes them on. */
        PASS,
        /** Swallows them in both directions, and new connections with them. */
        BLACK_HOLE,
        /** Passes on what the client says and swallows what comes back. */
        HALF_OPEN,
        /** Refuses new connections. */
        REFUSE
    }

    private record Pair(Socket client, Socket server) {
        void close() {
            try (client;
                    server) {
                // Both ends, whatever happens to the first.
            } catch (IOException ignored) {
                // It is closed either way.
            }
        }
    }

    private final ServerSocket front;
    private final int target;
    private final Random random;
    private final List<Pair> pairs = new CopyOnWriteArrayList<>();
    private volatile Mode mode = Mode.PASS;
    private volatile Duration latency = Duration.ZERO;
    private volatile boolean garbage;
    private volatile boolean garbageForth;
    private final AtomicInteger taken = new AtomicInteger();

    public FaultProxy(int target, long seed) throws IOException {
        this.target = target;
        this.random = new Random(seed);
        this.front = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public int port() {
        return front.getLocalPort();
    }

    public void mode(Mode next) {
        mode = next;
    }

    /** Each chunk of bytes waits this long. */
    public void latency(Duration next) {
        latency = next;
    }

    /** The next chunk from the server is replaced by noise. */
    public void garbage() {
        garbage = true;
    }

    /** The next chunk to the server is replaced by noise. */
    public void garbageForth() {
        garbageForth = true;
    }

    /** How many connections were passed on so far. */
    public int taken() {
        return taken.get();
    }

    /** Ends all connections; new ones are taken. */
    public void cut() {
        pairs.forEach(Pair::close);
        pairs.clear();
    }

    /** All faults end; what a black hole swallowed is lost, so its connections are cut. */
    public void heal() {
        boolean holes = mode == Mode.BLACK_HOLE || mode == Mode.HALF_OPEN;
        mode = Mode.PASS;
        latency = Duration.ZERO;
        garbage = false;
        garbageForth = false;
        if (holes) {
            cut();
        }
    }

    @Override
    public void close() throws IOException {
        front.close();
        cut();
    }

    private void accept() {
        while (!front.isClosed()) {
            try {
                Socket client = front.accept();
                if (mode == Mode.REFUSE) {
                    client.close();
                    continue;
                }
                Socket server = new Socket();
                server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 5_000);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                Pair pair = new Pair(client, server);
                pairs.add(pair);
                taken.incrementAndGet();
                start(() -> pump(pair, client, server, false));
                start(() -> pump(pair, server, client, true));
            } catch (IOException over) {
                // Closed, or the target is down: the client sees the end of its connection.
            }
        }
    }

    private void pump(Pair pair, Socket from, Socket to, boolean back) {
        byte[] chunk = new byte[16 * 1024];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                if (!latency.isZero()) {
                    LockSupport.parkNanos(latency.toNanos());
                }
                if (noisy(back)) {
                    random.nextBytes(chunk);
                }
                if (mode == Mode.PASS || mode == Mode.REFUSE || (mode == Mode.HALF_OPEN && !back)) {
                    out.write(chunk, 0, count);
                    out.flush();
                }
            }
        } catch (IOException over) {
            // One side ended: so does the other.
        } finally {
            pair.close();
            pairs.remove(pair);
        }
    }

    private synchronized boolean noisy(boolean back) {
        boolean now = back ? garbage : garbageForth;
        garbage &= !back;
        garbageForth &= back;
        return now;
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "fault-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
