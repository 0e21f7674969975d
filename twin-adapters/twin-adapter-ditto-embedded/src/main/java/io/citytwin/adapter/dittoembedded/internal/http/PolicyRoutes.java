package io.citytwin.adapter.dittoembedded.internal.http;

import io.citytwin.adapter.dittoembedded.internal.policy.Policies;
import io.citytwin.adapter.dittoembedded.internal.policy.PolicyCommand;
import io.citytwin.adapter.dittoembedded.internal.twin.Action;
import java.util.List;
import java.util.Set;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.policies.model.PolicyId;

/** {@code /policies}: policies and their parts. Safe for use by many threads. */
final class PolicyRoutes {

    private static final Set<String> LEAVES = Set.of("subjects", "resources");

    private final Policies policies;

    PolicyRoutes(Policies policies) {
        this.policies = policies;
    }

    ApiAnswer handle(ApiRequest request) {
        List<String> path = request.path();
        if (path.size() == 1) {
            throw Refusal.outside("/policies without an id");
        }
        PolicyId id = PolicyId.of(path.get(1));
        List<String> part = path.subList(2, path.size());
        JsonPointer pointer = pointer(part);
        Api.method(request, "GET", "PUT", "DELETE");
        DittoHeaders headers = HeaderReader.read(request);
        Action action = Parts.action(request.method());
        PolicyCommand command = new PolicyCommand(
                id, action, pointer, Parts.value(request, headers), Parts.fields(request, headers), headers);
        ApiAnswer answer = Answers.of(policies.execute(request.caller(), command));
        return answer.status() == 201
                ? answer.with("location", Locations.of(request, "policies", id, pointer))
                : answer;
    }

    /** The part; a key of a resource such as {@code thing:/features/x} contains slashes. */
    private static JsonPointer pointer(List<String> part) {
        if (part.isEmpty()) {
            return JsonPointer.empty();
        }
        if (part.get(0).equals("actions") || part.contains("actions")) {
            throw Refusal.outside("actions on policies");
        }
        boolean entries = part.get(0).equals("entries");
        if (!entries && !part.get(0).equals("imports")) {
            throw Refusal.unknownRoute();
        }
        if (part.size() <= 2) {
            return Parts.pointer(part);
        }
        if (!entries || !LEAVES.contains(part.get(2))) {
            throw entries ? Refusal.unknownRoute() : Refusal.outside("parts of imports");
        }
        if (part.size() == 3) {
            return Parts.pointer(part);
        }
        String leaf = String.join("/", part.subList(3, part.size()));
        return Parts.pointer(List.of(part.get(0), part.get(1), part.get(2), leaf));
    }
}
