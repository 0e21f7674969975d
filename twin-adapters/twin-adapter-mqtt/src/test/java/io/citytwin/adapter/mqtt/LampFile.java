package io.citytwin.adapter.mqtt;

import io.citytwin.adapter.config.AdaptersFile;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.spi.DeviceAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The file of the README, for a broker of a test and topics of its own. */
record LampFile(Path folder, String town, String text) {

    static LampFile in(Path folder, int port) throws IOException {
        String town = "town-" + UUID.randomUUID();
        String text = Files.readString(Path.of("src/test/resources/lamps.yaml"))
                .replace("port: 1883", "port: " + port + "\n      reconnect: {first: PT0.1S, longest: PT0.5S}")
                .replace("client: citytwin-lamps", "client: citytwin-" + town)
                .replace("city/", town + "/");
        return new LampFile(folder, town, text).password(Broker.PASSWORD);
    }

    LampFile password(String words) throws IOException {
        Files.writeString(folder.resolve("broker-password"), words + "\n");
        return this;
    }

    /** The same with other words. */
    LampFile with(String before, String after) {
        if (!text.contains(before)) {
            throw new IllegalArgumentException("`" + before + "` does not stand in the file");
        }
        return new LampFile(folder, town, text.replace(before, after));
    }

    DeviceAdapter adapter() throws IOException {
        Path file = Files.writeString(folder.resolve("adapters-" + UUID.randomUUID() + ".yaml"), text);
        return AdaptersFile.read(file, AssetTypes.builtIn()).adapters().get(0);
    }
}
