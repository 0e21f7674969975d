package io.citytwin.adapter.dittotck;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.adapter.dittotck.internal.Http;
import io.citytwin.adapter.dittotck.internal.Reply;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Conditions, ETags and what depends on them. */
interface ConditionsContract {

    @Test
    default void aWriteWhoseConditionHoldsIsDone(Scene scene) {
        scene.overBoth(line -> {
            String at = scene.thing() + "/attributes/name";
            line.modify(at, "'door'", "condition", "and(eq(attributes/name,'gate'),lt(attributes/place/row,2))")
                    .isEmpty(204);
            line.retrieve(at).is(200, "'door'");
        });
    }

    @Test
    default void aWriteWhoseConditionFailsIsNotDone(Scene scene) {
        scene.overBoth(line -> {
            String at = scene.thing() + "/attributes/name";
            line.modify(at, "'door'", "condition", "gt(features/state/properties/level,1)")
                    .refused(412, "things:condition.failed");
            line.delete(at, "condition", "not(exists(attributes/name))").refused(412, "things:condition.failed");
            line.retrieve(at).is(200, "'gate'");
        });
    }

    @Test
    default void aReadObeysItsConditionToo(Scene scene) {
        scene.overBoth(line -> {
            String id = scene.thing();
            line.retrieve(id + "/attributes/name", "condition", "exists(attributes/name)")
                    .is(200, "'gate'");
            line.retrieve(id, "condition", "exists(attributes/none)").refused(412, "things:condition.failed");
        });
    }

    @Test
    default void aConditionThatIsNoneIsRefused(Scene scene) {
        scene.overBoth(line -> line.modify(scene.thing() + "/attributes/a", "1", "condition", "eq(attributes/a")
                .refused(400, "things:condition.invalid"));
    }

    @Test
    default void ifMatchGuardsAWriteOfAThing(Scene scene) {
        scene.overBoth(line -> {
            String id = scene.thing();
            String old = line.retrieve(id).etag();
            assertThat(old).matches("\"rev:\\d+\"");
            line.merge(id, "{attributes: {n: 1}}", "if-match", old).isEmpty(204);
            Reply refused =
                    line.merge(id, "{attributes: {n: 2}}", "if-match", old).refused(412, "things:precondition.failed");
            assertThat(refused.etag()).isEqualTo(line.retrieve(id).etag()).isNotEqualTo(old);
            line.retrieve(id + "/attributes/n").is(200, "1");
        });
    }

    @Test
    default void ifMatchGuardsAWriteOfAPart(Scene scene) {
        scene.overBoth(line -> {
            String at = scene.thing() + "/features/state/properties/level";
            String old = line.retrieve(at).etag();
            assertThat(old).matches("\"hash:.+\"");
            line.modify(at, "2", "if-match", old).isEmpty(204);
            line.modify(at, "3", "if-match", old).refused(412, "things:precondition.failed");
            line.delete(at, "if-match", old).refused(412, "things:precondition.failed");
            line.retrieve(at).is(200, "2");
        });
    }

    @Test
    default void ifMatchStarNeedsSomething(Scene scene) {
        scene.overBoth(line -> {
            String id = scene.thing();
            line.modify(id + "/attributes/none", "1", "if-match", "*").refused(412, "things:precondition.failed");
            line.modify(id + "/attributes/name", "'door'", "if-match", "*").isEmpty(204);
        });
    }

    @Test
    default void ifNoneMatchStarNeedsNothing(Scene scene) {
        scene.overBoth(line -> {
            String id = scene.thing();
            line.modify(id + "/attributes/name", "'door'", "if-none-match", "*")
                    .refused(412, "things:precondition.failed");
            line.modify(id + "/attributes/none", "1", "if-none-match", "*").is(201, "1");
            line.retrieve(id + "/attributes/name").is(200, "'gate'");
        });
    }

    @Test
    default void aReadOfTheSameIsNotModified(Scene scene) {
        scene.overBoth(line -> {
            String id = scene.thing();
            for (String at : List.of(id, id + "/attributes", id + "/features/state/properties/level")) {
                String etag = line.retrieve(at).etag();
                Reply same = line.retrieve(at, "if-none-match", etag).is(304);
                assertThat(same.etag()).isEqualTo(etag);
                line.retrieve(at, "if-none-match", "\"rev:99999\"").is(200);
            }
        });
    }

    @Test
    default void aPartHasTheETagOfItsValue(Scene scene) {
        scene.overBoth(line -> {
            String at = scene.thing() + "/attributes/x";
            String one = line.modify(at, "{n: 1}").is(201).etag();
            String two = line.modify(at, "{n: 2}").is(204).etag();
            assertThat(line.retrieve(at).etag()).isEqualTo(two).isNotEqualTo(one);
            assertThat(line.modify(at, "{n: 1}").is(204).etag()).isEqualTo(one);
        });
    }

    @Test
    default void anETagIsTheSameOverHttpAndWebSocket(Scene scene) {
        String id = scene.thing();
        Line web = new HttpLine(scene.operator());
        Line socket = new SocketLine(scene.session());
        for (String at : List.of(id, id + "/attributes", id + "/features/state", id + "/features/state/properties")) {
            assertThat(web.retrieve(at).is(200).etag())
                    .isEqualTo(socket.retrieve(at).is(200).etag());
        }
    }

    @Test
    default void ifEqualSkipsAWriteThatChangesNothing(Scene scene) {
        scene.overBoth(line -> {
            String id = scene.thing();
            long before = line.retrieve(id).revision();
            line.modify(id + "/attributes/name", "'gate'", "if-equal", "skip")
                    .refused(412, "things:precondition.failed");
            line.retrieve(id).assertRevision().isEqualTo(before);
            line.modify(id + "/attributes/name", "'door'", "if-equal", "skip").isEmpty(204);
            line.retrieve(id).assertRevision().isGreaterThan(before);
        });
    }

    @Test
    default void ifEqualUpdateWritesTheSameAgain(Scene scene) {
        scene.overBoth(line -> {
            String id = scene.thing();
            long before = line.retrieve(id).revision();
            line.modify(id + "/attributes/name", "'gate'", "if-equal", "update").isEmpty(204);
            line.retrieve(id).assertRevision().isGreaterThan(before);
        });
    }

    @Test
    default void ofManyWritersWithOneETagOneWins(Scene scene) {
        String id = scene.thing();
        Http http = scene.operator();
        String etag = http.get("things/" + id).etag();
        List<CompletableFuture<Reply>> asked = IntStream.range(0, 8)
                .mapToObj(i -> http.later(
                        "PUT",
                        "things/" + id + "/attributes/winner",
                        String.valueOf(i),
                        "condition",
                        "not(exists(attributes/winner))"))
                .toList();
        List<Integer> states =
                asked.stream().map(CompletableFuture::join).map(Reply::status).toList();
        assertThat(states).containsOnlyOnce(201).containsOnly(201, 412);
        assertThat(http.get("things/" + id).etag()).isNotEqualTo(etag);
        int winner = states.indexOf(201);
        http.get("things/" + id + "/attributes/winner").is(200, String.valueOf(winner));
    }

    @Test
    default void whoLostTheRaceReadsAgainAndWins(Scene scene) {
        scene.overBoth(line -> {
            String id = scene.thing();
            String stale = line.retrieve(id).etag();
            line.modify(id + "/attributes/n", "1").is(201);
            line.merge(id, "{attributes: {n: 2}}", "if-match", stale).refused(412, "things:precondition.failed");
            line.merge(id, "{attributes: {n: 2}}", "if-match", line.retrieve(id).etag())
                    .isEmpty(204);
            line.retrieve(id + "/attributes/n").is(200, "2");
        });
    }
}
