package io.citytwin.adapter.airquality;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Opens a folder in a Java machine that is set up for another place. For one thread at a time. */
final class OpenElsewhere {

    private OpenElsewhere() {}

    /** The settings of the other machine, then the recording as text. */
    static String read(Path folder) throws IOException, InterruptedException {
        Path answer = folder.resolve("answer.txt");
        Path errors = folder.resolve("errors.txt");
        Process machine = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.timezone=Pacific/Kiritimati",
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Dfile.encoding=ISO-8859-1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        OpenElsewhere.class.getName(),
                        folder.toString(),
                        answer.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(errors.toString()))
                .start();
        if (!machine.waitFor(60, TimeUnit.SECONDS) || machine.exitValue() != 0) {
            machine.destroyForcibly();
            throw new IOException(Files.readString(errors));
        }
        return Files.readString(answer);
    }

    /** Runs in the other machine. */
    public static void main(String[] arguments) throws IOException {
        String settings = String.join(
                " ",
                System.getProperty("user.timezone"),
                System.getProperty("user.language"),
                System.getProperty("file.encoding"));
        String recording = new AirQualityArchive().open(Path.of(arguments[0])).toString();
        Files.writeString(Path.of(arguments[1]), settings + "\n" + recording);
    }
}
