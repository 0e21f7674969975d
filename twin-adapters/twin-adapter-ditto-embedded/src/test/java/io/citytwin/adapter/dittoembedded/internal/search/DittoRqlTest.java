package io.citytwin.adapter.dittoembedded.internal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.citytwin.core.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.ditto.base.model.exceptions.InvalidRqlExpressionException;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.rql.parser.RqlPredicateParser;
import org.eclipse.ditto.rql.query.filter.QueryFilterCriteriaFactory;
import org.eclipse.ditto.rql.query.things.ThingPredicateVisitor;
import org.eclipse.ditto.things.model.Thing;
import org.eclipse.ditto.things.model.ThingsModelFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DittoRqlTest {

    private static final Instant NOON = Instant.parse("2026-01-16T12:00:00Z");
    private static final DittoHeaders HEADERS =
            DittoHeaders.newBuilder().correlationId("c-1").build();
    private static final JsonObject LAMP = JsonFactory.newObject("""
            {"thingId":"org.test:lamp","policyId":"org.test:pol","definition":"org.test:Lamp:1.0.0","_revision":7,
             "_modified":"2026-01-16T11:30:00Z",
             "attributes":{"place":"Milano","n":5,"big":2.5,"on":true,"none":null,"text":"10","deep":{"a":{"b":1}},
                           "list":["x"]},
             "features":{"state":{"properties":{"power":80},"desiredProperties":{"power":50}},
                         "meter":{"definition":["org.test:Meter:1.0.0"],"properties":{"kwh":3}},
                         "bare":{}}}""");

    private final DittoRql rql = new DittoRql(new VirtualClock(NOON));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eq(thingId,\"org.test:lamp\")",
                "like(thingId,\"org.test:*\")",
                "eq(policyId,\"org.test:pol\")",
                "eq(definition,\"org.test:Lamp:1.0.0\")",
                "eq(_revision,7)",
                "gt(_revision,6)",
                "gt(_modified,\"2026-01-16T11:00:00Z\")",
                "eq(_namespace,\"org.test\")",
                "eq(attributes/place,\"Milano\")",
                "eq(attributes/place,'Milano')",
                "ne(attributes/place,\"Torino\")",
                "ne(attributes/missing,\"Torino\")",
                "eq(attributes/none,null)",
                "eq(attributes/on,true)",
                "ge(attributes/n,5)",
                "le(attributes/n,5)",
                "lt(attributes/n,5.5)",
                "gt(attributes/big,2)",
                "gt(attributes/text,9)",
                "in(attributes/n,1,5)",
                "in(attributes/place,\"Roma\",\"Milano\")",
                "exists(attributes/deep/a)",
                "eq(attributes/deep/a/b,1)",
                "eq(features/meter/definition,\"org.test:Meter:1.0.0\")",
                "exists(features/state)",
                "exists(features/state/properties/power)",
                "exists(features/state/desiredProperties)",
                "eq(features/state/desiredProperties/power,50)",
                "like(attributes/place,\"M?l*o\")",
                "ilike(attributes/place,\"mILan*\")",
                "and(ilike(attributes/place,\"MILANO\"),like(attributes/place,\"Milano\"))",
                "not(like(attributes/place,\"MILANO\"))",
                "or(eq(attributes/n,1),exists(attributes/n))",
                "and(exists(attributes/n),not(eq(attributes/n,1)))",
            })
    void matches(String filter) {
        assertThat(test(filter, LAMP)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eq(thingId,\"org.test:gate\")",
                "like(thingId,\"org.test\")",
                "gt(_revision,7)",
                "eq(attributes/missing,null)",
                "gt(attributes/missing,0)",
                "gt(attributes/deep,0)",
                "like(attributes/n,\"5\")",
                "ilike(attributes/place,\"milan\")",
                "exists(features/other)",
                "and(like(attributes/place,\"MILANO\"),ilike(attributes/place,\"MILANO\"))",
                "and(exists(attributes/n),eq(attributes/n,1))",
            })
    void doesNotMatch(String filter) {
        assertThat(test(filter, LAMP)).isFalse();
    }

    // Ditto's evaluation in memory takes the star for the name of a feature; its search does not.
    @Test
    void aStarStandsForAnyFeature() {
        assertThat(test("eq(features/*/properties/power,80)", LAMP)).isTrue();
        assertThat(test("eq(features/*/properties/power,81)", LAMP)).isFalse();
        assertThat(test("gt(features/*/properties/kwh,2)", LAMP)).isTrue();
        assertThat(test("exists(features/*/properties/kwh)", LAMP)).isTrue();
        assertThat(test("exists(features/*/properties/volt)", LAMP)).isFalse();
        assertThat(test("eq(features/*/desiredProperties/power,50)", LAMP)).isTrue();
        assertThat(test("exists(features/*/definition)", LAMP)).isTrue();
        assertThat(test("like(features/*/definition,\"org.test:Meter:*\")", LAMP))
                .isTrue();
        assertThat(test("like(features/*/definition,\"org.test:Lamp:*\")", LAMP))
                .isFalse();
        assertThat(test("exists(features/*)", LAMP)).isTrue();
        assertThat(test("not(exists(features/*/properties/kwh))", LAMP)).isFalse();
        JsonObject bare = JsonFactory.newObject("{\"thingId\":\"org.test:bare\"}");
        assertThat(test("exists(features/*)", bare)).isFalse();
        assertThat(test("ne(features/*/properties/power,1)", bare)).isFalse();
    }

    @Test
    void nowIsWhatTheClockSaysWhenTheConditionIsTested() {
        VirtualClock clock = new VirtualClock(NOON);
        Predicate<JsonObject> recent = new DittoRql(clock).condition("gt(_modified,time:now-1h)", HEADERS);
        Predicate<JsonObject> future = new DittoRql(clock).condition("gt(_modified,time:now)", HEADERS);
        assertThat(recent.test(LAMP)).isTrue();
        assertThat(future.test(LAMP)).isFalse();
        clock.advanceTo(NOON.plus(Duration.ofHours(1)));
        assertThat(recent.test(LAMP)).isFalse();
        JsonObject counted = JsonFactory.newObject("{\"attributes\":{\"at\":1}}");
        assertThat(test("lt(attributes/at,time:now_epoch_millis)", counted)).isTrue();
    }

    // As a real Ditto 3.8 answered; see SOURCE.txt of the recorded frames.
    @Test
    void aBrokenTextIsRefusedInDittosWords() {
        assertThatExceptionOfType(InvalidRqlExpressionException.class)
                .isThrownBy(() -> rql.condition("brokenrql((", HEADERS))
                .satisfies(refusal -> {
                    assertThat(refusal.toJsonString())
                            .isEqualTo("{\"status\":400,\"error\":\"rql.expression.invalid\",\"message\":"
                                    + "\"Invalid input 'b', expected WhiteSpace or Query (line 1, column 1):\\n"
                                    + "brokenrql((\\n^\",\"description\":\"Ensure that all opening parentheses have also "
                                    + "closing ones and that the RQL expression is valid.\"}");
                    assertThat(refusal.getDittoHeaders()).isEqualTo(HEADERS);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "eq(attributes/a)",
                "eq(colour,1)",
                "exists(colour)",
                "eq(attributes/a,99999999999999999999)",
                "like(attributes/a,1)",
                "eq(attributes//a,1)",
                "eq(attributes/a,place:now)",
                "eq(attributes/a,time:never)",
                "and(exists(thingId)",
                "ilike(attributes/a)",
            })
    void whatMakesNoSenseIsRefused(String filter) {
        assertRefused(filter);
    }

    @Test
    void longAndDeepTextsAreRefused() {
        for (String open : List.of("(", "not(", "and(", "\"(")) {
            assertRefused(open.repeat(100_000) + "exists(thingId)" + ")".repeat(100_000));
            assertRefused(open.repeat(1_500) + "exists(thingId)" + ")".repeat(100));
        }
        String deepest = "not(".repeat(DittoRql.MAX_DEPTH - 1) + "exists(thingId)" + ")".repeat(DittoRql.MAX_DEPTH - 1);
        assertThat(test(deepest, LAMP)).isEqualTo(DittoRql.MAX_DEPTH % 2 == 1);
        assertRefused("not(" + deepest + ")");
        assertThat(test("eq(attributes/place,\"" + "(".repeat(1_000) + "\")", LAMP))
                .isFalse();
        assertRefused("like(attributes/place,\"" + "*a".repeat(1_000) + "\")");
    }

    // A regular expression with so many stars would need years for this text.
    @Test
    void manyStarsTakeNoLonger() {
        JsonObject long100k = JsonFactory.newObjectBuilder()
                .set("/attributes/text", "a".repeat(100_000))
                .build();
        assertThat(test("like(attributes/text,\"" + "*a".repeat(200) + "*b\")", long100k))
                .isFalse();
        assertThat(test("like(attributes/text,\"" + "*a".repeat(200) + "*\")", long100k))
                .isTrue();
    }

    @Test
    void decidesLikeDittosOwnEvaluation() {
        Random random = new Random(7);
        for (int round = 0; round < 3_000; round++) {
            JsonObject thing = RandomThings.thing(random);
            String filter = RandomThings.filter(random, 3);
            Predicate<Thing> theirs = ThingPredicateVisitor.apply(
                    QueryFilterCriteriaFactory.modelBased(RqlPredicateParser.getInstance())
                            .filterCriteria(filter, HEADERS),
                    List.of());
            assertThat(test(filter, thing))
                    .as("%s on %s", filter, thing)
                    .isEqualTo(theirs.test(ThingsModelFactory.newThing(thing)));
        }
    }

    @Test
    void oneConditionServesManyThreads() {
        Predicate<JsonObject> condition = rql.condition("like(attributes/place,\"M*\")", HEADERS);
        List<Boolean> answers = new ArrayList<>();
        Stream.generate(() -> LAMP).limit(1_000).parallel().map(condition::test).forEachOrdered(answers::add);
        assertThat(answers).hasSize(1_000).containsOnly(true);
        assertThat(rql.condition("like(attributes/place,\"M*\")", HEADERS)).isSameAs(condition);
    }

    private boolean test(String filter, JsonObject thing) {
        return rql.condition(filter, HEADERS).test(thing);
    }

    private void assertRefused(String filter) {
        assertThatExceptionOfType(InvalidRqlExpressionException.class)
                .isThrownBy(() -> rql.condition(filter, HEADERS))
                .satisfies(refusal -> {
                    assertThat(refusal.getErrorCode()).isEqualTo("rql.expression.invalid");
                    assertThat(refusal.getHttpStatus().getCode()).isEqualTo(400);
                });
    }
}
