package io.citytwin.examples.milan.protocol;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The broker of the example, in a process of its own with its own class path. For one thread at a time. */
final class Broker implements AutoCloseable {

    private static final String MAIN = "io.citytwin.examples.broker.LocalBroker";
    private static final long PATIENCE = 20;

    private final Process process;
    private final InetSocketAddress address;

    private Broker(Process process, InetSocketAddress address) {
        this.process = process;
        this.address = address;
    }

    static Broker start() {
        Path target = target().orElseThrow(() -> new CityTwinException(
                CoreError.USAGE,
                "There is no broker beside this demo.",
                "Maybe build `examples/local-broker`, or name another one with `--broker HOST:PORT`."));
        String path = Stream.of("classes", "fast/classes", "lib/*")
                .map(part -> target.resolve(part).toString())
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();
        try {
            Process started = new ProcessBuilder(java(), "-Xmx512m", "-cp", path, MAIN)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader said = started.inputReader(StandardCharsets.UTF_8);
            return new Broker(started, new InetSocketAddress(InetAddress.getLoopbackAddress(), port(said)));
        } catch (IOException failure) {
            throw new CityTwinException(
                    CoreError.USAGE,
                    "The broker beside this demo does not start: `" + failure.getMessage() + "`.",
                    "Maybe name another one with `--broker HOST:PORT`.",
                    failure);
        }
    }

    // Whatever else a library prints first, the port is a line of its own.
    private static int port(BufferedReader said) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.matches("\\d{2,5}")) {
                return Integer.parseInt(line);
            }
        }
        throw new IOException("it ended");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Optional<Path> target() {
        try {
            Path here = Path.of(Broker.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            for (Path at = here; at != null; at = at.getParent()) {
                Path target = at.resolve("local-broker").resolve("target");
                if (Files.isDirectory(target.resolve("lib"))) {
                    return Optional.of(target);
                }
            }
            return Optional.empty();
        } catch (URISyntaxException never) {
            throw new IllegalStateException(never);
        }
    }

    InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException gone) {
            process.destroyForcibly();
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
