package io.citytwin.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModulesTest {

    private static final Pattern ARTIFACT =
            Pattern.compile("<groupId>io\\.citytwin</groupId>\\s*<artifactId>([^<]*)</artifactId>");

    private static final Pattern OWN_ARTIFACT = Pattern.compile("</parent>\\s*<artifactId>([^<]*)</artifactId>");

    private static final Pattern MODULE_NAME =
            Pattern.compile("<citytwin\\.module\\.name>io\\.citytwin\\.[a-z.]+</citytwin\\.module\\.name>");

    @Test
    void everyJarNamesItsJavaModule() {
        assertThat(jarModules())
                .hasSizeGreaterThan(5)
                .allSatisfy(pom -> assertThat(pom).containsPattern(MODULE_NAME));
    }

    @Test
    void theBomListsTheDeployedJarsAndNothingElse() {
        String bom = Checkout.read(Checkout.top().resolve("twin-core/bom/pom.xml"));
        List<String> listed = artifacts(ARTIFACT, bom)
                .filter(name -> !name.equals("twin-bom"))
                .toList();
        List<String> deployed = jarModules().stream()
                .filter(pom -> !pom.contains("<artifactId>examples</artifactId>"))
                .flatMap(pom -> artifacts(OWN_ARTIFACT, pom))
                .toList();

        assertThat(listed).containsExactlyInAnyOrderElementsOf(deployed).contains("twin-core");
        assertThat(bom).doesNotContain("<parent>");
    }

    /** The launcher's class path is what this example depends on; a contract suite is for tests alone. */
    @Test
    void theCityExampleRunsEveryDeployedJar() {
        String city = Checkout.read(Checkout.top().resolve("examples/milan-sharing-cities/pom.xml"));
        String bom = Checkout.read(Checkout.top().resolve("twin-core/bom/pom.xml"));

        assertThat(artifacts(ARTIFACT, city))
                .containsAll(artifacts(ARTIFACT, bom)
                        .filter(name -> !name.equals("twin-bom") && !name.endsWith("-tck"))
                        .toList());
    }

    private static Stream<String> artifacts(Pattern pattern, String pom) {
        return pattern.matcher(pom).results().map(found -> found.group(1));
    }

    private static List<String> jarModules() {
        Path top = Checkout.top();
        return Checkout.files(top).stream()
                .filter(file -> file.endsWith("pom.xml"))
                // The consumer project of an example's test stands outside the reactor.
                .filter(file -> !top.relativize(file).startsWith(Path.of("examples/hello-regulation/src")))
                .map(Checkout::read)
                .filter(pom -> !pom.contains("<packaging>pom</packaging>"))
                .toList();
    }
}
