package io.citytwin.adapter.ditto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.thing.ThingForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ThingModelsTest {

    private static final AssetTypes TYPES = AssetTypes.builtIn();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOON = Instant.parse("2026-01-16T12:00:00Z");
    private static final SortedMap<String, ObjectNode> MODELS = new TreeMap<>();

    @BeforeAll
    static void parse() throws IOException {
        for (Map.Entry<String, String> file : ThingModels.of(TYPES).files().entrySet()) {
            MODELS.put(file.getKey(), (ObjectNode) JSON.readTree(file.getValue()));
        }
    }

    @Test
    void everyModelIsValidForTheW3cAndPlantedMistakesAreNot() throws IOException, InterruptedException {
        W3cSchemas schemas = W3cSchemas.load();
        assertThat(MODELS).hasSizeGreaterThan(40);
        MODELS.forEach((name, model) -> {
            assertThat(schemas.draft().validate(model)).as(name).isEmpty();
            assertThat(schemas.recommendation().validate(model)).as(name).isEmpty();
        });
        for (Schema schema : List.of(schemas.draft(), schemas.recommendation())) {
            assertThat(schema.validate(without("@context"))).isNotEmpty();
            assertThat(schema.validate(without("@type"))).isNotEmpty();
            ObjectNode thing = lamp();
            thing.put("@type", "Thing");
            assertThat(schema.validate(thing)).isNotEmpty();
            ObjectNode decimal = lamp();
            decimal.withObject("/properties/ratedPower").put("type", "decimal");
            assertThat(schema.validate(decimal)).isNotEmpty();
        }
        // A model is no instance; only the Recommendation's schema says so.
        ObjectNode instance = lamp();
        instance.withObject("/version").put("instance", "1.0.0");
        assertThat(schemas.recommendation().validate(instance)).isNotEmpty();
    }

    private static ObjectNode without(String field) {
        ObjectNode model = lamp();
        model.remove(field);
        return model;
    }

    private static ObjectNode lamp() {
        return model("LampPost").deepCopy();
    }

    @Test
    void eachPropertyIsInOneOfTheTwoModelsOfItsType() {
        for (AssetType type : TYPES.all()) {
            List<String> all = new ArrayList<>(names(model(type.name()), Set.of("zones", "observed")));
            assertThat(all).noneMatch(name -> type.reported().contains(name));
            if (type.reported().isEmpty()) {
                assertThat(MODELS).doesNotContainKey(ThingForm.modelFile(type.name() + ".State"));
            } else {
                ObjectNode state = model(type.name() + ".State");
                all.addAll(names(state, Set.of("observed", "directive", "answered")));
                type.reported()
                        .forEach(name -> assertThat(state.at("/properties/" + name + "/readOnly")
                                        .asBoolean())
                                .isEqualTo(!type.actuators().containsKey(name)));
                assertThat(state.at("/actions").has("directive"))
                        .isEqualTo(!type.actuators().isEmpty());
            }
            assertThat(all)
                    .containsExactlyInAnyOrderElementsOf(type.properties().keySet());
        }
    }

    private static List<String> names(ObjectNode model, Set<String> beside) {
        List<String> names = new ArrayList<>();
        model.at("/properties").fieldNames().forEachRemaining(names::add);
        names.removeAll(beside);
        return names;
    }

    @Test
    void everyTermHasADeclaredPrefixAndEveryNumberAUnit() {
        Set<String> terms = new HashSet<>();
        MODELS.values().forEach(model -> {
            Set<String> prefixes = new HashSet<>(Set.of("tm"));
            model.at("/@context/2").fieldNames().forEachRemaining(prefixes::add);
            model.findValues("@type").forEach(list -> list.forEach(term -> terms.add(term.textValue())));
            model.at("/properties").findValues("unit").forEach(unit -> terms.add(unit.textValue()));
            model.findValues("citytwin:target").forEach(target -> terms.add(target.textValue()));
            assertThat(terms).allMatch(term -> prefixes.contains(term.substring(0, term.indexOf(':'))));
        });
        for (AssetType type : TYPES.all()) {
            type.properties().forEach((name, held) -> {
                String model = type.reported().contains(name) ? type.name() + ".State" : type.name();
                JsonNode property = model(model).at("/properties/" + name);
                assertThat(property.has("unit")).isEqualTo(held instanceof ValueType.Number);
                assertThat(property.has("citytwin:target")).isEqualTo(held instanceof ValueType.Relation);
                assertThat(property.has("citytwin:personal"))
                        .isEqualTo(type.personal().contains(name));
            });
        }
    }

    @Test
    void saysWhatALampPostIs() {
        JsonNode power = model("LampPost.State").at("/properties/power");
        assertThat(power.at("/unit").textValue()).isEqualTo("unit:W");
        assertThat(power.at("/description").textValue()).isEqualTo("Power in W. Devices report it.");
        assertThat(power.at("/@type"))
                .hasToString("[\"citytwin:LampPost.power\",\"saref:Power\",\"sosa:ObservableProperty\"]");
        JsonNode dimming = model("LampPost.State").at("/properties/dimming");
        assertThat(dimming.at("/citytwin:resting").intValue()).isEqualTo(100);
        assertThat(dimming.at("/readOnly").booleanValue()).isFalse();
        assertThat(model("LampPost").at("/properties/place/description").textValue())
                .isEqualTo("Place, the id of a municipality. It says where the twin is.");
        assertThat(model("LampPost").at("/properties/zones").has("citytwin:personal"))
                .isFalse();
        assertThat(model("Vehicle").at("/properties/zones").has("citytwin:personal"))
                .isTrue();
        assertThat(model("LampPost").at("/version")).hasToString("{\"model\":\"1.0.0\"}");
    }

    @Test
    void linksLeadToModelsThatAreThere() {
        String base = "https://models.example/city";
        SortedMap<String, String> published = ThingModels.of(TYPES, base).files();
        assertThat(published.keySet()).isEqualTo(MODELS.keySet());
        MODELS.forEach((name, model) -> {
            List<String> links = model.at("/links").findValuesAsText("href");
            assertThat(MODELS.keySet()).containsAll(links);
            links.forEach(link -> assertThat(published.get(name)).contains("\"" + base + "/" + link + "\""));
        });
        ThingForm form = ThingForm.of(TYPES, base);
        assertThat(TYPES.all())
                .allMatch(type -> published.containsKey(form.definition(type).substring(base.length() + 1)));
        JsonNode submodel = model("LampPost").at("/links/0");
        assertThat(submodel.at("/rel").textValue()).isEqualTo("tm:submodel");
        assertThat(submodel.at("/instanceName").textValue()).isEqualTo(ThingForm.STATE);
    }

    @Test
    void theSameTypesGiveTheSameBytes() {
        assertThat(ThingModels.of(TYPES).files())
                .isEqualTo(ThingModels.of(TYPES).files());
        assertThat(ThingModels.of(TYPES).files().values())
                .allMatch(text -> !text.contains("\r") && text.endsWith("}\n"));
    }

    @Test
    void whatTheFormWritesIsWhatTheModelsDescribe() {
        Twin lamp = TYPES.twin("it.milano:lamp-17", "LampPost")
                .withAll("place=it:Milano ratedPower=70 wifi=true lightingClass=M4")
                .with("location", "9.2025 45.4517");
        lamp = lamp.with(new Observation(
                lamp.id(), "power", Optional.of(Quantity.of("48.2", Unit.WATT)), NOON, NOON, "lamps", Quality.GOOD));
        ObjectNode thing = ThingForm.of(TYPES).whole(lamp.in(new TreeSet<>(Set.of(lamp.id()))));
        JsonNode attributes = thing.at("/attributes");
        JsonNode properties = thing.at("/features/state/properties");
        assertThat(asSchema("LampPost").validate(attributes)).isEmpty();
        assertThat(asSchema("LampPost.State").validate(properties)).isEmpty();
        // The same as other types would describe it.
        assertThat(asSchema("LampPost.State").validate(attributes)).isNotEmpty();
        assertThat(asSchema("LampPost").validate(properties)).isNotEmpty();
        ((ObjectNode) properties).put("power", "48.2 W");
        assertThat(asSchema("LampPost.State").validate(properties)).isNotEmpty();
    }

    /** A data schema of the Web of Things is a JSON Schema with more words. */
    private static Schema asSchema(String model) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        schema.set("properties", model(model).at("/properties"));
        schema.put("additionalProperties", false);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema);
    }

    @Test
    void theLockFileNamesNoRegistry() throws IOException {
        String lock = Files.readString(Path.of("src", "test", "node", "package-lock.json"));
        assertThat(lock).contains("sha512-").doesNotContain("http").doesNotContain("resolved");
    }

    private static ObjectNode model(String name) {
        ObjectNode model = MODELS.get(ThingForm.modelFile(name));
        if (model == null) {
            throw new AssertionError("no model of " + name);
        }
        return model;
    }
}
