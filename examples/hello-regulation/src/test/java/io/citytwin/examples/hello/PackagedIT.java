package io.citytwin.examples.hello;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jars as others get them: run after `package`, with nothing of the build on the class path. */
class PackagedIT {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @TempDir
    private Path temp;

    private static String resource(String name) throws IOException {
        try (InputStream text = Objects.requireNonNull(PackagedIT.class.getResourceAsStream("/" + name))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theJarRunsByItselfFromAnyDirectory() throws Exception {
        assertThat(run("-Dfile.encoding=UTF-8").lines())
                .containsExactlyElementsOf(resource("hello.txt").lines().toList());
    }

    /** The build has read the folders: their readers would take longer than all else. */
    @Test
    void theStartReadsNoYaml() throws Exception {
        assertThat(run("-Xlog:class+load"))
                .contains("io.citytwin.rules.internal.yaml.CompiledFolder ", "org.drools.")
                .doesNotContain("org.snakeyaml.", "com.networknt.");
    }

    private String run(String option) throws IOException, InterruptedException {
        Path output = temp.resolve("output.txt");
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        option,
                        "-jar",
                        TARGET.resolve("hello-regulation.jar").toString())
                .directory(temp.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(java.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(java.exitValue()).isZero();
        return Files.readString(output);
    }

    /** Two engines, no context class loader, and no class of this test in sight. */
    @Test
    void aProgramOutsideTheProjectCompilesAndRunsAgainstTheJars() throws Exception {
        List<Path> jars = jars();
        Path source = Files.writeString(temp.resolve("Consumer.java"), resource("consumer/Consumer.java.txt"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String classPath = jars.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator));
        int failed = compiler.run(
                null, null, null, "-proc:none", "-cp", classPath, "-d", temp.toString(), source.toString());
        assertThat(failed).isZero();

        URL[] urls = Stream.concat(Stream.of(temp), jars.stream())
                .map(PackagedIT::url)
                .toArray(URL[]::new);
        assertThat(Arrays.toString(urls)).doesNotContain("classes");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(null);
            Callable<?> consumer = (Callable<?>)
                    loader.loadClass("Consumer").getDeclaredConstructor().newInstance();
            assertThat(consumer.call()).isEqualTo("FORBIDDEN ALLOWED ALLOWED");
            assertThat(consumer.getClass().getClassLoader()).isSameAs(loader);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static List<Path> jars() throws IOException {
        try (Stream<Path> lib = Files.list(TARGET.resolve("lib"))) {
            return lib.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static URL url(Path place) {
        try {
            return place.toUri().toURL();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
