package io.citytwin.adapter.ocpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.adapter.config.AdaptersFile;
import io.citytwin.adapter.config.SettingsProblem;
import io.citytwin.core.asset.AssetTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One mistake in a file that is right otherwise: its place and its words. */
class SettingsTest {

    private static final String RIGHT = """
            adapters:
              chargers:
                kind: ocpp
                listen: {host: 127.0.0.1, port: 0, path: /ocpp/}
                security: none
                stations:
                  A:
                    plugs:
                      - {number: 1, connector: it.milano:c, evse: it.milano:e}
                output: {unit: W}
                heartbeat: PT5M
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            security: none      | security: nobody     | 5  | `nobody` cannot stand for `security`
            security: none      | sekurity: none       | 5  | Maybe `security`
            security: none      | security: basic      | 7  | has no password
            security: none      | security: tls        | 5  | has no certificate
            port: 0             | port: 70000          | 4  | `port`
            port: 0             | port: "0"            | 4  | `port` must be
            path: /ocpp/        | path: ocpp           | 4  | `ocpp` is no path
            it.milano:c         | it milano            | 9  | is not a twin id
            it.milano:e         | it.milano:c          | 9  | another place already
            number: 1           | number: 0            | 9  | `number`
            connector: it.milano:c, | ''               | 9  | has no `connector`
            unit: W             | unit: V              | 10 | `V` cannot stand for `unit`
            PT5M                | 5min                 | 11 | is no length of time
            PT5M                | PT0.5S               | 11 | no whole number of seconds
            """)
    void aMistakeIsToldWithItsPlace(String right, String wrong, int line, String words) throws IOException {
        assertThat(problems(RIGHT)).isEmpty();
        assertThat(problems(RIGHT.replace(right, wrong))).anySatisfy(problem -> {
            assertThat(problem.toString()).contains(words);
            assertThat(problem.line()).isEqualTo(line);
        });
    }

    private List<SettingsProblem> problems(String text) throws IOException {
        Path file = folder.resolve("adapters.yaml");
        Files.writeString(file, text);
        return AdaptersFile.read(file, AssetTypes.builtIn()).problems();
    }
}
