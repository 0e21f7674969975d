package io.citytwin.rules.internal.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemasTest {

    @ParameterizedTest
    @ValueSource(strings = {"regulation", "parameters", "state", "case"})
    void eachKeyHasATitleAndADescriptionForEditors(String kind) throws IOException {
        JsonNode schema = read(kind);
        List<String> bare = new ArrayList<>();
        collectBare("", schema, schema, bare);

        assertThat(schema.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(bare).isEmpty();
    }

    @Test
    void aPlantedKeyWithoutDescriptionIsFound() throws IOException {
        JsonNode schema = new ObjectMapper().readTree("{\"properties\": {\"a\": {\"title\": \"A\"}}}");
        List<String> bare = new ArrayList<>();
        collectBare("", schema, schema, bare);

        assertThat(bare).containsExactly("/properties/a");
    }

    private static void collectBare(String path, JsonNode part, JsonNode root, List<String> bare) {
        part.path("properties").properties().forEach(property -> {
            JsonNode key = property.getValue();
            JsonNode target =
                    key.has("$ref") ? root.at(key.path("$ref").asText().substring(1)) : key;
            if ((key.has("title") ? key : target).path("title").isMissingNode()
                    || (key.has("description") ? key : target)
                            .path("description")
                            .isMissingNode()) {
                bare.add(path + "/properties/" + property.getKey());
            }
        });
        part.properties().forEach(field -> collectBare(path + "/" + field.getKey(), field.getValue(), root, bare));
    }

    private static JsonNode read(String kind) throws IOException {
        try (InputStream in =
                SchemaCheck.class.getResourceAsStream("/io/citytwin/rules/schema/" + kind + ".schema.json")) {
            return new ObjectMapper().readTree(in);
        }
    }
}
