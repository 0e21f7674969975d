package io.citytwin.adapter.dittoembedded.internal.ws;

import io.citytwin.adapter.dittoembedded.internal.live.LiveMessage;
import io.citytwin.adapter.dittoembedded.internal.live.Member;
import io.citytwin.adapter.dittoembedded.internal.policy.Access;
import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import io.citytwin.adapter.dittoembedded.internal.twin.ThingEvent;
import java.util.Optional;
import java.util.Set;
import org.eclipse.ditto.base.model.acks.AcknowledgementLabelNotUniqueException;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.protocol.TopicPath;

/**
 * One client that speaks the Ditto protocol. Frames are received by one thread at a time and answered in their order;
 * events and messages may be offered by others. Safe for use by many threads.
 */
public final class WsSession implements Member {

    private static final int TOO_BIG = 1009;

    private final Caller caller;
    private final Set<String> declared;
    private final Outlet outlet;
    private final Backend backend;
    private final Limits limits;
    private final Answers answers;
    private final EnvelopeReader reader;
    private final Controls controls;
    private final Telling telling;
    private final ThingFrames things;
    private final LiveFrames live;
    private final SearchFrames searches;
    private volatile boolean closed;

    private WsSession(Backend backend, Limits limits, Caller caller, Set<String> declared, Outlet outlet) {
        this.backend = backend;
        this.limits = limits;
        this.caller = caller;
        this.declared = Set.copyOf(declared);
        this.outlet = outlet;
        this.answers = new Answers(outlet);
        this.reader = new EnvelopeReader(limits.depth());
        this.controls = new Controls(backend.rql(), outlet);
        this.telling = new Telling(caller, this.declared, backend.things());
        this.things = new ThingFrames(backend, caller, answers, limits.things());
        this.live = new LiveFrames(backend.hub(), this, answers);
        this.searches = new SearchFrames(backend, caller, answers, limits);
    }

    /**
     * Begins a session. If another one gives an acknowledgement that this one declares, it is told so and closed.
     *
     * @param backend to work with
     * @param limits of the session
     * @param caller who it is, with a session name that no other one has
     * @param declared labels of acknowledgements that only this session gives
     * @param outlet to the client
     * @return a session, perhaps closed
     */
    public static WsSession open(Backend backend, Limits limits, Caller caller, Set<String> declared, Outlet outlet) {
        WsSession session = new WsSession(backend, limits, caller, declared, outlet);
        try {
            backend.hub().join(session);
        } catch (AcknowledgementLabelNotUniqueException e) {
            session.closed = true;
            session.answers.refuse(e);
            outlet.close(1000, "");
        }
        return session;
    }

    /**
     * Takes a frame. It answers every mistake and never throws.
     *
     * @param frame text
     */
    public void receive(String frame) {
        if (closed) {
            return;
        }
        if (frame.length() > limits.frame()) {
            outlet.close(TOO_BIG, "frame too large");
            return;
        }
        try {
            if (!controls.handle(frame)) {
                handle(reader.read(frame, caller));
            }
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            answers.refuse(e);
        }
    }

    private void handle(Envelope frame) {
        try {
            route(frame);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            answers.refuse(frame, e);
        }
    }

    private void route(Envelope frame) {
        TopicPath topic = frame.topic();
        boolean twin = topic.isChannel(TopicPath.Channel.TWIN);
        boolean thing = topic.isGroup(TopicPath.Group.THINGS);
        if (thing && twin && topic.isCriterion(TopicPath.Criterion.COMMANDS)) {
            things.thing(frame);
        } else if (thing && twin && topic.isCriterion(TopicPath.Criterion.SEARCH)) {
            searches.handle(frame);
        } else if (thing && !twin && topic.isCriterion(TopicPath.Criterion.MESSAGES)) {
            live.message(frame);
        } else if (thing && topic.isCriterion(TopicPath.Criterion.ACKS)) {
            live.acknowledgement(frame);
        } else if (topic.isGroup(TopicPath.Group.POLICIES) && topic.isCriterion(TopicPath.Criterion.COMMANDS)) {
            things.policy(frame);
        } else {
            throw new NotOffered(topic.getPath(), frame.headers());
        }
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public Set<String> declared() {
        return declared;
    }

    @Override
    public boolean offer(ThingEvent event, Access access) {
        return send(controls.interest("EVENTS").flatMap(interest -> telling.event(event, access, interest)));
    }

    @Override
    public boolean offer(LiveMessage message, Access access) {
        return send(controls.interest("MESSAGES").flatMap(interest -> telling.message(message, access, interest)));
    }

    private boolean send(Optional<JsonObject> frame) {
        boolean sent = frame.isPresent() && !closed;
        if (sent) {
            answers.send(frame.orElseThrow());
        }
        return sent;
    }

    /** Ends the session and all that waits for it. */
    public void closed() {
        closed = true;
        controls.clear();
        searches.close();
        backend.hub().leave(this);
    }
}
