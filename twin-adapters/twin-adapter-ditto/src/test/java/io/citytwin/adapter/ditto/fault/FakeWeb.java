package io.citytwin.adapter.ditto.fault;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A web server whose answers a test decides. */
public final class FakeWeb implements AutoCloseable {

    /** A request as it came. */
    public record Call(String method, URI uri, Map<String, String> headers, String body) {}

    /** An answer. */
    public record Reply(int status, String body) {}

    public final List<Call> calls = new CopyOnWriteArrayList<>();
    public volatile Function<Call, Reply> answer = call -> new Reply(200, "{}");

    private final HttpServer server;

    public FakeWeb() throws IOException {
        this(HttpServer.create());
    }

    public FakeWeb(HttpServer server) throws IOException {
        this.server = server;
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", exchange -> {
            try (exchange) {
                Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                Call call = new Call(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body);
                calls.add(call);
                Reply reply = answer.apply(call);
                byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("ETag", "\"rev:3\"");
                exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
