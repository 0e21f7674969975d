package io.citytwin.adapter.ditto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The W3C's own schemas of Thing Models 1.1, that of the draft which its package names as latest and that of the
 * Recommendation, as npm brings them. Without node and npm there is no such test, and it fails.
 */
record W3cSchemas(Schema draft, Schema recommendation) {

    private static final Path COMMITTED = Path.of("src", "test", "node");
    private static final Path FOLDER = Path.of("target", "node-thing-models");

    static W3cSchemas load() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "package-lock.json", ".npmrc")) {
            Files.copy(COMMITTED.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        install();
        return new W3cSchemas(schema("wot-thing-model-types"), schema("wot-thing-model-types-recommendation"));
    }

    private static void install() throws IOException, InterruptedException {
        Path log = FOLDER.resolve("npm.log");
        Process npm = new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund")
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!npm.waitFor(3, TimeUnit.MINUTES) || npm.exitValue() != 0) {
                throw new IOException("npm ci failed:\n" + Files.readString(log));
            }
        } finally {
            npm.destroyForcibly();
        }
    }

    private static Schema schema(String module) throws IOException {
        Path file = FOLDER.resolve(Path.of("node_modules", module, "schema", "tm-json-schema-validation.json"));
        JsonNode text = new ObjectMapper().readTree(file.toFile());
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text);
    }
}
