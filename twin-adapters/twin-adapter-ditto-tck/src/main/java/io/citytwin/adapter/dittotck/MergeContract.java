package io.citytwin.adapter.dittotck;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.adapter.dittotck.internal.Reply;
import org.junit.jupiter.api.Test;

/** Merge patches as RFC 7396 has them. */
interface MergeContract {

    @Test
    default void aPatchOfAThingChangesOnlyWhatItNames(Scene scene) {
        scene.overBoth(line -> {
            String id = scene.thing();
            String patch = """
                    {attributes: {place: {row: 2}, fresh: true},
                    features: {state: {properties: {level: 4}, desiredProperties: {target: null}}, lamp: {properties: {on: true}}}}
                    """;
            Reply merged = line.merge(id, patch).isEmpty(204);
            assertThat(merged.etag()).startsWith("\"rev:");
            line.retrieve(id + "/attributes")
                    .is(200, "{name: 'gate', place: {street: 'Via Roma', row: 2}, fresh: true}");
            line.retrieve(id + "/features/state/properties")
                    .is(200, "{level: 4, secret: '%s'}".formatted(Scene.SECRET));
            line.retrieve(id + "/features/state/desiredProperties/target")
                    .refused(404, "things:feature.desiredProperty.notfound");
            line.retrieve(id + "/features/lamp").is(200, "{properties: {on: true}}");
        });
    }

    @Test
    default void aPatchOfAttributesChangesOnlyWhatItNames(Scene scene) {
        scene.overBoth(line -> {
            String at = scene.thing() + "/attributes";
            line.merge(at, "{name: 'door', place: {street: null}, more: {a: 1}}")
                    .isEmpty(204);
            line.retrieve(at).is(200, "{name: 'door', place: {row: 1}, more: {a: 1}}");
        });
    }

    @Test
    default void aPatchOfOneAttributeReachesDeep(Scene scene) {
        scene.overBoth(line -> {
            String id = scene.thing();
            line.merge(id + "/attributes/place", "{row: 7}").isEmpty(204);
            line.merge(id + "/attributes/name", "'door'").isEmpty(204);
            line.retrieve(id + "/attributes").is(200, "{name: 'door', place: {street: 'Via Roma', row: 7}}");
        });
    }

    @Test
    default void aPatchOfAFeatureChangesOnlyWhatItNames(Scene scene) {
        scene.overBoth(line -> {
            String at = scene.thing() + "/features/state";
            line.merge(at, "{properties: {secret: null, level: 3}, desiredProperties: {lease: 'x'}}")
                    .isEmpty(204);
            line.retrieve(at).is(200, "{properties: {level: 3}, desiredProperties: {target: 5, lease: 'x'}}");
        });
    }

    @Test
    default void aPatchOfPropertiesChangesOnlyWhatItNames(Scene scene) {
        scene.overBoth(line -> {
            String at = scene.thing() + "/features/state/properties";
            line.merge(at, "{level: 2, observed: {level: {quality: 'good'}}}").isEmpty(204);
            line.merge(at, "{observed: {level: {source: 'tck'}}}").isEmpty(204);
            line.retrieve(at + "/observed").is(200, "{level: {quality: 'good', source: 'tck'}}");
            line.retrieve(at + "/level").is(200, "2");
        });
    }

    @Test
    default void aPatchOfAPropertyReplacesItsScalar(Scene scene) {
        scene.overBoth(line -> {
            String at = scene.thing() + "/features/state/properties/level";
            line.merge(at, "'high'").isEmpty(204);
            line.retrieve(at).is(200, "'high'");
        });
    }

    @Test
    default void aPatchOfADesiredPropertyLeavesTheReportedOne(Scene scene) {
        scene.overBoth(line -> {
            String at = scene.thing() + "/features/state";
            line.merge(at + "/desiredProperties", "{level: 6}").isEmpty(204);
            line.retrieve(at + "/desiredProperties").is(200, "{target: 5, level: 6}");
            line.retrieve(at + "/properties/level").is(200, "1");
        });
    }

    @Test
    default void nullForWhatIsNotThereChangesNothing(Scene scene) {
        scene.overBoth(line -> {
            String at = scene.thing() + "/attributes";
            line.merge(at, "{nothing: null}").isEmpty(204);
            line.retrieve(at).is(200, "{name: 'gate', place: {street: 'Via Roma', row: 1}}");
        });
    }

    @Test
    default void listsAreReplacedWhole(Scene scene) {
        scene.overBoth(line -> {
            String at = scene.thing() + "/attributes";
            line.merge(at, "{list: [1, 2, 3]}").isEmpty(204);
            line.merge(at, "{list: [4]}").isEmpty(204);
            line.retrieve(at + "/list").is(200, "[4]");
        });
    }

    @Test
    default void anObjectTakesThePlaceOfAScalar(Scene scene) {
        scene.overBoth(line -> {
            String at = scene.thing() + "/attributes";
            line.merge(at, "{name: {it: 'porta', none: null}}").isEmpty(204);
            line.retrieve(at + "/name").is(200, "{it: 'porta'}");
        });
    }

    @Test
    default void aPatchTakesAFeatureAway(Scene scene) {
        scene.overBoth(line -> {
            String id = scene.thing();
            line.merge(id + "/features", "{state: null, other: {properties: {a: 1}}}")
                    .isEmpty(204);
            line.retrieve(id + "/features").is(200, "{other: {properties: {a: 1}}}");
        });
    }

    @Test
    default void aRepeatedPatchChangesNothingMore(Scene scene) {
        scene.overBoth(line -> {
            String id = scene.thing();
            line.merge(id, "{attributes: {n: 1, name: null}}").isEmpty(204);
            line.merge(id, "{attributes: {n: 1, name: null}}").isEmpty(204);
            line.retrieve(id + "/attributes").is(200, "{place: {street: 'Via Roma', row: 1}, n: 1}");
        });
    }

    @Test
    default void aPatchOfAnotherContentTypeIsRefused(Scene scene) {
        String id = scene.thing();
        scene.operator()
                .patch("things/" + id, "{attributes: {a: 1}}", "Content-Type", "application/json")
                .refused(415, "mediatype.unsupported");
        scene.operator().get("things/" + id + "/attributes/a").refused(404, "things:attribute.notfound");
    }

    @Test
    default void aConditionHoldsForAPatchToo(Scene scene) {
        scene.overBoth(line -> {
            String id = scene.thing();
            line.merge(id, "{attributes: {n: 1}}", "condition", "eq(attributes/name,'door')")
                    .refused(412, "things:condition.failed");
            line.merge(id, "{attributes: {n: 1}}", "condition", "eq(attributes/name,'gate')")
                    .isEmpty(204);
            line.retrieve(id + "/attributes/n").is(200, "1");
        });
    }
}
