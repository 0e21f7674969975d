package io.citytwin.adapter.mqtt;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keys and certificates that the JDK's own tool makes: one of the broker, one of the city, each trusted by the other.
 *
 * @param folder where they lie
 * @param port where the broker asks for them
 */
record TlsWorld(Path folder, int port) {

    static final String PASSWORD = "st0re-passw0rd";

    static TlsWorld make(Path folder) throws Exception {
        TlsWorld world = new TlsWorld(folder, Broker.freePort());
        for (String who : List.of("broker", "city", "stranger")) {
            String names = " -dname CN=" + who + " -ext san=ip:127.0.0.1,dns:localhost -validity 7 -keyalg EC";
            world.keytool("-genkeypair -alias " + who + names, who + ".p12", Optional.empty());
            world.keytool("-exportcert -rfc -alias " + who, who + ".p12", Optional.of(who + ".pem"));
        }
        world.keytool("-importcert -noprompt -alias city", "clients.p12", Optional.of("city.pem"));
        world.keytool("-importcert -noprompt -alias broker", "brokers.p12", Optional.of("broker.pem"));
        return world;
    }

    Path brokerTrust() {
        return folder.resolve("brokers.p12");
    }

    Path brokerStore() {
        return folder.resolve("broker.p12");
    }

    Path clientTrust() {
        return folder.resolve("clients.p12");
    }

    Path authority() {
        return folder.resolve("broker.pem");
    }

    Path key(String who) {
        return folder.resolve(who + ".p12");
    }

    private void keytool(String words, String store, Optional<String> certificate) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(words.split(" ")));
        certificate.ifPresent(
                file -> command.addAll(List.of("-file", folder.resolve(file).toString())));
        command.addAll(List.of("-keystore", folder.resolve(store).toString()));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }
}
