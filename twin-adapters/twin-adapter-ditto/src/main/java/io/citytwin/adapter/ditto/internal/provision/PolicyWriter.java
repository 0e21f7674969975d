package io.citytwin.adapter.ditto.internal.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.ditto.internal.link.Answer;
import io.citytwin.adapter.ditto.internal.link.LinkLost;
import io.citytwin.adapter.ditto.internal.link.Web;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Twin;
import io.citytwin.core.thing.ThingForm;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListSet;

/** Writes a policy for each namespace and asset type. Entries under other labels are left alone. Immutable. */
final class PolicyWriter {

    private static final int WINDOW = 8;
    private static final Set<String> LABELS = Set.of("self", "operator", "integrator", "citizen");

    private final Web web;
    private final ThingForm form;
    private final Map<String, Set<String>> roles;

    PolicyWriter(Web web, ThingForm form, Map<String, Set<String>> roles) {
        this.web = web;
        this.form = form;
        this.roles = roles;
    }

    /** Returns the ids of those that could not be written. */
    Set<String> write(Collection<Twin> twins, Tally tally) {
        SortedMap<String, AssetType> wanted = new TreeMap<>();
        twins.forEach(twin -> wanted.put(Plans.policy(twin), twin.type()));
        if (wanted.isEmpty()) {
            return Set.of();
        }
        Entries entries = new Entries(form, roles, self());
        Set<String> broken = new ConcurrentSkipListSet<>(wanted.keySet());
        Window window = new Window(WINDOW);
        wanted.forEach((id, type) ->
                window.run(() -> adjust(new Policy(id, entries.of(type)), broken, tally), id, tally));
        window.await();
        return new TreeSet<>(broken);
    }

    private String self() {
        Answer answer;
        try {
            answer = web.call("GET", "/whoami", Optional.empty(), Map.of()).join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof LinkLost lost ? lost : failure;
        }
        return answer.value()
                .map(body -> body.path("defaultSubject").asText(""))
                .filter(subject -> !subject.isEmpty())
                .orElseThrow(() -> new LinkLost(
                        "Ditto does not say who we are: " + answer.status() + " " + answer.error() + ".",
                        new IllegalStateException("whoami")));
    }

    private CompletableFuture<Void> adjust(Policy policy, Set<String> broken, Tally tally) {
        return web.call("GET", policy.path(), Optional.empty(), Map.of()).thenCompose(answer -> {
            if (answer.status() == 404) {
                return put(policy, policy.entries(), Map.of("if-none-match", "*"))
                        .thenAccept(made -> note(policy, made, broken, tally));
            } else if (!answer.done()) {
                note(policy, answer, broken, tally);
                return CompletableFuture.completedFuture(null);
            }
            JsonNode held =
                    answer.value().orElse(JsonNodeFactory.instance.objectNode()).path("entries");
            if (policy.sameAs(held)) {
                broken.remove(policy.id());
                tally.unchanged.incrementAndGet();
                return CompletableFuture.completedFuture(null);
            }
            return put(policy, policy.over(held), Map.of()).thenAccept(made -> note(policy, made, broken, tally));
        });
    }

    private CompletableFuture<Answer> put(Policy policy, ObjectNode entries, Map<String, String> headers) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("policyId", policy.id());
        body.set("entries", entries);
        return web.call("PUT", policy.path(), Optional.of(body), headers);
    }

    private static void note(Policy policy, Answer answer, Set<String> broken, Tally tally) {
        // 412: somebody else made it at the same time, most likely this city's other half.
        if (answer.done() || answer.status() == 412) {
            broken.remove(policy.id());
            (answer.status() == 201 ? tally.created : tally.changed).incrementAndGet();
        } else {
            tally.problem(
                    "Policy `" + policy.id() + "` was refused with `" + answer.status() + " " + answer.error() + "`.");
        }
    }

    /** A policy as it should be. Immutable. */
    private record Policy(String id, ObjectNode entries) {
        String path() {
            return "/policies/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        }

        boolean sameAs(JsonNode held) {
            return LABELS.stream()
                    .allMatch(label -> held.has(label) == entries.has(label)
                            && Entries.same(held.path(label), entries.path(label)));
        }

        ObjectNode over(JsonNode held) {
            ObjectNode all = held.isObject() ? held.deepCopy() : JsonNodeFactory.instance.objectNode();
            all.remove(LABELS);
            all.setAll(entries);
            return all;
        }
    }
}
