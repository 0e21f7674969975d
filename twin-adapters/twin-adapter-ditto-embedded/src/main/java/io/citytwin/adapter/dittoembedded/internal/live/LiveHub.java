package io.citytwin.adapter.dittoembedded.internal.live;

import io.citytwin.adapter.dittoembedded.internal.policy.Access;
import io.citytwin.adapter.dittoembedded.internal.policy.Policies;
import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import io.citytwin.adapter.dittoembedded.internal.twin.ThingEvent;
import io.citytwin.adapter.dittoembedded.internal.twin.Things;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.base.model.signals.acks.Acknowledgement;
import org.eclipse.ditto.things.model.ThingId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where sessions meet: it tells them of events, carries messages between them and gathers their acknowledgements. Safe for
 * use by many threads.
 */
public final class LiveHub implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);

    private final Policies policies;
    private final Audience audience = new Audience();
    private final WaitingRoom<AckRound> rounds;
    private final WaitingRoom<Letter> letters;
    private final AckCommands commands;
    private final Post post;
    private final Things.Subscription subscription;

    /**
     * Begins to hear of events.
     *
     * @param things whose commands and events these are
     * @param policies that govern them
     * @param timer ends waiting; it should forget cancelled tasks at once
     * @param limits of what waits
     */
    public LiveHub(Things things, Policies policies, ScheduledExecutorService timer, LiveLimits limits) {
        this.policies = policies;
        this.rounds = new WaitingRoom<>(timer, limits);
        this.letters = new WaitingRoom<>(timer, limits);
        this.commands = new AckCommands(things, rounds, limits);
        this.post = new Post(things, policies, audience, letters, limits);
        this.subscription = things.subscribe(this::tell);
    }

    /**
     * Commands with acknowledgements.
     *
     * @return safe for use by many threads
     */
    public Commands commands() {
        return commands;
    }

    /**
     * Live messages.
     *
     * @return safe for use by many threads
     */
    public Messages messages() {
        return post;
    }

    /**
     * Lets a session listen.
     *
     * @param member who
     * @throws org.eclipse.ditto.base.model.acks.AcknowledgementLabelNotUniqueException if another one gives its
     *     acknowledgements
     */
    public void join(Member member) {
        audience.join(member);
    }

    /**
     * Forgets a session and all that it waits for.
     *
     * @param member who
     */
    public void leave(Member member) {
        audience.leave(member);
        rounds.clear(member.caller().session());
        letters.clear(member.caller().session());
    }

    /**
     * Takes an acknowledgement.
     *
     * @param member who gives it
     * @param thing that changed
     * @param ack with the correlation id of the change
     * @return false if nobody waits for it, or its giver was not told of the change
     */
    public boolean acknowledge(Member member, ThingId thing, Acknowledgement ack) {
        return ack.getDittoHeaders()
                .getCorrelationId()
                .flatMap(id -> rounds.find(new Waiting.Key(thing, id)))
                .filter(round -> round.give(member.caller().session(), ack))
                .isPresent();
    }

    /**
     * Takes the reply to a message.
     *
     * @param caller who replies
     * @param reply with the correlation id of the message
     * @return false if nobody waits for it, or its sender did not get the message
     */
    public boolean reply(Caller caller, LiveMessage reply) {
        return post.reply(caller, reply);
    }

    /**
     * How many sessions listen and how many commands and messages wait.
     *
     * @return 0 when nothing is left
     */
    public int load() {
        return audience.all().size() + rounds.size() + letters.size();
    }

    private void tell(ThingEvent event) {
        Optional<Access> access = policies.access(event.policy());
        Optional<AckRound> round = round(event);
        for (Member member : audience.all()) {
            round.ifPresent(one -> one.offered(member, true));
            boolean told = access.isPresent() && offer(member, event, access.get());
            if (!told) {
                round.ifPresent(one -> one.offered(member, false));
            }
        }
    }

    private Optional<AckRound> round(ThingEvent event) {
        if (rounds.isEmpty()) {
            return Optional.empty();
        }
        DittoHeaders headers = event.headers();
        return headers.getCorrelationId()
                .flatMap(id -> rounds.find(new Waiting.Key(event.thing(), id)))
                .filter(round -> event.session().filter(round.session()::equals).isPresent());
    }

    private static boolean offer(Member member, ThingEvent event, Access access) {
        String session = member.caller().session();
        try {
            return !event.session().filter(session::equals).isPresent() && member.offer(event, access);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            LOG.warn("An event of `{}` was not told to `{}`.", event.thing(), session, e);
            return false;
        }
    }

    /** Ends the listening; what waits gets no answer. */
    @Override
    public void close() {
        subscription.close();
        rounds.clear();
        letters.clear();
    }
}
