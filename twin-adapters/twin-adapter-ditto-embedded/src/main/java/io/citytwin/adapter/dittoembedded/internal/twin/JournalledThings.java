package io.citytwin.adapter.dittoembedded.internal.twin;

import com.google.common.util.concurrent.Striped;
import io.citytwin.adapter.dittoembedded.internal.policy.Policies;
import io.citytwin.adapter.dittoembedded.internal.search.Rql;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.time.CityClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.ditto.base.model.auth.AuthorizationSubject;
import org.eclipse.ditto.base.model.common.HttpStatus;
import org.eclipse.ditto.base.model.exceptions.DittoJsonException;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.base.model.headers.entitytag.EntityTag;
import org.eclipse.ditto.json.JsonArrayBuilder;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonFieldSelector;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonRuntimeException;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.things.model.ThingId;

/** Things that a journal remembers. Safe for use by many threads. */
public final class JournalledThings implements Things {

    private static final int TURNS = 256;

    private final Shelf shelf;
    private final Policies policies;
    private final CityClock clock;
    private final Reading reading;
    private final Writing writing;
    private final Listeners listeners = new Listeners();
    private final Striped<Lock> turns = Striped.lock(TURNS);
    private volatile Consent consent = Consent.ALWAYS;

    /**
     * The Things that a journal holds.
     *
     * @param surroundings what they depend on
     * @param limits what they may cost
     */
    public JournalledThings(Surroundings surroundings, Limits limits) {
        this.shelf = new Shelf(surroundings.journal());
        this.policies = surroundings.policies();
        this.clock = surroundings.clock();
        Guards guards = new Guards(surroundings.rql());
        this.reading = new Reading(shelf, policies, guards);
        this.writing = new Writing(policies, new PolicyChoice(this, policies), guards, limits);
    }

    /** From now on asked before each write that a command causes. */
    void ask(Consent other) {
        consent = other;
    }

    @Override
    public Reply execute(Caller caller, ThingCommand command) {
        Ask ask = Ask.of(caller, command);
        try {
            if (command.action() == Action.RETRIEVE) {
                return reading.read(ask);
            }
            writing.check(ask);
            return inTurn(command.thing(), () -> write(ask));
        } catch (JsonRuntimeException broken) {
            throw new DittoJsonException(broken, ask.echo());
        } catch (DittoRuntimeException refused) {
            boolean complete = refused.getDittoHeaders().containsKey("content-type");
            throw complete ? refused : refused.setDittoHeaders(ask.echo());
        }
    }

    /** Commands on one Thing one after the other, those on others at the same time. */
    <T> T inTurn(ThingId thing, Supplier<T> work) {
        Lock turn = turns.get(thing.toString());
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    private Reply write(Ask ask) {
        Optional<StoredThing> now = shelf.find(ask.part().thing());
        Writing.Plan plan = now.isPresent() ? writing.onSome(ask, now.get()) : writing.onNone(ask, shelf.size());
        Consent.Write write = new Consent.Write(
                ask.part().thing(),
                plan.before(),
                plan.after(),
                plan.path(),
                plan.value(),
                ask.caller().subjects().getFirstAuthorizationSubject().map(AuthorizationSubject::getId),
                ask.echo());
        consent.check(write);
        writing.settle(ask, plan);
        consent.give(write);
        long revision = next(ask.part().thing());
        DittoHeaders headers =
                Echo.event(ask.caller(), ask.command().headers(), revision, plan.kind() == ThingEvent.Kind.MERGED);
        commit(
                ask.part().thing(),
                plan,
                revision,
                now.map(StoredThing::revision).orElse(0L),
                new Origin(Optional.of(ask.caller().session()), headers));
        return reply(ask, plan, revision);
    }

    /** Does what the city itself says of a Thing, unasked; only in its turn. */
    void apply(ThingId thing, Writing.Plan plan) {
        long revision = next(thing);
        DittoHeaders headers = DittoHeaders.newBuilder()
                .responseRequired(false)
                .putHeader("entity-revision", Long.toString(revision))
                .contentType(
                        plan.kind() == ThingEvent.Kind.MERGED ? "application/merge-patch+json" : "application/json")
                .build();
        commit(thing, plan, revision, 0, new Origin(Optional.empty(), headers));
    }

    private long next(ThingId thing) {
        long now = shelf.revision(thing);
        return 1 + (now > 0 ? now : shelf.endedAt(thing));
    }

    private void commit(ThingId thing, Writing.Plan plan, long revision, long planned, Origin origin) {
        Instant at = clock.now();
        Fact fact = new Fact(thing.toString(), plan.kind(), plan.path(), plan.value(), revision, at);
        shelf.add(fact, plan.before(), planned);
        listeners.tell(new ThingEvent(
                thing,
                plan.policy(),
                plan.kind(),
                plan.path(),
                plan.value(),
                plan.after().or(plan::before).orElseThrow(),
                revision,
                at,
                origin.session(),
                origin.headers()));
    }

    private Reply reply(Ask ask, Writing.Plan plan, long revision) {
        Sight sight = new Sight(ask.caller(), policies.access(plan.policy()));
        Optional<JsonValue> seen = plan.after().flatMap(after -> sight.part(after, plan.path()));
        Optional<EntityTag> tag =
                plan.kind() == ThingEvent.Kind.DELETED ? Optional.empty() : Tags.of(ask.part(), revision, seen);
        boolean created = plan.kind() == ThingEvent.Kind.CREATED;
        return new Reply(
                created ? HttpStatus.CREATED : HttpStatus.NO_CONTENT,
                created ? plan.value() : Optional.empty(),
                Echo.answer(ask.echo(), revision, tag, ask.command().action()));
    }

    @Override
    public Reply retrieve(
            Caller caller, List<ThingId> things, Optional<JsonFieldSelector> fields, DittoHeaders headers) {
        JsonArrayBuilder found = JsonFactory.newArrayBuilder();
        for (ThingId thing : things) {
            ThingCommand read =
                    new ThingCommand(thing, Action.RETRIEVE, JsonPointer.empty(), Optional.empty(), fields, headers);
            reading.visible(Ask.of(caller, read)).ifPresent(found::add);
        }
        return new Reply(HttpStatus.OK, Optional.of(found.build()), Echo.of(caller, headers));
    }

    @Override
    public Optional<StoredThing> find(ThingId thing) {
        return shelf.find(thing);
    }

    @Override
    public Stream<StoredThing> all() {
        return shelf.all();
    }

    @Override
    public Stream<StoredThing> all(Set<String> namespaces, Optional<String> after) {
        return shelf.all(namespaces, after);
    }

    @Override
    public Subscription subscribe(Consumer<ThingEvent> listener) {
        return listeners.add(listener);
    }

    private record Origin(Optional<String> session, DittoHeaders headers) {}

    /**
     * What Things depend on. Immutable.
     *
     * @param journal remembers; its stream {@code ditto-things} belongs to them
     * @param policies say who may do what
     * @param rql reads conditions
     * @param clock tells the time
     */
    public record Surroundings(Journal journal, Policies policies, Rql rql, CityClock clock) {}
}
