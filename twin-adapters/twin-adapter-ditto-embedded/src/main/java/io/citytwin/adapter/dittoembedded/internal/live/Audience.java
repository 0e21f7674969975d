package io.citytwin.adapter.dittoembedded.internal.live;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.ditto.base.model.acks.AcknowledgementLabelNotUniqueException;

/** All sessions that may listen, and who gives which acknowledgement. Safe for use by many threads. */
final class Audience {

    private final Map<String, Member> members = new ConcurrentHashMap<>();
    private final Map<String, Member> owners = new HashMap<>();

    synchronized void join(Member member) {
        if (member.declared().stream().anyMatch(owners::containsKey)) {
            throw AcknowledgementLabelNotUniqueException.getInstance();
        }
        members.put(member.caller().session(), member);
        member.declared().forEach(label -> owners.put(label, member));
    }

    synchronized void leave(Member member) {
        if (members.remove(member.caller().session(), member)) {
            member.declared().forEach(label -> owners.remove(label, member));
        }
    }

    Collection<Member> all() {
        return Collections.unmodifiableCollection(members.values());
    }
}
