package io.citytwin.rules.internal.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** What is closed for the engine but open for hosts with types of their own is offered, not demanded. */
    @Test
    void editorsAreOfferedTheListsThatTheEngineKnows() throws IOException {
        List<String> types =
                AssetTypes.builtIn().all().stream().map(AssetType::name).toList();
        List<String> units = Arrays.stream(Unit.values()).map(Unit::symbol).toList();

        assertThat(texts(read("state").at("/$defs/of/examples"))).containsExactlyInAnyOrderElementsOf(types);
        assertThat(texts(read("parameters").at("/$defs/parameter/properties/unit/examples")))
                .containsAll(units)
                .contains("flag", "season", "weekdays", "hours")
                .hasSize(units.size() + 4);
        assertThat(texts(read("parameters").at("/$defs/parameter/properties/columns/additionalProperties/examples")))
                .containsAll(units)
                .contains("flag", "season", "text", "hours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"regulation", "parameters", "state", "case"})
    void eachKeyThatTakesAWordOffersOne(String kind) throws IOException {
        List<String> mute = new ArrayList<>();
        collectMute("", read(kind), mute);

        // A sentence of one's own is all that can stand there.
        mute.removeIf(path -> path.matches(".*/(note|row|case)"));
        assertThat(mute).isEmpty();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static void collectMute(String path, JsonNode part, List<String> mute) {
        part.path("properties").properties().forEach(property -> {
            JsonNode key = property.getValue();
            if (key.path("type").toString().contains("string") && !key.has("enum") && !key.has("examples")) {
                mute.add(path + "/properties/" + property.getKey());
            }
        });
        part.properties().forEach(field -> collectMute(path + "/" + field.getKey(), field.getValue(), mute));
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
