package io.citytwin.adapter.mqtt;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthInput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthOutput;
import com.hivemq.extension.sdk.api.packets.connect.ConnackReasonCode;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A real broker on loopback: HiveMQ Community Edition, one for all tests of this process, and one that protects lines. */
final class Broker {

    static final String USER = "citytwin";
    static final String PASSWORD = "s3cret-0f-the-brok3r";

    private static final int WARMING = 16;
    private static Broker shared;

    private final int port;
    private final EmbeddedHiveMQ hive;

    private Broker(int port, EmbeddedHiveMQ hive) {
        this.port = port;
        this.hive = hive;
    }

    static synchronized Broker shared() {
        if (shared == null) {
            try {
                int port = freePort();
                shared = start(
                        port,
                        "<tcp-listener><port>%d</port><bind-address>127.0.0.1</bind-address></tcp-listener>"
                                .formatted(port));
                shared.warmUp();
            } catch (Exception failure) {
                throw new IllegalStateException("the broker does not start", failure);
            }
        }
        return shared;
    }

    int port() {
        return port;
    }

    /** A broker of its own, who asks each client for a certificate. */
    static Broker protectedBy(TlsWorld tls) throws Exception {
        return start(tls.port(), """
                <tls-tcp-listener>
                  <port>%d</port><bind-address>127.0.0.1</bind-address>
                  <tls>
                    <keystore><path>%s</path><password>%s</password><private-key-password>%s</private-key-password></keystore>
                    <truststore><path>%s</path><password>%s</password></truststore>
                    <client-authentication-mode>REQUIRED</client-authentication-mode>
                  </tls>
                </tls-tcp-listener>
                """.formatted(
                        tls.port(),
                        tls.brokerStore(),
                        TlsWorld.PASSWORD,
                        TlsWorld.PASSWORD,
                        tls.clientTrust(),
                        TlsWorld.PASSWORD));
    }

    private static Broker start(int port, String listener) throws Exception {
        Path folder = Files.createTempDirectory("citytwin-broker");
        for (String name : List.of("data", "extensions", "conf")) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.writeString(folder.resolve("conf/config.xml"), """
                <?xml version="1.0"?>
                <hivemq>
                  <listeners>%s</listeners>
                  <persistence><mode>in-memory</mode></persistence>
                  <mqtt>
                    <queued-messages><max-queue-size>1000000</max-queue-size></queued-messages>
                    <receive-maximum><server-receive-maximum>1000</server-receive-maximum></receive-maximum>
                  </mqtt>
                  <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
                </hivemq>
                """.formatted(listener));
        EmbeddedHiveMQ hive = EmbeddedHiveMQ.builder()
                .withConfigurationFolder(folder.resolve("conf"))
                .withDataFolder(folder.resolve("data"))
                .withExtensionsFolder(folder.resolve("extensions"))
                .withEmbeddedExtension(EmbeddedExtension.builder()
                        .withId("doorkeeper")
                        .withName("Doorkeeper")
                        .withVersion("1")
                        .withAuthor("tests")
                        .withExtensionMain(new Doorkeeper())
                        .build())
                .withoutLoggingBootstrap()
                .build();
        hive.start().join();
        return new Broker(port, hive);
    }

    void stop() {
        hive.stop().join();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Lets the broker and the client library start the threads that they keep, so that tests can tell who left one. */
    private void warmUp() {
        List<Mqtt5BlockingClient> clients = new ArrayList<>();
        for (int i = 0; i < WARMING; i++) {
            Mqtt5BlockingClient client = client("warm-" + i);
            client.subscribeWith().topicFilter("warm/" + i).send();
            client.publishWith().topic("warm/" + i).payload(new byte[] {1}).send();
            clients.add(client);
        }
        clients.forEach(Mqtt5BlockingClient::disconnect);
    }

    Mqtt5BlockingClient client(String name) {
        return client(name, port);
    }

    static Mqtt5BlockingClient client(String name, int port) {
        Mqtt5BlockingClient client = MqttClient.builder()
                .useMqttVersion5()
                .identifier(name + "-" + UUID.randomUUID())
                .serverHost("127.0.0.1")
                .serverPort(port)
                .simpleAuth()
                .username(USER)
                .password(PASSWORD.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .buildBlocking();
        client.connect();
        return client;
    }

    /** Lets nobody in who does not know the password. */
    private static final class Doorkeeper implements ExtensionMain, SimpleAuthenticator {

        @Override
        public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
            Services.securityRegistry().setAuthenticatorProvider(any -> this);
        }

        @Override
        public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {
            // holds nothing
        }

        @Override
        public void onConnect(SimpleAuthInput input, SimpleAuthOutput output) {
            Optional<String> told = input.getConnectPacket()
                    .getPassword()
                    .map(bytes -> StandardCharsets.UTF_8
                            .decode(ByteBuffer.wrap(bytes(bytes)))
                            .toString());
            if (told.filter(PASSWORD::equals).isPresent()) {
                output.authenticateSuccessfully();
            } else {
                output.failAuthentication(ConnackReasonCode.BAD_USER_NAME_OR_PASSWORD, "wrong password");
            }
        }

        private static byte[] bytes(ByteBuffer buffer) {
            byte[] copy = new byte[buffer.remaining()];
            buffer.get(copy);
            return copy;
        }
    }
}
