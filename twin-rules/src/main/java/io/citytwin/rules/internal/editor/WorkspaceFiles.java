package io.citytwin.rules.internal.editor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a workspace by path: settings, recommended extensions, schemas. Safe for use by many threads. */
public final class WorkspaceFiles {

    private static final String SCHEMAS = "/io/citytwin/rules/schema/";
    private static final String COPIES = ".citytwin/schema/";

    /** Which files follow which schema, as editors write patterns. */
    private static final Map<String, String> KINDS = kinds();

    private WorkspaceFiles() {}

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("regulation", "**/regulation.yaml");
        kinds.put("parameters", "**/parameters.yaml");
        kinds.put("state", "**/state.yaml");
        kinds.put("case", "**/cases/**/*.yaml");
        kinds.put("trust", "**/trust.yaml");
        kinds.put("signature", "**/signature.yaml");
        return kinds;
    }

    /**
     * Makes all files anew.
     *
     * @return path with slashes to bytes, the same each time
     */
    public static SortedMap<String, byte[]> all() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        ObjectNode patterns = JsonNodeFactory.instance.objectNode();
        KINDS.forEach((kind, pattern) -> {
            byte[] schema = schema(kind + ".schema.json");
            if (schema.length > 0) {
                files.put(COPIES + kind + ".schema.json", schema);
                patterns.putArray("./" + COPIES + kind + ".schema.json").add(pattern);
            }
        });
        files.put(".vscode/settings.json", json(settings(patterns)));
        files.put(".vscode/extensions.json", json(extensions()));
        return files;
    }

    private static ObjectNode settings(ObjectNode patterns) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.set("yaml.schemas", patterns);
        settings.putObject("files.associations").put("*.drl", "drools");
        // Fact types come from the folder itself: an editor of rules looks for classes of Java and finds none.
        settings.put("drools.lsp.lint.unknownTypes", "off");
        return settings;
    }

    private static ObjectNode extensions() {
        ObjectNode extensions = JsonNodeFactory.instance.objectNode();
        extensions.putArray("recommendations").add("redhat.vscode-yaml").add("drl-editor.vscode-extension-drl-editor");
        return extensions;
    }

    /** Nothing if there is no such schema. */
    private static byte[] schema(String name) {
        try (InputStream in = WorkspaceFiles.class.getResourceAsStream(SCHEMAS + name)) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The same bytes on every system. */
    private static byte[] json(ObjectNode tree) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            return (new ObjectMapper().writer(printer).writeValueAsString(tree) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
