package io.citytwin.adapter.ocpp;

import io.citytwin.adapter.sqlite.SqliteJournal;
import io.citytwin.core.privacy.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A city in a machine of its own, with its journal in a file: FOLDER PORT STATIONS PASSWORD, and CERTIFICATE KEY
 * where TLS is spoken. Prints {@code open}; for each line
 * on its input it prints how much memory it takes; it ends with its input.
 */
final class StormCityTool {

    private StormCityTool() {}

    public static void main(String[] words) throws IOException {
        Path folder = Path.of(words[0]);
        OcppAdapterBuilder builder = OcppAdapter.builder()
                .listen("127.0.0.1", Integer.parseInt(words[1]))
                .template(RunningCity.NAMES)
                .password(Secret.of(words[3]));
        if (words.length > 4) {
            builder.security(SecurityProfile.TLS).tls(TlsFiles.of(Path.of(words[4]), Path.of(words[5])));
        }
        OcppAdapter adapter = builder.build();
        try (SqliteJournal journal = SqliteJournal.builder()
                        .file(folder.resolve("city.journal"))
                        .keys(folder.resolve("keys"))
                        .build();
                RunningCity city = new RunningCity(adapter, RunningCity.stations(Integer.parseInt(words[2])), journal);
                BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            print("open");
            for (String line = asked.readLine(); line != null; line = asked.readLine()) {
                System.gc();
                Runtime machine = Runtime.getRuntime();
                long heap = (machine.totalMemory() - machine.freeMemory()) >> 20;
                print("heap " + heap + " MiB, resident " + resident() + " MiB, alarms "
                        + city.city().health().alarms().size());
            }
        }
    }

    private static long resident() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .map(line -> line.replaceAll("\\D", ""))
                            .mapToLong(Long::parseLong)
                            .findFirst()
                            .orElse(0)
                    >> 10;
        } catch (IOException elsewhere) {
            throw new UncheckedIOException(elsewhere);
        }
    }

    static void print(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
