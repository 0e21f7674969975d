package io.citytwin.examples.milan;

import io.citytwin.adapter.ditto.DittoAdapter;
import io.citytwin.adapter.ditto.DittoGateway;
import io.citytwin.adapter.ditto.DittoHealth;
import io.citytwin.adapter.ditto.DittoLogin;
import io.citytwin.adapter.ditto.DittoRoles;
import io.citytwin.adapter.ditto.ProvisioningReport;
import io.citytwin.adapter.dittoembedded.EmbeddedDitto;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.spi.DeviceAdapter;
import io.citytwin.core.spi.Journal;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * City and street meet in an embedded Ditto: a gateway writes what devices report to Things, and the city reads it from
 * there; the city writes what it desires to Things, and the gateway brings it to the devices. They walk in step, so that
 * time does not run away from messages. For one thread at a time.
 */
final class DittoSite implements Site {

    private static final String CITY = "city";
    private static final String STREET = "street";

    private final PrintWriter out;
    private final EmbeddedDitto ditto;
    private @Nullable DittoAdapter adapter;

    DittoSite(PrintWriter out) {
        this.out = out;
        // No secret: it listens on loopback, for as long as the demo runs.
        ditto = EmbeddedDitto.builder()
                .journal(Journal.forgetful())
                .user(CITY, CITY)
                .user(STREET, STREET)
                .build();
        ditto.start();
    }

    @Override
    public List<DeviceAdapter> adapters(TwinGraph graph, Street street) {
        DittoAdapter city = DittoAdapter.builder()
                .endpoint(ditto.uri())
                .login(DittoLogin.basic(CITY, CITY))
                .graph(graph)
                .roles(DittoRoles.of(Set.of(), Set.of("nginx:" + STREET), Set.of()))
                .devices(street::serves)
                .build();
        DittoGateway gateway = DittoGateway.builder()
                .endpoint(ditto.uri())
                .login(DittoLogin.basic(STREET, STREET))
                .hosting(street)
                .inStepWith(city)
                .build();
        adapter = city;
        return List.of(city, gateway);
    }

    /** What is played beside the city needs no Ditto. */
    @Override
    public Site again() {
        return Site.DIRECT;
    }

    @Override
    public void prepare() {
        DittoAdapter city = adapter;
        if (city != null) {
            ProvisioningReport made = city.provision();
            out.println("Ditto at " + ditto.uri() + ": " + made.created() + " things and policies made, "
                    + made.problems().size() + " problems");
            made.problems().forEach(out::println);
        }
    }

    /** How the two got on. */
    DittoHealth health() {
        DittoAdapter city = adapter;
        if (city == null) {
            throw new IllegalStateException("No city was brought together yet.");
        }
        return city.status();
    }

    @Override
    public void close() {
        ditto.close();
    }
}
