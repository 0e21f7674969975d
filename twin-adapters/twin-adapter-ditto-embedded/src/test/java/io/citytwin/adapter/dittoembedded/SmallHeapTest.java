package io.citytwin.adapter.dittoembedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The graph and its endpoint share the heap, as they do in a city. */
class SmallHeapTest {

    private static final int TWINS = 10_000;
    private static final Pattern ADDRESS = Pattern.compile("http://\\S+");

    @Test
    void tenThousandTwinsAndTheirThingsNeedLittleMemory() throws IOException, InterruptedException {
        Process serving = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CityOfLamps.class.getName(),
                        Integer.toString(TWINS)))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(serving.getInputStream(), StandardCharsets.UTF_8))) {
            URI address = address(said);
            try (RawWebSocket session = new RawWebSocket(address)) {
                for (int i = 0; i < TWINS; i += 499) {
                    session.send(command("retrieve", i, "/", ""));
                    assertThat(session.next())
                            .contains("\"power\":" + i % 90, "\"coordinates\":[9.", "\"dimming\":" + i % 100);
                    session.send(command("modify", i, "/features/state/properties/power", "89"));
                    assertThat(session.next()).contains("\"status\":204");
                }
                session.send("{\"topic\":\"_/_/things/twin/search/subscribe\",\"path\":\"/\",\"value\":"
                        + "{\"filter\":\"gt(features/state/properties/power,45)\",\"options\":\"size(200)\"}}");
                assertThat(session.next()).contains("search/created");
                session.send("{\"topic\":\"_/_/things/twin/search/request\",\"path\":\"/\",\"value\":"
                        + "{\"subscriptionId\":\"0\",\"demand\":3}}");
                for (int page = 0; page < 3; page++) {
                    assertThat(session.next()).contains("search/next", "it.milano:lamp-");
                }
            }
            assertThat(serving.isAlive()).isTrue();
        } finally {
            serving.destroy();
            assertThat(serving.waitFor(10, java.util.concurrent.TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    private static URI address(BufferedReader said) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return URI.create(address.group());
            }
            all.append(line).append('\n');
        }
        throw new AssertionError(all);
    }

    private static String command(String action, int number, String path, String value) {
        return "{\"topic\":\"it.milano/lamp-" + number + "/things/twin/commands/" + action + "\",\"headers\":"
                + "{\"correlation-id\":\"" + number + "\"},\"path\":\"" + path + "\""
                + (value.isEmpty() ? "" : ",\"value\":" + value) + "}";
    }
}
