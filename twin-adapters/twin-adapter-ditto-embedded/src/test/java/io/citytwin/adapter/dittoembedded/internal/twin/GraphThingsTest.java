package io.citytwin.adapter.dittoembedded.internal.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.ditto.things.model.ThingId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GraphThingsTest {

    private static final TwinId LAMP = TwinId.of("org.test:lamp");
    private static final String STATE = "/features/state/properties";

    private final AssetTypes types = AssetTypes.builtIn();
    private final TwinGraph graph = TwinGraph.of(types);
    private final Town town = new Town();
    private GraphThings binding;

    GraphThingsTest() {
        graph.put(List.of(types.twin("org.test:lamp", "LampPost").with("ratedPower", "120")), Town.START);
        binding = bind();
    }

    private GraphThings bind() {
        return new GraphThings(town.things, graph, Town.POLICY, town::now);
    }

    @AfterEach
    void noThreadIsLeft() {
        binding.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("citytwin-ditto-graph");
    }

    @Test
    void twinsAreThingsAndChangesAreEvents() {
        assertThat(town.admin("retrieve lamp /attributes/ratedPower")).isEqualTo("200 120");
        assertThat(town.admin("retrieve lamp /definition")).isEqualTo("200 \"io.citytwin:LampPost:1.0.0\"");
        assertThat(town.admin("retrieve lamp /policyId")).isEqualTo("200 \"org.test:pol\"");
        observe("power", "80", Town.START);
        settle();
        assertThat(town.admin("retrieve lamp " + STATE + "/power")).isEqualTo("200 80");
        assertThat(town.admin("retrieve lamp " + STATE + "/observed/power/source"))
                .isEqualTo("200 \"meter\"");
        graph.desire(LAMP, "dimming", percent("40"), Town.START);
        settle();
        assertThat(town.admin("retrieve lamp /features/state/desiredProperties/dimming"))
                .isEqualTo("200 40");
        assertThat(kinds()).containsExactly("CREATED 1", "MERGED 2", "MERGED 3");
        // The control: what is known already makes no event.
        observe("power", "80", Town.START);
        graph.put(List.of(graph.find(LAMP).orElseThrow()), Town.START);
        settle();
        assertThat(town.events).hasSize(3);
        graph.remove(LAMP, Town.START);
        settle();
        assertThat(kinds()).last().isEqualTo("DELETED 4");
        assertThat(town.refused("retrieve lamp /")).isEqualTo("404 things:thing.notfound");
    }

    @Test
    void aDeviceKeepsWhenItMeasured() {
        town.admin("merge lamp " + STATE + " {\"power\":75,\"observed\":{\"power\":{\"at\":\"2026-01-16T07:00:00Z\","
                + "\"received\":\"2026-01-16T07:00:01Z\",\"source\":\"lamp-device\",\"quality\":\"UNCERTAIN\"}}}");
        Observation seen = graph.find(LAMP).orElseThrow().observations().get("power");
        assertThat(seen.measuredAt()).isEqualTo(Instant.parse("2026-01-16T07:00:00Z"));
        assertThat(seen.source()).isEqualTo("lamp-device");
        settle();
        assertThat(town.events).hasSize(2);
    }

    @Test
    void aBareValueIsOneOfNowByWhoWroteIt() {
        town.seconds.set(60);
        assertThat(town.admin("modify lamp " + STATE + "/power 75")).startsWith("20");
        assertThat(graph.reading(LAMP, "power").orElseThrow().measuredAt()).isEqualTo(town.now());
        settle();
        assertThat(town.admin("retrieve lamp " + STATE + "/observed/power/source"))
                .isEqualTo("200 \"test:admin\"");
        assertThat(town.events).hasSize(3);
        town.admin("delete lamp " + STATE + "/power");
        assertThat(graph.reading(LAMP, "power").orElseThrow().value()).isEmpty();
        settle();
        assertThat(town.refused("retrieve lamp " + STATE + "/power")).isEqualTo("404 things:feature.property.notfound");
    }

    @Test
    void ownDataAndWishesReachTheGraph() {
        assertThat(town.admin("modify lamp /attributes/ratedPower 90")).isEqualTo("204");
        assertThat(graph.find(LAMP).orElseThrow().value("ratedPower"))
                .contains(new Quantity(new BigDecimal("90"), Unit.of("W")));
        town.admin(
                "merge lamp /features/state/desiredProperties {\"dimming\":30,\"directive\":{\"dimming\":{\"id\":\"d1\"}}}");
        assertThat(graph.desired(LAMP, "dimming")).contains(percent("30"));
        settle();
        assertThat(town.admin("retrieve lamp /features/state/desiredProperties/directive/dimming/id"))
                .isEqualTo("200 \"d1\"");
        town.admin("delete lamp /features/state/desiredProperties");
        assertThat(graph.desired(LAMP, "dimming")).contains(percent("100"));
        town.admin("delete lamp /attributes/ratedPower");
        assertThat(graph.find(LAMP).orElseThrow().value("ratedPower")).isEmpty();
        town.admin("modify lamp /attributes/note \"painted\"");
        settle();
        assertThat(town.admin("retrieve lamp /attributes/note")).isEqualTo("200 \"painted\"");
    }

    @Test
    void whatATypeCannotHoldIsRefused() {
        long revision =
                town.things.find(ThingId.of("org.test:lamp")).orElseThrow().revision();
        long changes = graph.revision();
        assertThat(town.refused("modify lamp " + STATE + "/power \"much\"")).isEqualTo("400 citytwin:value.invalid");
        assertThat(town.refused("merge lamp / {\"attributes\":{\"ratedPower\":true}}"))
                .isEqualTo("400 citytwin:value.invalid");
        assertThat(town.refused("modify lamp /features/state/desiredProperties {\"dimming\":\"off\"}"))
                .isEqualTo("400 citytwin:value.invalid");
        assertThat(town.refused("modify lamp /attributes/place \"org.test:nowhere\""))
                .isEqualTo("400 citytwin:value.invalid");
        assertThat(town.refused("modify lamp /definition \"io.citytwin:Gate:1.0.0\""))
                .isEqualTo("400 citytwin:value.invalid");
        assertThat(town.refused("delete lamp /definition")).isEqualTo("400 citytwin:value.invalid");
        settle();
        assertThat(town.things.find(ThingId.of("org.test:lamp")).orElseThrow().revision())
                .isEqualTo(revision);
        assertThat(graph.revision()).isEqualTo(changes);
    }

    @Test
    void aNewThingIsANewTwinAndADeletedOneIsGone() {
        assertThat(town.admin(
                        "create m / {\"policyId\":\"org.test:pol\",\"definition\":\"io.citytwin:Municipality:1.0.0\"}"))
                .startsWith("201");
        assertThat(town.admin("create other / {\"policyId\":\"org.test:pol\",\"definition\":\"some:thing:1\"}"))
                .startsWith("201");
        assertThat(graph.find(TwinId.of("org.test:m"))).isPresent();
        assertThat(graph.find(TwinId.of("org.test:other"))).isEmpty();
        assertThat(town.admin("modify lamp /attributes/place \"org.test:m\"")).startsWith("201");
        assertThat(town.refused("delete m /")).isEqualTo("409 citytwin:twin.related");
        assertThat(town.admin("delete lamp /")).isEqualTo("204");
        assertThat(graph.find(LAMP)).isEmpty();
        assertThat(town.admin("delete m /")).isEqualTo("204");
        settle();
        assertThat(town.things.all()).extracting(thing -> thing.id().getName()).containsExactly("other");
    }

    @Test
    void aRestartMakesNoEvents() {
        observe("power", "80", Town.START);
        settle();
        binding.close();
        observe("energy", "5", Town.START);
        int events = town.events.size();
        binding = bind();
        assertThat(town.events).hasSize(events + 1);
        assertThat(town.admin("retrieve lamp " + STATE + "/energy")).isEqualTo("200 5");
        binding.close();
        binding = bind();
        assertThat(town.events).hasSize(events + 1);
    }

    @Test
    void writersOnBothSidesEndInAgreement() throws Exception {
        Thread engine = new Thread(() -> {
            for (int i = 1; i <= 300; i++) {
                observe("energy", Integer.toString(i), Town.START.plusSeconds(i));
                graph.desire(LAMP, "dimming", percent(Integer.toString(i % 100)), Town.START);
            }
        });
        engine.start();
        for (int i = 1; i <= 300; i++) {
            town.seconds.incrementAndGet();
            town.answer(Town.ADMIN, "merge lamp " + STATE + " {\"power\":" + i + "}", Map.of());
        }
        engine.join();
        settle();
        assertThat(town.admin("retrieve lamp " + STATE + "/power")).isEqualTo("200 300");
        assertThat(town.admin("retrieve lamp " + STATE + "/energy")).isEqualTo("200 300");
        assertThat(graph.reading(LAMP, "power").orElseThrow().value())
                .contains(new Quantity(new BigDecimal("300"), Unit.of("W")));
        assertThat(town.admin("retrieve lamp /features/state/desiredProperties/dimming"))
                .isEqualTo("200 0");
    }

    private void settle() {
        await().until(binding::settled);
    }

    private List<String> kinds() {
        return town.events.stream()
                .map(event -> event.kind() + " " + event.revision())
                .toList();
    }

    private static Value percent(String number) {
        return new Quantity(new BigDecimal(number), Unit.of("%"));
    }

    private void observe(String property, String number, Instant at) {
        Unit unit = Unit.of(property.equals("power") ? "W" : "kWh");
        graph.observe(new Observation(
                LAMP,
                property,
                Optional.of(new Quantity(new BigDecimal(number), unit)),
                at,
                at,
                "meter",
                Quality.GOOD));
    }
}
