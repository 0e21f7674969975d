package io.citytwin.adapter.dittotck;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.adapter.dittotck.internal.Reply;
import org.junit.jupiter.api.Test;

/** Parts of Things: attributes, features, properties and desired properties. */
interface PartsContract {

    @Test
    default void anAttributeIsMadeChangedReadAndDeleted(Scene scene) {
        scene.overBoth(line -> {
            String at = scene.thing() + "/attributes/lane";
            line.retrieve(at).refused(404, "things:attribute.notfound");
            Reply made = line.modify(at, "{no: 1}").is(201, "{no: 1}");
            assertThat(made.etag()).startsWith("\"hash:");
            line.modify(at, "{no: 2}").isEmpty(204);
            line.retrieve(at).is(200, "{no: 2}");
            line.delete(at).isEmpty(204);
            line.retrieve(at).refused(404, "things:attribute.notfound");
            line.delete(at).refused(404, "things:attribute.notfound");
        });
    }

    @Test
    default void aNestedAttributeBringsItsParents(Scene scene) {
        scene.overBoth(line -> {
            String id = scene.thing();
            line.modify(id + "/attributes/a/b/c", "'deep'").is(201, "'deep'");
            line.retrieve(id + "/attributes/a").is(200, "{b: {c: 'deep'}}");
            line.retrieve(id + "/attributes/place/street").is(200, "'Via Roma'");
            line.delete(id + "/attributes/place/street").isEmpty(204);
            line.retrieve(id + "/attributes/place").is(200, "{row: 1}");
        });
    }

    @Test
    default void allAttributesAreReplacedAndDeleted(Scene scene) {
        scene.overBoth(line -> {
            String at = scene.thing() + "/attributes";
            line.modify(at, "{x: 1}").isEmpty(204);
            line.retrieve(at).is(200, "{x: 1}");
            line.delete(at).isEmpty(204);
            line.retrieve(at).refused(404, "things:attributes.notfound");
            line.modify(at, "{y: 2}").is(201, "{y: 2}");
        });
    }

    @Test
    default void aFeatureIsMadeChangedReadAndDeleted(Scene scene) {
        scene.overBoth(line -> {
            String at = scene.thing() + "/features/lamp";
            line.retrieve(at).refused(404, "things:feature.notfound");
            line.modify(at, "{properties: {on: true}}").is(201, "{properties: {on: true}}");
            line.modify(at, "{properties: {on: false}}").isEmpty(204);
            line.retrieve(at).is(200, "{properties: {on: false}}");
            line.delete(at).isEmpty(204);
            line.retrieve(at).refused(404, "things:feature.notfound");
            line.delete(at).refused(404, "things:feature.notfound");
        });
    }

    @Test
    default void allFeaturesAreReplacedAndDeleted(Scene scene) {
        scene.overBoth(line -> {
            String at = scene.thing() + "/features";
            line.modify(at, "{a: {}, b: {properties: {n: 1}}}").isEmpty(204);
            line.retrieve(at).is(200, "{a: {}, b: {properties: {n: 1}}}");
            line.delete(at).isEmpty(204);
            line.retrieve(at).refused(404, "things:features.notfound");
            line.modify(at, "{c: {}}").is(201, "{c: {}}");
        });
    }

    @Test
    default void aPropertyIsMadeChangedReadAndDeleted(Scene scene) {
        scene.overBoth(line -> {
            String at = scene.thing() + "/features/state/properties/speed";
            line.retrieve(at).refused(404, "things:feature.property.notfound");
            line.modify(at, "12.5").is(201, "12.5");
            line.modify(at, "13").isEmpty(204);
            line.retrieve(at).is(200, "13");
            line.delete(at).isEmpty(204);
            line.retrieve(at).refused(404, "things:feature.property.notfound");
            line.delete(at).refused(404, "things:feature.property.notfound");
        });
    }

    @Test
    default void aNestedPropertyIsReachedByItsPointer(Scene scene) {
        scene.overBoth(line -> {
            String at = scene.thing() + "/features/state/properties";
            line.modify(at + "/observed/level", "{at: '2026-01-01T00:00:00Z', quality: 'good'}")
                    .is(201);
            line.retrieve(at + "/observed/level/quality").is(200, "'good'");
            line.modify(at + "/observed/level/quality", "'bad'").isEmpty(204);
            line.retrieve(at + "/observed").is(200, "{level: {at: '2026-01-01T00:00:00Z', quality: 'bad'}}");
        });
    }

    @Test
    default void allPropertiesAreReplacedAndDeleted(Scene scene) {
        scene.overBoth(line -> {
            String at = scene.thing() + "/features/state/properties";
            line.modify(at, "{level: 2}").isEmpty(204);
            line.retrieve(at).is(200, "{level: 2}");
            line.delete(at).isEmpty(204);
            line.retrieve(at).refused(404, "things:feature.properties.notfound");
            line.modify(at, "{level: 3}").is(201, "{level: 3}");
        });
    }

    @Test
    default void aPropertyOfAMissingFeatureIsRefused(Scene scene) {
        scene.overBoth(line -> {
            String id = scene.thing();
            line.modify(id + "/features/none/properties/a", "1").refused(404, "things:feature.notfound");
            line.retrieve(id + "/features/none/properties").refused(404, "things:feature.notfound");
            line.retrieve(id + "/features/none/desiredProperties/a").refused(404, "things:feature.notfound");
        });
    }

    @Test
    default void aDesiredPropertyIsMadeChangedReadAndDeleted(Scene scene) {
        scene.overBoth(line -> {
            String at = scene.thing() + "/features/state/desiredProperties/open";
            line.retrieve(at).refused(404, "things:feature.desiredProperty.notfound");
            line.modify(at, "true").is(201, "true");
            line.modify(at, "false").isEmpty(204);
            line.retrieve(at).is(200, "false");
            line.delete(at).isEmpty(204);
            line.retrieve(at).refused(404, "things:feature.desiredProperty.notfound");
        });
    }

    @Test
    default void allDesiredPropertiesAreReplacedAndDeleted(Scene scene) {
        scene.overBoth(line -> {
            String at = scene.thing() + "/features/state/desiredProperties";
            line.retrieve(at).is(200, "{target: 5}");
            line.modify(at, "{target: 6, reason: 'rule'}").isEmpty(204);
            line.retrieve(at).is(200, "{target: 6, reason: 'rule'}");
            line.delete(at).isEmpty(204);
            line.retrieve(at).refused(404, "things:feature.desiredProperties.notfound");
            line.modify(at, "{target: 7}").is(201, "{target: 7}");
        });
    }

    @Test
    default void reportedAndDesiredPropertiesAreApart(Scene scene) {
        scene.overBoth(line -> {
            String at = scene.thing() + "/features/state";
            line.modify(at + "/desiredProperties/level", "9").is(201);
            line.retrieve(at + "/properties/level").is(200, "1");
            line.modify(at + "/properties/target", "4").is(201);
            line.retrieve(at + "/desiredProperties/target").is(200, "5");
        });
    }

    @Test
    default void theDefinitionOfAFeatureComesAndGoes(Scene scene) {
        scene.overBoth(line -> {
            String at = scene.thing() + "/features/state/definition";
            line.retrieve(at).refused(404, "things:feature.definition.notfound");
            line.modify(at, "['org.example:state:1.0.0']").is(201, "['org.example:state:1.0.0']");
            line.modify(at, "['org.example:state:1.1.0', 'org.example:more:2.0.0']")
                    .isEmpty(204);
            line.retrieve(at).is(200, "['org.example:state:1.1.0', 'org.example:more:2.0.0']");
            line.delete(at).isEmpty(204);
            line.retrieve(at).refused(404, "things:feature.definition.notfound");
        });
    }

    @Test
    default void writersOfDifferentPartsDoNotUndoEachOther(Scene scene) {
        String id = scene.thing();
        scene.http(Role.INTEGRATOR)
                .put("things/" + id + "/features/state/properties/level", "8")
                .is(204);
        scene.operator()
                .put("things/" + id + "/features/state/desiredProperties/target", "9")
                .is(204);
        scene.operator()
                .get("things/" + id + "/features/state")
                .is(
                        200,
                        "{properties: {level: 8, secret: '%s'}, desiredProperties: {target: 9}}"
                                .formatted(Scene.SECRET));
    }
}
