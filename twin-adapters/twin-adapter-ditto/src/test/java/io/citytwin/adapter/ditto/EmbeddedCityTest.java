package io.citytwin.adapter.ditto;

import static io.citytwin.adapter.ditto.Town.LAMP;
import static io.citytwin.adapter.ditto.Town.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.citytwin.adapter.dittoembedded.EmbeddedDitto;
import io.citytwin.adapter.simulated.SimulatedAdapter;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.sync.DirectiveRecord;
import io.citytwin.core.time.SystemClock;
import io.citytwin.core.time.VirtualClock;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same over a real session: ditto-client, HTTP and the embedded endpoint. */
class EmbeddedCityTest {

    private final VirtualClock clock = new VirtualClock(Town.MIDNIGHT);
    private final EmbeddedDitto ditto = EmbeddedDitto.builder()
            .clock(new SystemClock())
            .user("city", "c1", "nginx:city")
            .user("field", "f1")
            .bind("127.0.0.1", 0)
            .build()
            .start();

    @AfterEach
    void end() {
        ditto.close();
    }

    private DittoAdapter adapter(Town town) {
        return DittoAdapter.builder()
                .endpoint(ditto.uri())
                .login(DittoLogin.basic("city", "c1"))
                .graph(town.graph)
                .roles(DittoRoles.of(Set.of(), Set.of("nginx:field"), Set.of()))
                .devices(devices()::serves)
                .build();
    }

    private static SimulatedAdapter devices() {
        return SimulatedAdapter.builder().seed(7).build();
    }

    @Test
    void aGraphIsProvisionedOnce() {
        Town town = new Town();
        ProvisioningReport first = adapter(town).provision();
        assertThat(first.problems()).isEmpty();
        assertThat(first.created()).isEqualTo(6);
        ProvisioningReport second = adapter(town).provision();
        assertThat(second.problems()).isEmpty();
        assertThat(second.wrote()).isFalse();
        assertThat(second.unchanged()).isEqualTo(6);
    }

    @Test
    void aDayGoesTheSameWayThroughTheEndpoint() {
        Town direct = SameWithDittoTest.town();
        List<DirectiveRecord> one;
        try (CityTwin city = direct.city().adapter(devices()).build()) {
            one = SameWithDittoTest.play(city);
        }
        Town through = SameWithDittoTest.town();
        DittoAdapter adapter = adapter(through);
        adapter.provision();
        DittoGateway gateway = DittoGateway.builder()
                .endpoint(ditto.uri())
                .login(DittoLogin.basic("field", "f1"))
                .namespaces(Set.of("town"))
                .hosting(devices())
                .inStepWith(adapter)
                .build();
        List<DirectiveRecord> other;
        try (CityTwin city = through.city().adapter(adapter).adapter(gateway).build()) {
            other = SameWithDittoTest.play(city);
            assertThat(adapter.status().connected()).isTrue();
            assertThat(adapter.status().gaps()).isZero();
            assertThat(adapter.status().foreignWishes()).isZero();
        }
        assertThat(SameWithDittoTest.values(through)).isEqualTo(SameWithDittoTest.values(direct));
        assertThat(other)
                .extracting(DirectiveRecord::settledAt)
                .isEqualTo(one.stream().map(DirectiveRecord::settledAt).toList());
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().matches("citytwin-ditto-(reader|gateway|up|link|web).*")));
    }

    @Test
    void ownDataGoesUp() {
        Town town = new Town();
        DittoAdapter adapter = adapter(town);
        adapter.provision();
        try (CityTwin city = town.city().adapter(adapter).build()) {
            city.start();
            town.graph.put(
                    List.of(town.graph.types().twin(LAMP.toString(), "LampPost").withAll("ratedPower=55")), minute(0));
            RestUser reader = new RestUser(ditto, "city", "c1");
            await().untilAsserted(() -> assertThat(reader.get("/things/" + LAMP + "/attributes/ratedPower")
                            .body())
                    .isEqualTo("55"));
            assertThat(adapter.status().writes().acknowledged()).isPositive();
            assertThat(adapter.status().writes().refused()).isZero();
        }
    }

    @Test
    void theReadmesSampleIsTrue() {
        Town town = new Town();
        TwinGraph graph = town.graph;
        Set<String> operators = Set.of("nginx:ann");
        Set<String> integrators = Set.of("nginx:field");
        Set<String> citizens = Set.of();
        URI endpoint = ditto.uri();
        String password = "c1";
        // tag::readme[]
        DittoAdapter adapter = DittoAdapter.builder()
                .endpoint(endpoint) // such as https://ditto.example.org
                .login(DittoLogin.basic("city", password))
                .graph(graph)
                .roles(DittoRoles.of(operators, integrators, citizens))
                .devices(twin -> twin.type().name().equals("LampPost")) // whose devices speak Ditto
                .build();
        ProvisioningReport made = adapter.provision();
        try (CityTwin city =
                CityTwin.builder().graph(graph).clock(clock).adapter(adapter).build()) {
            city.start();
            // end::readme[]
            assertThat(made.problems()).isEmpty();
            assertThat(adapter.status().connected()).isTrue();
        }
    }
}
