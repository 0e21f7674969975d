package io.citytwin.adapter.ditto.internal.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.ditto.internal.down.Patches;
import io.citytwin.adapter.ditto.internal.down.Reader;
import io.citytwin.adapter.ditto.internal.link.Answer;
import io.citytwin.adapter.ditto.internal.link.Web;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Makes the policies and Things of a graph, and changes those that differ. Each step looks at what is there first, so it
 * can be stopped anywhere and run again. Safe for use by many threads.
 */
public final class Provisioner {

    // Ditto refuses larger ones; saying so here spares the way and names the twin.
    private static final int MOST_BYTES = 100 * 1024;
    private static final int WINDOW = 32;

    private final Web web;
    private final TwinGraph graph;
    private final Plans plans;
    private final PolicyWriter policies;

    /**
     * A provisioner.
     *
     * @param web to read and write with
     * @param graph of twins
     * @param plans what Things should be
     * @param roles subjects by role
     */
    public Provisioner(Web web, TwinGraph graph, Plans plans, Map<String, Set<String>> roles) {
        this.web = web;
        this.graph = graph;
        this.plans = plans;
        this.policies = new PolicyWriter(web, plans.form(), roles);
    }

    /**
     * Makes all that is missing and changes what differs; blocks.
     *
     * @return what was done
     */
    public Tally all() {
        Tally tally = new Tally();
        List<Twin> twins = graph.types().all().stream()
                .flatMap(type -> graph.all(type.name()).stream())
                .flatMap(id -> graph.find(id).stream())
                .toList();
        Set<String> broken = policies.write(twins, tally);
        Window window = new Window(WINDOW);
        Set<TwinId> seen = new HashSet<>();
        String namespaces = namespaces(twins);
        if (!namespaces.isEmpty()) {
            web.search(
                    "",
                    namespaces,
                    Reader.FIELDS,
                    item -> twin(item).ifPresent(twin -> {
                        if (seen.add(twin.id())) {
                            window.run(
                                    () -> adjust(twin, item, tally), twin.id().toString(), tally);
                        }
                    }));
        }
        twins.stream()
                .filter(twin -> !seen.contains(twin.id()))
                .filter(twin -> hasPolicy(twin, broken, tally))
                .forEach(twin -> window.run(() -> create(twin, tally), twin.id().toString(), tally));
        window.await();
        return tally;
    }

    /**
     * Makes or changes the Thing of one twin, and its policy; blocks.
     *
     * @param twin of the graph
     * @return what was done
     */
    public Tally one(Twin twin) {
        Tally tally = new Tally();
        if (policies.write(List.of(twin), tally).isEmpty()) {
            Window window = new Window(1);
            window.run(() -> create(twin, tally), twin.id().toString(), tally);
            window.await();
        }
        return tally;
    }

    /**
     * Takes away the Things that this city made and has no twin for any more; blocks.
     *
     * @param namespaces where to look, besides those of the graph
     * @return what was done
     */
    public Tally retire(Set<String> namespaces) {
        Tally tally = new Tally();
        Set<String> all = new TreeSet<>(namespaces);
        graph.types().all().forEach(type -> graph.all(type.name()).forEach(id -> all.add(id.namespace())));
        Set<TwinId> gone = new LinkedHashSet<>();
        web.search(
                "",
                String.join(",", all),
                "thingId,attributes/" + Plans.MARK,
                item -> id(item).filter(id -> plans.ours(item) && graph.find(id).isEmpty())
                        .ifPresent(gone::add));
        Window window = new Window(WINDOW);
        gone.forEach(id -> window.run(() -> delete(id, tally), id.toString(), tally));
        window.await();
        return tally;
    }

    /**
     * Takes away the Thing of a twin, if this city made it.
     *
     * @param id of the twin
     * @param tally what was done
     * @return completes when Ditto answered
     */
    public CompletableFuture<Void> delete(TwinId id, Tally tally) {
        Map<String, String> headers = Map.of("condition", plans.condition());
        return web.call("DELETE", Reader.path(id), Optional.empty(), headers).thenAccept(answer -> {
            if (answer.done()) {
                tally.deleted.incrementAndGet();
            } else if (answer.status() != 404) {
                tally.problem(said(id, answer));
            }
        });
    }

    private static boolean hasPolicy(Twin twin, Set<String> broken, Tally tally) {
        boolean has = !broken.contains(Plans.policy(twin));
        if (!has) {
            tally.problem("`" + twin.id() + "` has no policy.");
        }
        return has;
    }

    private CompletableFuture<Void> create(Twin twin, Tally tally) {
        ObjectNode whole = plans.whole(twin);
        if (tooLarge(twin.id(), whole, tally)) {
            return CompletableFuture.completedFuture(null);
        }
        return web.call("PUT", Reader.path(twin.id()), Optional.of(whole), Map.of("if-none-match", "*"))
                .thenCompose(answer -> {
                    if (answer.status() == 412 || answer.status() == 409) {
                        return compare(twin, tally);
                    } else if (answer.done()) {
                        tally.created.incrementAndGet();
                    } else {
                        tally.problem(said(twin.id(), answer));
                    }
                    return CompletableFuture.completedFuture(null);
                });
    }

    // The search index is late, so a Thing that was not found may be there.
    private CompletableFuture<Void> compare(Twin twin, Tally tally) {
        return web.call("GET", Reader.path(twin.id()) + "?fields=" + Reader.FIELDS, Optional.empty(), Map.of())
                .thenCompose(answer -> {
                    if (answer.done() && answer.value().isPresent()) {
                        return adjust(twin, answer.value().get(), tally);
                    }
                    tally.problem(said(twin.id(), answer));
                    return CompletableFuture.completedFuture(null);
                });
    }

    private CompletableFuture<Void> adjust(Twin twin, JsonNode held, Tally tally) {
        if (!plans.ours(held)) {
            tally.problem("`" + twin.id() + "` is there and was made by somebody else: it is left alone.");
            return CompletableFuture.completedFuture(null);
        }
        ObjectNode patch = plans.patch(twin);
        JsonNode wanted = Patches.merge(held, patch);
        if (Patches.same(held, wanted)) {
            tally.unchanged.incrementAndGet();
            return CompletableFuture.completedFuture(null);
        } else if (tooLarge(twin.id(), wanted, tally)) {
            return CompletableFuture.completedFuture(null);
        }
        Map<String, String> headers =
                Map.of("content-type", "application/merge-patch+json", "condition", plans.condition());
        return web.call("PATCH", Reader.path(twin.id()), Optional.of(patch), headers)
                .thenAccept(answer -> {
                    if (answer.done()) {
                        tally.changed.incrementAndGet();
                    } else {
                        tally.problem(said(twin.id(), answer));
                    }
                });
    }

    private static boolean tooLarge(TwinId id, JsonNode thing, Tally tally) {
        int bytes = thing.toString().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            tally.problem("`" + id + "` would be a Thing of `" + bytes + "` bytes; Ditto takes `" + MOST_BYTES + "`.");
        }
        return bytes > MOST_BYTES;
    }

    private static String said(TwinId id, Answer answer) {
        return "`" + id + "` was refused with `" + answer.status() + " " + answer.error() + "`.";
    }

    /**
     * What Things should be.
     *
     * @return as they were given
     */
    public Plans plans() {
        return plans;
    }

    private Optional<Twin> twin(JsonNode item) {
        return id(item).flatMap(graph::find);
    }

    private static Optional<TwinId> id(JsonNode item) {
        try {
            return Optional.of(TwinId.of(item.path("thingId").asText("")));
        } catch (CityTwinException notOurs) {
            return Optional.empty();
        }
    }

    private static String namespaces(List<Twin> twins) {
        return twins.stream().map(twin -> twin.id().namespace()).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(","));
    }
}
