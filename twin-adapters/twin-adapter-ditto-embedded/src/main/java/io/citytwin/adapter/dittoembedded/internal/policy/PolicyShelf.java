package io.citytwin.adapter.dittoembedded.internal.policy;

import io.citytwin.core.spi.Journal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonObjectBuilder;
import org.eclipse.ditto.policies.model.PolicyId;
import org.eclipse.ditto.policies.model.signals.commands.exceptions.PolicyTooManyModifyingRequestsException;
import org.jspecify.annotations.Nullable;

/**
 * Where policies are kept: the journal first, then memory. One thread writes at a time, which its user sees to; many
 * read.
 */
final class PolicyShelf {

    static final String STREAM = "ditto-policies";

    private static final int SCHEMA = 1;
    private static final int GONE = 10_000;
    private static final long MAX_CHARACTERS = 64L << 20;

    private final Journal journal;
    private final int most;
    private final Map<PolicyId, StoredPolicy> policies = new ConcurrentHashMap<>();
    // A policy that is made again goes on counting, so that no entity tag ever means two things.
    private final Map<PolicyId, Long> gone = new LinkedHashMap<>();
    private long characters;

    PolicyShelf(Journal journal, int most) {
        this.journal = journal;
        this.most = most;
        journal.replay(STREAM, 0, numbered -> replay(numbered.entry()));
    }

    @Nullable
    StoredPolicy find(PolicyId id) {
        return policies.get(id);
    }

    StoredPolicy next(PolicyId id, JsonObject json, Instant now) {
        StoredPolicy old = policies.get(id);
        return old == null
                ? new StoredPolicy(json, gone.getOrDefault(id, 0L) + 1, now, now)
                : new StoredPolicy(json, old.revision() + 1, old.created(), now);
    }

    void put(PolicyId id, StoredPolicy policy, DittoHeaders headers) {
        long more = policy.json().toString().length();
        boolean full = !policies.containsKey(id) && policies.size() >= most;
        if (full || characters + more > MAX_CHARACTERS) {
            throw PolicyTooManyModifyingRequestsException.newBuilder(id)
                    .message("There is no room for more policies.")
                    .description("Maybe delete some that nothing uses.")
                    .dittoHeaders(headers)
                    .build();
        }
        write(id, policy.withMetadata());
        keep(id, policy);
    }

    void remove(PolicyId id, StoredPolicy last) {
        write(id, JsonObject.newBuilder().set("_revision", last.revision() + 1).build());
        forget(id, last.revision() + 1);
    }

    private void write(PolicyId id, JsonObject payload) {
        journal.append(List.of(new Journal.Entry(STREAM, id.toString(), SCHEMA, payload.toString())));
    }

    private void replay(Journal.Entry entry) {
        PolicyId id = PolicyId.of(entry.key());
        JsonObject payload = JsonFactory.newObject(entry.payload());
        long revision = payload.getValue("_revision").orElseThrow().asLong();
        if (!payload.contains("policyId")) {
            forget(id, revision);
            return;
        }
        Instant created =
                Instant.parse(payload.getValue("_created").orElseThrow().asString());
        Instant modified =
                Instant.parse(payload.getValue("_modified").orElseThrow().asString());
        JsonObjectBuilder json = payload.toBuilder();
        json.remove("_revision").remove("_created").remove("_modified");
        keep(id, new StoredPolicy(json.build(), revision, created, modified));
    }

    private void keep(PolicyId id, StoredPolicy policy) {
        StoredPolicy old = policies.put(id, policy);
        characters += policy.json().toString().length() - length(old);
        gone.remove(id);
    }

    private void forget(PolicyId id, long revision) {
        characters -= length(policies.remove(id));
        gone.put(id, revision);
        if (gone.size() > GONE) {
            gone.remove(gone.keySet().iterator().next());
        }
    }

    private static long length(@Nullable StoredPolicy policy) {
        return policy == null ? 0 : policy.json().toString().length();
    }
}
