package io.citytwin.adapter.dittoembedded.internal.twin;

import io.citytwin.adapter.dittoembedded.internal.policy.Access;
import io.citytwin.adapter.dittoembedded.internal.policy.Policies;
import io.citytwin.adapter.dittoembedded.internal.policy.PolicyCommand;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.eclipse.ditto.base.model.common.HttpStatus;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonField;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonObjectBuilder;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.policies.model.PolicyId;
import org.eclipse.ditto.policies.model.signals.commands.exceptions.PolicyConflictException;
import org.eclipse.ditto.policies.model.signals.commands.exceptions.PolicyNotAccessibleException;

/** Policies by which all may do all, but for what is hidden from a guest, and nobody anything. */
final class FakePolicies implements Policies {

    private final Map<PolicyId, JsonObject> known = new ConcurrentHashMap<>();
    final Set<String> hidden = new ConcurrentSkipListSet<>();
    final Set<String> locked = new ConcurrentSkipListSet<>();

    void admit(PolicyId policy) {
        known.put(
                policy,
                JsonObject.newBuilder().set("entries", JsonObject.empty()).build());
    }

    @Override
    public Reply execute(Caller caller, PolicyCommand command) {
        JsonObject json = find(command.policy())
                .filter(found -> Town.name(caller).equals("test:admin"))
                .orElseThrow(() -> PolicyNotAccessibleException.newBuilder(command.policy())
                        .build());
        return new Reply(HttpStatus.OK, Optional.of(json), DittoHeaders.empty());
    }

    @Override
    public Optional<Access> access(PolicyId policy) {
        return find(policy).map(json -> new Rules());
    }

    @Override
    public Optional<JsonObject> find(PolicyId policy) {
        return Optional.ofNullable(known.get(policy));
    }

    @Override
    public void establish(PolicyId policy, Optional<JsonObject> json, Caller caller) {
        if (known.putIfAbsent(policy, json.orElseGet(JsonObject::empty)) != null) {
            throw PolicyConflictException.newBuilder(policy).build();
        }
    }

    private final class Rules implements Access {

        @Override
        public boolean mayRead(Caller caller, JsonPointer path) {
            return mayReadSome(caller, path)
                    && (isAdmin(caller) || hidden.stream().noneMatch(secret -> below(secret, path.toString())));
        }

        @Override
        public boolean mayReadSome(Caller caller, JsonPointer path) {
            return isAdmin(caller)
                    || (isGuest(caller) && hidden.stream().noneMatch(secret -> below(path.toString(), secret)));
        }

        @Override
        public boolean mayWrite(Caller caller, JsonPointer path) {
            return isAdmin(caller)
                    || (isGuest(caller)
                            && locked.stream()
                                    .noneMatch(secret ->
                                            below(path.toString(), secret) || below(secret, path.toString())));
        }

        @Override
        public boolean mayMessage(Caller caller, JsonPointer path, String permission) {
            return isAdmin(caller);
        }

        @Override
        public JsonObject view(Caller caller, JsonPointer path, JsonObject part) {
            JsonObjectBuilder seen = JsonObject.newBuilder();
            for (JsonField field : part) {
                JsonPointer at = path.addLeaf(field.getKey());
                if (mayRead(caller, at)) {
                    seen.set(field);
                } else if (field.getValue().isObject() && mayReadSome(caller, at)) {
                    seen.set(field.getKey(), view(caller, at, field.getValue().asObject()));
                }
            }
            return seen.build();
        }

        private boolean isAdmin(Caller caller) {
            return Town.name(caller).equals("test:admin");
        }

        private boolean isGuest(Caller caller) {
            return Town.name(caller).equals("test:guest");
        }

        private boolean below(String path, String above) {
            return above.equals("/") || path.equals(above) || path.startsWith(above + "/");
        }
    }
}
