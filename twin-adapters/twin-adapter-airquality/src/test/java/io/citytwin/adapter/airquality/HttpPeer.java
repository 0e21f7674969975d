package io.citytwin.adapter.airquality;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.citytwin.adapter.tck.CuttingPeer;
import io.citytwin.core.privacy.Secret;
import io.citytwin.core.time.CityClock;
import io.citytwin.core.time.SystemClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An agency's server on loopback. Safe for use by many threads. */
final class HttpPeer extends StationPeer implements CuttingPeer {

    private static final Secret TOKEN = Secret.of("swordfish-17");

    private final InetSocketAddress address;
    private @Nullable HttpServer server;

    HttpPeer() {
        this(new SystemClock());
    }

    HttpPeer(CityClock clock) {
        super(clock);
        address = start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private synchronized InetSocketAddress start(InetSocketAddress at) {
        try {
            HttpServer fresh = HttpServer.create(at, 0);
            fresh.createContext("/air.csv", this::answer);
            fresh.start();
            server = fresh;
            return fresh.getAddress();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String text = table();
            String tag = "\"" + text.length() + "-" + text.hashCode() + "\"";
            exchange.getResponseHeaders().add("ETag", tag);
            boolean login = TOKEN.reveal().equals(exchange.getRequestHeaders().getFirst("X-App-Token"));
            if (!login) {
                exchange.sendResponseHeaders(403, -1);
            } else if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                byte[] body = text.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    AirSource source() {
        URI uri = URI.create("http://127.0.0.1:" + address.getPort() + "/air.csv");
        return new AirSource(
                "live", new AirSource.OverHttp(uri, Optional.of(new AirSource.Header("X-App-Token", TOKEN))), FEED);
    }

    @Override
    void publish(String text) {
        // the server reads the table itself
    }

    @Override
    public List<Secret> secrets() {
        return List.of(TOKEN);
    }

    @Override
    public synchronized void cut() {
        HttpServer running = server;
        server = null;
        if (running != null) {
            running.stop(0);
        }
    }

    @Override
    public void mend() {
        start(address);
    }

    @Override
    public boolean tellsAgain() {
        return true;
    }

    @Override
    public void close() {
        cut();
    }
}
