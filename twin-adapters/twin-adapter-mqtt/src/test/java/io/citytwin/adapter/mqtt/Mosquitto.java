package io.citytwin.adapter.mqtt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Another broker, where the machine has it: Eclipse Mosquitto in a process of its own.
 *
 * @param port on loopback
 * @param process that ends with the test
 */
record Mosquitto(int port, Process process) implements AutoCloseable {

    static Optional<Path> program() {
        return Stream.of("/usr/sbin/mosquitto", "/usr/bin/mosquitto", "/usr/local/sbin/mosquitto")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Mosquitto start(Path folder) throws IOException {
        return start(folder, 20);
    }

    /** With a window of its own: how many messages it sends before the first is acknowledged; 20 is usual. */
    static Mosquitto start(Path folder, int window) throws IOException {
        int port = Broker.freePort();
        Path config = Files.writeString(folder.resolve("mosquitto.conf"), """
                listener %d 127.0.0.1
                allow_anonymous true
                max_queued_messages 0
                max_inflight_messages %d
                """.formatted(port, window));
        Process process = new ProcessBuilder(program().orElseThrow().toString(), "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto.log").toFile())
                .start();
        Mosquitto started = new Mosquitto(port, process);
        Awaitility.await("mosquitto").atMost(Duration.ofSeconds(10)).until(started::answers);
        return started;
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
