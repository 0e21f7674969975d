package io.citytwin.adapter.ditto;

import io.citytwin.adapter.ditto.internal.link.Address;
import io.citytwin.adapter.ditto.internal.link.Credentials;
import io.citytwin.adapter.ditto.internal.link.DittoLink;
import io.citytwin.adapter.ditto.internal.link.DittoWeb;
import io.citytwin.adapter.ditto.internal.link.Link;
import io.citytwin.adapter.ditto.internal.link.Patience;
import io.citytwin.adapter.ditto.internal.link.Subscription;
import io.citytwin.adapter.ditto.internal.link.TokenSettings;
import io.citytwin.adapter.ditto.internal.link.Web;
import io.citytwin.core.time.SystemClock;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Speaks with a Ditto over the network. Safe for use by many threads. */
final class RealWire implements Wire {

    private final Target target;
    private final Address address;
    private final Credentials credentials;
    private final DittoWeb web;

    private RealWire(Target target, Address address) {
        this.target = target;
        this.address = address;
        Patience patience = Patience.standard();
        this.credentials = Credentials.of(target.login(), TokenSettings.standard(target.trust(), new SystemClock()));
        this.web = new DittoWeb(address, target.trust(), patience, credentials);
    }

    /** Checks the address at once, and connects when asked. */
    static Supplier<Wire> to(Target target) {
        Address address = Address.of(target.endpoint());
        return () -> new RealWire(target, address);
    }

    @Override
    public Link link(Set<String> namespaces) {
        // Two sessions of one name must not take each other's answers.
        String name = target.name() + "-" + UUID.randomUUID();
        return new DittoLink(
                new DittoLink.Settings(
                        address, target.trust(), Subscription.all(namespaces), Patience.standard(), name),
                credentials);
    }

    @Override
    public Web web() {
        return web;
    }

    @Override
    public void close() {
        web.close();
        credentials.close();
    }

    /** Which Ditto. Immutable. */
    record Target(String name, URI endpoint, DittoLogin login, DittoTrust trust) {}
}
