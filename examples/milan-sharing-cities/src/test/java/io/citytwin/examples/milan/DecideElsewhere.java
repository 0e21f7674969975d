package io.citytwin.examples.milan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Decides the winters in a Java machine that is set up for another place. For one thread at a time. */
final class DecideElsewhere {

    private DecideElsewhere() {}

    /** The settings of the other machine, then what it decided as text. */
    static String dump(Path folder, Path temp) throws IOException, InterruptedException {
        Path answer = temp.resolve("answer.txt");
        Path errors = temp.resolve("errors.txt");
        Process machine = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-Duser.timezone=Pacific/Kiritimati",
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Dfile.encoding=ISO-8859-9",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        DecideElsewhere.class.getName(),
                        folder.toString(),
                        answer.toString())
                .redirectErrorStream(true)
                .redirectOutput(errors.toFile())
                .start();
        if (!machine.waitFor(120, TimeUnit.SECONDS) || machine.exitValue() != 0) {
            machine.destroyForcibly();
            throw new IOException(Files.readString(errors));
        }
        return Files.readString(answer);
    }

    /** Runs in the other machine. */
    @SuppressWarnings("StringCaseLocaleUsage") // the control: the language has really been set
    public static void main(String[] arguments) throws IOException {
        String settings = System.getProperty("user.timezone") + " " + "I".toLowerCase();
        String dump = RealAir.dump(RealAir.decide(Path.of(arguments[0]), PlainLevels.LAST_DATA, 3));
        Files.write(Path.of(arguments[1]), (settings + "\n" + dump).getBytes(StandardCharsets.UTF_8));
    }
}
