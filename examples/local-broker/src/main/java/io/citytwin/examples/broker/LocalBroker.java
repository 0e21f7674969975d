package io.citytwin.examples.broker;

import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * An MQTT broker on loopback that lets everybody in: it prints its port, and ends when its input does, so that it never
 * outlives who started it. For one thread at a time.
 */
public final class LocalBroker implements AutoCloseable {

    private final Path folder;
    private final int port;
    private final EmbeddedHiveMQ broker;

    private LocalBroker(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        for (String part : List.of("conf", "data", "extensions")) {
            Files.createDirectories(folder.resolve(part));
        }
        Files.writeString(folder.resolve("conf/config.xml"), """
                <?xml version="1.0"?>
                <hivemq>
                  <listeners>
                    <tcp-listener><port>%d</port><bind-address>127.0.0.1</bind-address></tcp-listener>
                  </listeners>
                  <persistence><mode>in-memory</mode></persistence>
                  <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
                </hivemq>
                """.formatted(port));
        broker = EmbeddedHiveMQ.builder()
                .withConfigurationFolder(folder.resolve("conf"))
                .withDataFolder(folder.resolve("data"))
                .withExtensionsFolder(folder.resolve("extensions"))
                .withEmbeddedExtension(EmbeddedExtension.builder()
                        .withId("open-door")
                        .withName("Open door")
                        .withVersion("1")
                        .withAuthor("CityTwin")
                        .withExtensionMain(new OpenDoor())
                        .build())
                .withoutLoggingBootstrap()
                .build();
    }

    /**
     * Starts one.
     *
     * @return it listens
     * @throws IOException if there is no room for its files, or no port
     */
    public static LocalBroker start() throws IOException {
        LocalBroker started = new LocalBroker(Files.createTempDirectory("citytwin-broker"), freePort());
        started.broker.start().join();
        return started;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Where it listens.
     *
     * @return a port of loopback
     */
    public int port() {
        return port;
    }

    /**
     * Runs one until the input ends.
     *
     * @param words none
     * @throws IOException if it cannot start
     */
    public static void main(String[] words) throws IOException {
        try (LocalBroker broker = start()) {
            System.out.println(broker.port());
            while (System.in.read() >= 0) {
                // whoever started it still lives
            }
        }
    }

    @Override
    public void close() throws IOException {
        // Closing also ends a thread that stopping leaves, and that would keep the process.
        try {
            broker.close();
        } catch (ExecutionException failure) {
            throw new IOException("the broker does not end", failure);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
