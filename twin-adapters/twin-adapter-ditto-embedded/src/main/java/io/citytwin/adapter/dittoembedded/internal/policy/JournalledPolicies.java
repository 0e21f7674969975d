package io.citytwin.adapter.dittoembedded.internal.policy;

import io.citytwin.adapter.dittoembedded.internal.twin.Action;
import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import io.citytwin.adapter.dittoembedded.internal.twin.Refusal;
import io.citytwin.adapter.dittoembedded.internal.twin.Reply;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.time.CityClock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.ditto.base.model.common.HttpStatus;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.base.model.headers.entitytag.EntityTag;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonField;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.policies.model.PolicyId;
import org.eclipse.ditto.policies.model.signals.commands.exceptions.PolicyConflictException;
import org.eclipse.ditto.policies.model.signals.commands.exceptions.PolicyNotAccessibleException;
import org.jspecify.annotations.Nullable;

/**
 * Policies that outlive the process with their journal. Commands that write take turns. Safe for use by many threads.
 */
public final class JournalledPolicies implements Policies {

    private static final int MOST = 100_000;

    private final CityClock clock;
    private final PolicyShelf shelf;
    private final Enforcement enforcement;
    private final ReentrantLock turn = new ReentrantLock();

    /**
     * Policies as the journal has them.
     *
     * @param journal keeps them; the stream {@code ditto-policies} is theirs
     * @param clock tells when something was changed, and whether a subject has expired
     */
    public JournalledPolicies(Journal journal, CityClock clock) {
        this(journal, clock, MOST);
    }

    JournalledPolicies(Journal journal, CityClock clock, int most) {
        this.clock = clock;
        this.shelf = new PolicyShelf(journal, most);
        this.enforcement = new Enforcement(shelf::find);
    }

    @Override
    public Optional<Access> access(PolicyId policy) {
        return Optional.ofNullable(shelf.find(policy)).map(kept -> enforcement.access(policy, kept, clock.now()));
    }

    @Override
    public Optional<JsonObject> find(PolicyId policy) {
        return Optional.ofNullable(shelf.find(policy)).map(StoredPolicy::json);
    }

    @Override
    public void establish(PolicyId policy, Optional<JsonObject> json, Caller caller) {
        turn.lock();
        try {
            DittoHeaders headers = DittoHeaders.empty();
            if (shelf.find(policy) != null) {
                throw conflict(policy, headers);
            }
            PolicyForm form = new PolicyForm(policy, headers);
            Instant now = clock.now();
            JsonObject read = form.read(
                    json.map(JournalledPolicies::whole).orElseGet(() -> PolicyForm.everythingFor(caller)), now);
            form.requireWriter(read);
            shelf.put(policy, shelf.next(policy, read, now), headers);
        } finally {
            turn.unlock();
        }
    }

    // A Thing brings along a policy, or its entries alone.
    private static JsonObject whole(JsonObject json) {
        return json.contains("entries")
                ? json
                : JsonFactory.newObjectBuilder().set("entries", json).build();
    }

    @Override
    public Reply execute(Caller caller, PolicyCommand command) {
        PolicyPart part = PolicyPart.of(command.policy(), command.path(), command.headers());
        if (command.action() == Action.RETRIEVE) {
            return retrieve(caller, command, part);
        }
        turn.lock();
        try {
            return new Change(caller, command, part, shelf.find(command.policy()), clock.now()).run();
        } finally {
            turn.unlock();
        }
    }

    private Reply retrieve(Caller caller, PolicyCommand command, PolicyPart part) {
        StoredPolicy policy = shelf.find(command.policy());
        DittoHeaders headers = command.headers();
        if (policy == null) {
            throw missing(command.policy(), headers);
        }
        EnforcedAccess access = enforcement.access(command.policy(), policy, clock.now());
        JsonObject value = value(policy.json(), part)
                .filter(found -> access.mayPolicySome(caller, command.path(), EnforcedAccess.READ))
                .map(found -> access.viewPolicy(caller, command.path(), found.asObject()))
                .orElseThrow(() -> part.notFound(headers));
        EntityTag tag = PolicyTags.of(part, policy.revision(), value);
        PolicyTags.require(headers, Optional.of(tag), true);
        JsonObject selected = command.fields()
                .map(fields -> (part.isPolicy() ? withMetadata(policy, value) : value).get(fields))
                .orElse(value);
        DittoHeaders answer = PolicyTags.answer(caller, headers, policy.revision(), Optional.of(tag));
        return new Reply(HttpStatus.OK, Optional.of(selected), answer);
    }

    private static JsonObject withMetadata(StoredPolicy policy, JsonObject seen) {
        return policy.withMetadata().toBuilder()
                .remove("imports")
                .remove("entries")
                .setAll(seen)
                .build();
    }

    private static Optional<JsonValue> value(JsonObject json, PolicyPart part) {
        return part.isPolicy() ? Optional.of(json) : json.getValue(part.pointer());
    }

    private static PolicyNotAccessibleException missing(PolicyId policy, DittoHeaders headers) {
        return PolicyNotAccessibleException.newBuilder(policy)
                .dittoHeaders(headers)
                .build();
    }

    private static PolicyConflictException conflict(PolicyId policy, DittoHeaders headers) {
        return PolicyConflictException.newBuilder(policy).dittoHeaders(headers).build();
    }

    /** One command that writes. For one thread at a time. */
    private final class Change {
        private final Caller caller;
        private final PolicyCommand command;
        private final PolicyPart part;
        private final @Nullable StoredPolicy old;
        private final Instant now;
        private final DittoHeaders headers;
        private final PolicyForm form;

        private Change(Caller caller, PolicyCommand command, PolicyPart part, @Nullable StoredPolicy old, Instant now) {
            this.caller = caller;
            this.command = command;
            this.part = part;
            this.old = old;
            this.now = now;
            this.headers = command.headers();
            this.form = new PolicyForm(command.policy(), headers);
        }

        private Reply run() {
            return switch (command.action()) {
                case CREATE -> create();
                case MODIFY -> old == null && part.isPolicy() ? create() : modify(allowed());
                case DELETE -> delete(allowed());
                default -> throw Refusal.unsupported("Merging a policy", headers);
            };
        }

        private Reply create() {
            if (old != null) {
                throw conflict(command.policy(), headers);
            }
            if (!part.isPolicy()) {
                throw missing(command.policy(), headers);
            }
            PolicyTags.require(headers, Optional.empty(), false);
            return keep(command.value().orElse(JsonObject.empty()), true);
        }

        private StoredPolicy allowed() {
            if (old == null) {
                throw missing(command.policy(), headers);
            }
            EnforcedAccess access = enforcement.access(command.policy(), old, now);
            if (access.mayPolicy(caller, command.path(), EnforcedAccess.WRITE)) {
                return old;
            }
            // Also to those who may not see it: Ditto tells them as much.
            throw part.notModifiable(headers);
        }

        private Reply modify(StoredPolicy policy) {
            Optional<JsonValue> before = value(policy.json(), part);
            PolicyTags.require(headers, before.map(value -> PolicyTags.of(part, policy.revision(), value)), false);
            JsonValue value = command.value().orElse(JsonObject.empty());
            if (part.isPolicy()) {
                return keep(value, false);
            }
            if (part.keys().size() > 2) {
                requireEntry(policy);
            }
            return keep(
                    PolicyForm.withoutExpired(policy.json(), now).setValue(part.pointer(), value), before.isEmpty());
        }

        private Reply delete(StoredPolicy policy) {
            JsonValue before = value(policy.json(), part).orElseThrow(() -> part.notFound(headers));
            PolicyTags.require(headers, Optional.of(PolicyTags.of(part, policy.revision(), before)), false);
            if (part.isPolicy()) {
                shelf.remove(command.policy(), policy);
                DittoHeaders answer = PolicyTags.answer(caller, headers, policy.revision() + 1, Optional.empty());
                return new Reply(HttpStatus.NO_CONTENT, Optional.empty(), answer);
            }
            return keep(PolicyForm.withoutExpired(policy.json(), now).remove(part.pointer()), false);
        }

        private void requireEntry(StoredPolicy policy) {
            PolicyPart entry = new PolicyPart(
                    part.policy(), PolicyPart.Kind.ENTRY, part.keys().subList(0, 2));
            if (value(policy.json(), entry).isEmpty()) {
                throw entry.notFound(headers);
            }
        }

        private Reply keep(JsonValue wanted, boolean created) {
            JsonObject json = form.read(wanted, now);
            form.requireWriter(json);
            requireReadableImports(json);
            StoredPolicy next = shelf.next(command.policy(), json, now);
            requireStillAllowed(next);
            shelf.put(command.policy(), next, headers);
            Optional<JsonValue> value = value(json, part);
            Optional<EntityTag> tag = value.map(kept -> PolicyTags.of(part, next.revision(), kept));
            return new Reply(
                    created ? HttpStatus.CREATED : HttpStatus.NO_CONTENT,
                    value.filter(kept -> created),
                    PolicyTags.answer(caller, headers, next.revision(), tag));
        }

        private void requireStillAllowed(StoredPolicy next) {
            boolean locksOut = part.isPolicy()
                    && !headers.isAllowPolicyLockout()
                    && !enforcement
                            .ifItWere(command.policy(), next, now)
                            .mayPolicy(caller, JsonPointer.empty(), EnforcedAccess.WRITE);
            if (locksOut) {
                throw part.notModifiable(headers);
            }
        }

        // Who imports lets others in by rules of a policy that the caller must know.
        private void requireReadableImports(JsonObject json) {
            JsonObject known = old == null
                    ? JsonObject.empty()
                    : old.json().getValue("imports").orElseThrow().asObject();
            for (JsonField field : json.getValue("imports").orElseThrow().asObject()) {
                PolicyId other = PolicyId.of(field.getKeyName());
                StoredPolicy imported = shelf.find(other);
                boolean hidden = imported != null
                        && !known.getValue(field.getKey()).equals(Optional.of(field.getValue()))
                        && !enforcement
                                .access(other, imported, now)
                                .mayPolicySome(caller, JsonPointer.of("/entries"), EnforcedAccess.READ);
                if (hidden) {
                    throw missing(other, headers);
                }
            }
        }
    }
}
