package io.citytwin.adapter.dittoembedded.internal.live;

import io.citytwin.adapter.dittoembedded.internal.twin.Action;
import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import io.citytwin.adapter.dittoembedded.internal.twin.Reply;
import io.citytwin.adapter.dittoembedded.internal.twin.ThingCommand;
import io.citytwin.adapter.dittoembedded.internal.twin.Things;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.ditto.base.model.acks.AcknowledgementLabel;
import org.eclipse.ditto.base.model.acks.AcknowledgementRequest;
import org.eclipse.ditto.base.model.acks.DittoAcknowledgementLabel;
import org.eclipse.ditto.base.model.common.HttpStatus;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.base.model.headers.DittoHeaderDefinition;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.base.model.signals.acks.Acknowledgement;

/** Awaits acknowledgements. Safe for use by many threads. */
final class AckCommands implements Commands {

    private static final String STORED = DittoAcknowledgementLabel.TWIN_PERSISTED.toString();
    private static final String FOUND = DittoAcknowledgementLabel.SEARCH_PERSISTED.toString();
    private static final String REPLIED = DittoAcknowledgementLabel.LIVE_RESPONSE.toString();

    private final Things things;
    private final WaitingRoom<AckRound> room;
    private final LiveLimits limits;

    AckCommands(Things things, WaitingRoom<AckRound> room, LiveLimits limits) {
        this.things = things;
        this.room = room;
        this.limits = limits;
    }

    @Override
    public CompletableFuture<Answer> execute(Caller caller, ThingCommand command) {
        try {
            DittoHeaders headers = Travel.complete(command.headers(), caller);
            ThingCommand known = new ThingCommand(
                    command.thing(), command.action(), command.path(), command.value(), command.fields(), headers);
            Set<String> labels = labels(known);
            Timeouts.check(headers, limits);
            if (labels.isEmpty() || labels.equals(Set.of(STORED))) {
                return CompletableFuture.completedFuture(new Answer(things.execute(caller, known), false));
            }
            return await(caller, known, labels);
        } catch (DittoRuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Which acknowledgements to await; none if no answer is wanted. */
    private static Set<String> labels(ThingCommand command) {
        Set<String> labels = new LinkedHashSet<>();
        if (command.action() != Action.RETRIEVE && command.headers().isResponseRequired()) {
            command.headers().getAcknowledgementRequests().stream()
                    .map(AcknowledgementRequest::getLabel)
                    .map(AcknowledgementLabel::toString)
                    .filter(label -> !label.equals(REPLIED))
                    .forEach(labels::add);
        }
        return labels;
    }

    private CompletableFuture<Answer> await(Caller caller, ThingCommand command, Set<String> labels) {
        DittoHeaders headers = command.headers();
        AckRound.Ask ask = new AckRound.Ask(
                new Waiting.Key(command.thing(), headers.getCorrelationId().orElseThrow()),
                caller.session(),
                Travel.echo(headers),
                Timeouts.of(headers, limits));
        AckRound round = new AckRound(ask, labels, room);
        room.enter(round, ask.timeout(), headers);
        try {
            Reply reply = things.execute(caller, command);
            round.give(stored(command, reply));
            round.give(Acknowledgement.of(
                    AcknowledgementLabel.of(FOUND), command.thing(), HttpStatus.NO_CONTENT, Travel.echo(headers)));
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            round.abandon();
            throw e;
        }
        return round.done();
    }

    private static Acknowledgement stored(ThingCommand command, Reply reply) {
        DittoHeaders headers = Travel.echo(command.headers()).toBuilder()
                .putHeader(
                        DittoHeaderDefinition.ORIGINATOR.getKey(),
                        Travel.originator(command.headers()).orElse(""))
                .putHeaders(reply.headers())
                .responseRequired(false)
                .removeHeader(DittoHeaderDefinition.CONTENT_TYPE.getKey())
                .removeHeader(DittoHeaderDefinition.REQUESTED_ACKS.getKey())
                .build();
        AcknowledgementLabel label = AcknowledgementLabel.of(STORED);
        return Acknowledgement.of(
                label, command.thing(), reply.status(), headers, reply.value().orElse(null));
    }
}
