package io.citytwin.core.thing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.spi.DeadLetter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// What devices and foreign hands write into a Thing.
class OddThingsTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final ThingForm FORM = ThingForm.of(RandomTwins.TYPES);
    private static final Instant NOON = Instant.parse("2026-01-16T12:00:00Z");
    private static final AssetType LAMP = RandomTwins.TYPES.get("LampPost");
    private static final TwinId ID = TwinId.of("it.milano:lamp-17");

    @Test
    void aBareValueIsGoodAndWasTrueWhenItCame() throws IOException {
        assertThat(state("{\"properties\": {\"power\": 48.20}}").observations())
                .containsExactly(new Observation(
                        ID, "power", Optional.of(Quantity.of("48.2", Unit.WATT)), NOON, NOON, "reader", Quality.GOOD));
    }

    @Test
    void anEntryAloneOrANullAloneIsNoObservation() throws IOException {
        ThingReading entry = state("{\"properties\": {\"observed\": {\"power\": {\"quality\": \"BAD\"}}}}");
        ThingReading nothing = state("{\"properties\": {\"power\": null}}");
        assertThat(List.of(entry, nothing))
                .allMatch(
                        read -> read.observations().isEmpty() && read.problems().isEmpty());
    }

    @Test
    void whatIsTakenAwayIsEmpty() throws IOException {
        assertThat(read("{\"attributes\": {\"wifi\": null}}").own()).isEqualTo(Map.of("wifi", Optional.empty()));
        assertThat(read("{\"attributes\": null}").own())
                .containsEntry("wifi", Optional.empty())
                .doesNotContainKey("power");
        assertThat(state("{\"desiredProperties\": {\"dimming\": null}}").wishes())
                .isEqualTo(Map.of("dimming", new ThingReading.Wish(Optional.empty(), Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C103 | {'properties': {'power': '48'}}",
                "C103 | {'properties': {'power': {}}}",
                "C103 | {'properties': {'power': 1e999999999}}",
                "C103 | {'properties': {'power': 1e-999999999}}",
                "C104 | {'properties': {'ratedPower': 70}}",
                "C104 | {'properties': {'colour': 'red'}}",
                "C104 | {'desiredProperties': {'power': 48}}",
                "C103 | {'desiredProperties': {'dimming': true}}",
                "C105 | {'desiredProperties': 1}",
                "C105 | {'properties': [1]}",
                "C105 | {'properties': {'observed': 7}}",
                "C105 | {'properties': {'power': 1, 'observed': {'power': {'at': 'noon'}}}}",
                "C105 | {'properties': {'power': 1, 'observed': {'power': {'at': '+999999999-01-01T00:00:00Z'}}}}",
                "C105 | {'properties': {'power': 1, 'observed': {'power': {'quality': 'good'}}}}",
                "C105 | {'properties': {'power': 1, 'observed': {'power': {'source': 3}}}}",
                "C105 | {'properties': {'answered': {'dimming': {'refused': 'x'}}}}",
                "C104 | {'properties': {'answered': {'power': {'directive': 'd'}}}}",
            })
    void oneThingWrongIsOneProblemAndTheRestIsRead(String code, String state) throws IOException {
        ObjectNode thing = FORM.whole(Twin.of(ID, LAMP).with("wifi", "true"));
        thing.withObject("/features").set(ThingForm.STATE, JSON.readTree(state.replace('\'', '"')));
        ThingReading read = FORM.read(ID, LAMP, thing, NOON, "reader");
        assertThat(read.problems()).extracting(DeadLetter::code).containsExactly(code);
        assertThat(read.problems().get(0).source()).isEqualTo("reader");
        assertThat(read.own()).containsKey("wifi");
        assertThat(read.answers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'label': 12}",
                "{'wifi': 'true'}",
                "{'place': 'nowhere'}",
                "{'lightingClass': 'M99'}",
                "{'location': [9, 45]}",
                "{'location': {'type': 'Point', 'coordinates': [200, 45]}}",
                "{'location': {'type': 'Point', 'coordinates': [9]}}",
                "{'location': {'type': 'Point', 'coordinates': [9, 1e400000000]}}",
                "{'location': {'type': 'MultiPolygon', 'coordinates': []}}",
            })
    void ownDataOfAnotherKindIsAProblem(String attributes) throws IOException {
        ThingReading read = read("{\"attributes\": " + attributes.replace('\'', '"') + "}");
        assertThat(read.problems()).hasSize(1);
        assertThat(read.own()).isEmpty();
    }

    @Test
    void anOutlineThatCrossesItselfIsAProblem() throws IOException {
        JsonNode bowTie = JSON.readTree("""
                {"attributes": {"outline": {"type": "Polygon",
                  "coordinates": [[[9, 45], [10, 46], [10, 45], [9, 46], [9, 45]]]}}}""");
        AssetType zone = RandomTwins.TYPES.get("Zone");
        assertThat(FORM.read(ID, zone, bowTie, NOON, "x").problems())
                .extracting(DeadLetter::code)
                .containsExactly("C112");
    }

    @Test
    void saysWhenTheDefinitionIsOfAnotherType() throws IOException {
        assertThat(read("{\"definition\": \"io.citytwin:Gate:1.0.0\"}").problems())
                .extracting(DeadLetter::code)
                .containsExactly("C106");
        assertThat(read("{\"definition\": \"https://x/LampPost-1.0.0.tm.jsonld\", \"policyId\": \"a:b\"}")
                        .problems())
                .isEmpty();
    }

    @Test
    void messagesStayShortAndFew() {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < 10_000; i++) {
            attributes.put("x".repeat(200) + i, "y".repeat(1000));
        }
        ObjectNode thing = JsonNodeFactory.instance.objectNode();
        thing.set("attributes", attributes);
        List<DeadLetter> problems = FORM.read(ID, LAMP, thing, NOON, "x").problems();
        assertThat(problems).hasSize(101).allMatch(problem -> problem.toString().length() < 500);
    }

    @Test
    void nothingThrowsOnAnyJson() {
        Random die = new Random(6);
        RandomTwins twins = new RandomTwins(7);
        List<AssetType> types = new ArrayList<>(RandomTwins.TYPES.all());
        for (int i = 0; i < 3000; i++) {
            AssetType type = types.get(die.nextInt(types.size()));
            ObjectNode thing = FORM.whole(twins.twin(type));
            spoil(thing, die);
            assertThat(FORM.read(ID, type, thing, NOON, "x").problems()).hasSizeLessThan(102);
        }
        for (JsonNode any : anything(die)) {
            assertThat(FORM.read(ID, LAMP, any, NOON, "x").observations()).isEmpty();
        }
    }

    private static void spoil(JsonNode node, Random die) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                if (die.nextInt(6) == 0) {
                    List<JsonNode> odd = anything(die);
                    object.set(name, odd.get(die.nextInt(odd.size())));
                } else {
                    spoil(object.get(name), die);
                }
            }
        } else if (node instanceof ArrayNode array && !array.isEmpty() && die.nextInt(4) == 0) {
            List<JsonNode> odd = anything(die);
            array.set(die.nextInt(array.size()), odd.get(die.nextInt(odd.size())));
        } else {
            node.forEach(part -> spoil(part, die));
        }
    }

    private static final JsonNode DEEP = deep();
    private static final JsonNode LONG = DecimalNode.valueOf(new BigDecimal(BigInteger.ONE.shiftLeft(3_000_000)));

    private static List<JsonNode> anything(Random die) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return List.of(
                DEEP,
                LONG,
                json.numberNode(BigInteger.ONE.shiftLeft(3_000_000)),
                DecimalNode.valueOf(new BigDecimal("1e999999999")),
                DecimalNode.valueOf(new BigDecimal("-1e-999999999")),
                DoubleNode.valueOf(Double.NaN),
                DoubleNode.valueOf(die.nextGaussian() * 1e300),
                json.nullNode(),
                json.booleanNode(true),
                json.textNode("\uD800" + "x".repeat(die.nextInt(5000))),
                json.numberNode(die.nextLong()),
                json.arrayNode().add(json.arrayNode()).add(1),
                json.objectNode().put("observed", 1).put("type", "Point"),
                json.binaryNode(new byte[] {1}),
                json.pojoNode(die),
                json.missingNode());
    }

    private static JsonNode deep() {
        JsonNode node = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < 100_000; i++) {
            node = i % 2 == 0
                    ? JsonNodeFactory.instance.arrayNode().add(node)
                    : JsonNodeFactory.instance.objectNode().set("coordinates", node);
        }
        return node;
    }

    private static ThingReading state(String state) throws IOException {
        return read("{\"features\": {\"state\": " + state + "}}");
    }

    private static ThingReading read(String thing) throws IOException {
        return FORM.read(ID, LAMP, JSON.readTree(thing), NOON, "reader");
    }
}
