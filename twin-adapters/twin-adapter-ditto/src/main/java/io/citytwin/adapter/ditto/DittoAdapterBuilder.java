package io.citytwin.adapter.ditto;

import io.citytwin.adapter.ditto.internal.link.Web;
import io.citytwin.adapter.ditto.internal.provision.Plans;
import io.citytwin.adapter.ditto.internal.provision.Provisioner;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Twin;
import io.citytwin.core.thing.ThingForm;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says where a Ditto is and what it shall hold. For one thread at a time. */
public final class DittoAdapterBuilder {

    private String name = "ditto";
    private @Nullable URI endpoint;
    private DittoLogin login = DittoLogin.none();
    private DittoTrust trust = DittoTrust.system();
    private @Nullable TwinGraph graph;
    private DittoRoles roles = DittoRoles.none();
    private Predicate<Twin> devices = twin -> false;
    private Set<String> namespaces = Set.of();
    private @Nullable URI models;
    private Duration pause = Duration.ofMinutes(1);

    DittoAdapterBuilder() {}

    /**
     * Sets the adapter's name; {@code ditto} if left out. It marks the Things that the adapter makes.
     *
     * @param word such as {@code ditto}
     * @return this builder
     */
    public DittoAdapterBuilder name(String word) {
        name = word;
        return this;
    }

    /**
     * Sets where the Ditto is; needed.
     *
     * @param base such as {@code https://ditto.example.org}
     * @return this builder
     */
    public DittoAdapterBuilder endpoint(URI base) {
        endpoint = base;
        return this;
    }

    /**
     * Sets who the city is; nobody if left out.
     *
     * @param who a login
     * @return this builder
     */
    public DittoAdapterBuilder login(DittoLogin who) {
        login = who;
        return this;
    }

    /**
     * Sets whose certificates are believed; those that Java believes if left out.
     *
     * @param anchors trusted ones
     * @return this builder
     */
    public DittoAdapterBuilder trust(DittoTrust anchors) {
        trust = anchors;
        return this;
    }

    /**
     * Sets the twins; needed.
     *
     * @param twins the same graph as the city's
     * @return this builder
     */
    public DittoAdapterBuilder graph(TwinGraph twins) {
        graph = twins;
        return this;
    }

    /**
     * Sets who else may read and write; nobody if left out.
     *
     * @param subjects by role
     * @return this builder
     */
    public DittoAdapterBuilder roles(DittoRoles subjects) {
        roles = subjects;
        return this;
    }

    /**
     * Sets whose devices speak Ditto: their values are read from it and their directives go through it. None if left out.
     *
     * @param speaking true for such a twin
     * @return this builder
     */
    public DittoAdapterBuilder devices(Predicate<Twin> speaking) {
        devices = speaking;
        return this;
    }

    /**
     * Sets which namespaces are followed; those of the graph at the start if left out.
     *
     * @param names such as {@code it.milano}
     * @return this builder
     */
    public DittoAdapterBuilder namespaces(Set<String> names) {
        namespaces = Set.copyOf(names);
        return this;
    }

    /**
     * Sets where the Thing Models are; Things then name them by URL.
     *
     * @param base such as {@code https://models.example.org/}
     * @return this builder
     */
    public DittoAdapterBuilder models(URI base) {
        models = base;
        return this;
    }

    /**
     * Sets how long the city waits, by its own clock, before it writes one wish again that somebody else has overwritten
     * twice; a minute if left out.
     *
     * @param between two writings
     * @return this builder
     */
    public DittoAdapterBuilder pause(Duration between) {
        pause = between;
        return this;
    }

    /**
     * The adapter; it does nothing before its start.
     *
     * @return an adapter
     * @throws CityTwinException {@code D106} if the endpoint or the graph is missing, {@code D101} if the endpoint is none
     */
    public DittoAdapter build() {
        if (endpoint == null) {
            throw new CityTwinException(
                    DittoError.SETTING, "The adapter `" + name + "` has no endpoint.", "Maybe call `endpoint`.");
        }
        return build(RealWire.to(new RealWire.Target(name, endpoint, login, trust)));
    }

    DittoAdapter build(Supplier<Wire> wires) {
        if (graph == null) {
            throw new CityTwinException(
                    DittoError.SETTING, "The adapter `" + name + "` has no graph.", "Maybe call `graph`.");
        }
        ThingForm form = models == null ? ThingForm.of(graph.types()) : ThingForm.of(graph.types(), models.toString());
        return new DittoAdapter(new Plan(name, graph, form, roles, devices, namespaces, pause), wires);
    }

    /** What an adapter was asked to do. Immutable. */
    record Plan(
            String name,
            TwinGraph graph,
            ThingForm form,
            DittoRoles roles,
            Predicate<Twin> devices,
            Set<String> chosen,
            Duration pause) {

        Provisioner provisioner(Web web) {
            return new Provisioner(web, graph, new Plans(form, name, devices), roles.byLabel());
        }

        Set<String> namespaces() {
            Set<String> all = new TreeSet<>(chosen);
            if (all.isEmpty()) {
                graph.types().all().forEach(type -> graph.all(type.name()).forEach(id -> all.add(id.namespace())));
            }
            return all;
        }
    }
}
