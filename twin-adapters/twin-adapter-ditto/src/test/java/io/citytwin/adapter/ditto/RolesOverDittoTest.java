package io.citytwin.adapter.ditto;

import static io.citytwin.adapter.ditto.Town.MIDNIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.citytwin.adapter.dittoembedded.EmbeddedDitto;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Twin;
import io.citytwin.core.time.SystemClock;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each role on each path to Things that tell of persons: what may be read and written, and that nothing leaks. */
class RolesOverDittoTest {

    private static final String CAR = "/things/town:car-1";
    private static final String STATE = CAR + "/features/state";
    private static final Splitter COLUMNS = Splitter.on('|').trimResults();

    /** Values and names that only operators may see anywhere. */
    private static final List<String> SECRETS =
            List.of("h-zoe", "h-ann", "Secretville", "9.1234", "45.5678", "holder", "\"home\"", "location");

    private final EmbeddedDitto ditto = EmbeddedDitto.builder()
            .clock(new SystemClock())
            .user("city", "c")
            .user("stranger", "s")
            .user("citizen", "z")
            .user("integrator", "i")
            .user("operator", "o")
            .build()
            .start();
    private final RestUser stranger = new RestUser(ditto, "stranger", "s");
    private final RestUser citizen = new RestUser(ditto, "citizen", "z");
    private final RestUser integrator = new RestUser(ditto, "integrator", "i");
    private final RestUser operator = new RestUser(ditto, "operator", "o");
    private final List<RestUser> roles = List.of(stranger, citizen, integrator, operator);

    @BeforeEach
    void provision() {
        TwinGraph graph = TwinGraph.of(AssetTypes.builtIn());
        AssetTypes types = graph.types();
        graph.put(
                List.of(
                        types.twin("it:Secretville", "Municipality"),
                        car(types, "town:car-1", "h-zoe"),
                        car(types, "town:car-2", "h-ann"),
                        types.twin("town:lamp-1", "LampPost").withAll("ratedPower=70")),
                MIDNIGHT);
        observe(graph, "location", "9.1234 45.5678");
        observe(graph, "charge", "80");
        ProvisioningReport made = DittoAdapter.builder()
                .endpoint(ditto.uri())
                .login(DittoLogin.basic("city", "c"))
                .graph(graph)
                .roles(DittoRoles.of(Set.of("nginx:operator"), Set.of("nginx:integrator"), Set.of("nginx:citizen")))
                .build()
                .provision();
        assertThat(made.problems()).isEmpty();
        assertThat(made.created()).isEqualTo(7);
    }

    @AfterEach
    void end() {
        ditto.close();
    }

    private static void observe(TwinGraph graph, String property, String value) {
        Twin car = graph.types().twin("town:car-1", "Vehicle").with(property, value);
        graph.observe(
                new Observation(car.id(), property, car.value(property), MIDNIGHT, MIDNIGHT, "field", Quality.GOOD));
    }

    private static Twin car(AssetTypes types, String id, String holder) {
        return types.twin(id, "Vehicle").withAll("holder=" + holder + " home=it:Secretville fuel=petrol");
    }

    /** One line per request: method, path, body, and what stranger, citizen, integrator and operator are answered. */
    private void matrix(String lines) {
        List<String> seen = new ArrayList<>();
        List<String> wanted = lines.lines().filter(line -> !line.isBlank()).toList();
        for (String line : wanted) {
            List<String> columns = COLUMNS.splitToList(line.replace('\'', '"'));
            List<String> codes = new ArrayList<>();
            for (RestUser role : roles) {
                HttpResponse<String> answer = role.send(columns.get(0), columns.get(1), columns.get(2));
                codes.add(String.valueOf(answer.statusCode()));
                // An error names the path that was asked for, and nothing else.
                String told = answer.statusCode() == 404
                        ? answer.body().replace(columns.get(1).replaceFirst(".*/", ""), "")
                        : answer.body();
                if (role != operator && columns.get(0).equals("GET")) {
                    assertThat(told).as(line).doesNotContain(SECRETS);
                }
            }
            int end = line.lastIndexOf('|');
            seen.add(line.substring(0, end + 1) + " " + String.join(" ", codes));
        }
        assertThat(seen).isEqualTo(wanted);
    }

    private static String car(RestUser role) {
        return role.get(CAR).body();
    }

    @Test
    void whatIsPersonalIsReadByOperatorsOnly() {
        matrix("""
                GET | /things/town:car-1 | | 404 200 200 200
                GET | /things/town:car-1?fields=thingId,attributes,features | | 404 200 200 200
                GET | /things?ids=town:car-1,town:lamp-1 | | 200 200 200 200
                GET | /things/town:car-1/attributes | | 404 200 200 200
                GET | /things/town:car-1/attributes/fuel | | 404 200 200 200
                GET | /things/town:car-1/attributes/holder | | 404 404 404 200
                GET | /things/town:car-1/attributes/home | | 404 404 404 200
                GET | /things/town:car-1/attributes/gate | | 404 404 404 404
                GET | /things/town:car-1/features/state | | 404 200 200 200
                GET | /things/town:car-1/features/state/properties/charge | | 404 200 200 200
                GET | /things/town:car-1/features/state/properties/location | | 404 404 404 200
                GET | /things/town:car-1/features/state/properties/observed/location | | 404 404 404 200
                GET | /things/town:car-1/features/state/properties/observed/charge | | 404 200 200 200
                GET | /things/town:lamp-1/attributes/ratedPower | | 404 200 200 200
                GET | /policies/town:citytwin.Vehicle | | 404 404 404 200
                """);
        assertThat(car(operator)).contains("h-zoe", "Secretville", "9.1234");
    }

    @Test
    void integratorsWriteReportedValuesAndMessagesOnly() {
        matrix("""
                PUT | /things/town:car-1/features/state/properties/charge | 50 | 404 403 204 204
                PUT | /things/town:car-1/features/state/properties/observed/charge | {} | 404 403 204 204
                PUT | /things/town:car-1/features/state/desiredProperties/notice | 'SMOG' | 404 403 403 201
                PUT | /things/town:car-1/attributes/fuel | 'DIESEL' | 404 403 403 204
                PUT | /things/town:car-1/attributes/holder | 'h-new' | 404 403 403 204
                PUT | /things/town:car-1/definition | 'io.citytwin:LampPost:1.0.0' | 404 403 403 204
                PATCH | /things/town:car-1 | {'features':{'state':{'properties':{'charge':1}}}} | 404 403 204 204
                PATCH | /things/town:car-1 | {'attributes':{'fuel':'LPG'}} | 404 403 403 204
                PATCH | /things/town:car-1/features/state/desiredProperties | {'notice':'X'} | 404 403 403 204
                PUT | /policies/town:citytwin.Vehicle/entries/citizen/resources/thing:%2F | {'grant':['READ'],'revoke':[]} | 403 403 403 204
                POST | /things/town:car-1/features/state/inbox/messages/directive?timeout=0 | {} | 404 403 202 202
                DELETE | /things/town:car-1/features/state/properties/observed/charge | | 404 403 204 404
                DELETE | /things/town:car-1/features/state/desiredProperties/notice | | 404 403 403 204
                DELETE | /things/town:car-1/attributes/holder | | 404 403 403 204
                DELETE | /things/town:car-1 | | 404 403 403 204
                """);
    }

    @Test
    void noSearchTellsWhatIsPersonal() {
        for (RestUser role : List.of(stranger, citizen, integrator)) {
            for (String filter : List.of(
                    "eq(attributes/holder,%22h-zoe%22)",
                    "like(attributes/holder,%22h-*%22)",
                    "gt(attributes/holder,%22a%22)",
                    "exists(attributes/home)",
                    "exists(features/state/properties/location)",
                    "eq(attributes/home,%22it:Secretville%22)")) {
                assertThat(role.get("/search/things/count?filter=" + filter).body())
                        .as(filter)
                        .isEqualTo("0");
                assertThat(role.get("/search/things?filter=" + filter).body()).contains("\"items\":[]");
            }
            String right = "/search/things?filter=ne(attributes/holder,%22h-zoe%22)";
            String wrong = "/search/things?filter=ne(attributes/holder,%22nobody%22)";
            assertThat(role.get(right).body()).isEqualTo(role.get(wrong).body());
            assertThat(role.get("/search/things?namespaces=town&fields=thingId,attributes,features/state/properties")
                            .body())
                    .doesNotContain(SECRETS);
        }
        assertThat(operator.get("/search/things/count?filter=eq(attributes/holder,%22h-zoe%22)")
                        .body())
                .isEqualTo("1");
        String sort = "/search/things?fields=thingId&filter=exists(attributes/fuel)&option=sort(%2Battributes/holder)";
        assertThat(operator.get(sort).body()).containsSubsequence("car-2", "car-1");
        assertThat(citizen.get(sort).body()).containsSubsequence("car-1", "car-2");
        assertThat(integrator.get(sort).body()).containsSubsequence("car-1", "car-2");
    }

    @Test
    void noConditionTellsWhatIsPersonal() {
        for (RestUser role : List.of(stranger, citizen, integrator)) {
            for (String method : List.of("GET", "PUT")) {
                String path = method.equals("GET") ? CAR : STATE + "/properties/charge";
                HttpResponse<String> right =
                        role.send(method, path + "?condition=eq(attributes/holder,%22h-zoe%22)", "7");
                HttpResponse<String> wrong =
                        role.send(method, path + "?condition=eq(attributes/holder,%22nobody%22)", "7");
                assertThat(right.statusCode()).as(method).isEqualTo(wrong.statusCode());
                assertThat(right.body()).isEqualTo(wrong.body());
            }
        }
    }

    @Test
    void eventsOfASessionLeaveOutWhatIsPersonal() {
        for (RestUser role : List.of(citizen, integrator)) {
            try (RestUser.Heard all = role.session("START-SEND-EVENTS?extraFields=attributes,features");
                    RestUser.Heard some = role.session("START-SEND-EVENTS?filter=exists(attributes/holder)")) {
                change();
                assertThat(String.join("\n", all.until("\"EURO_6\"")))
                        .contains("\"value\":33")
                        .doesNotContain(SECRETS);
                String read = "{\"topic\":\"town/car-1/things/twin/commands/retrieve\",\"path\":\"/\","
                        + "\"headers\":{\"correlation-id\":\"r1\"}}";
                assertThat(all.ask(read, "\"r1\"")).contains("\"status\":200").doesNotContain(SECRETS);
                assertThat(some.ask(read, "\"r1\"")).doesNotContain("twin/events");
            }
        }
        try (RestUser.Heard none = stranger.session("START-SEND-EVENTS")) {
            change();
            String read = "{\"topic\":\"town/car-1/things/twin/commands/retrieve\",\"path\":\"/\","
                    + "\"headers\":{\"correlation-id\":\"r1\"}}";
            assertThat(none.ask(read, "\"r1\"")).contains("\"status\":404").doesNotContain("car-1/things/twin/events");
        }
    }

    @Test
    void serverSentEventsLeaveOutWhatIsPersonal() {
        for (RestUser role : List.of(citizen, integrator)) {
            try (RestUser.Heard stream = role.stream("/things?namespaces=town&extraFields=attributes,features")) {
                stream.until("data:");
                change();
                assertThat(String.join("\n", stream.until("\"EURO_6\"")))
                        .contains("33")
                        .doesNotContain(SECRETS);
            }
        }
    }

    // Personal values first and together with others, public ones last: what came before them is in by then.
    private void change() {
        operator.send("PUT", CAR + "/attributes/euro", "\"EURO_5\"");
        operator.send("PUT", CAR + "/attributes/holder", "\"h-ann2\"");
        operator.send("PUT", STATE + "/properties/location", "{\"type\":\"Point\",\"coordinates\":[9.1234,45.5678]}");
        operator.send("PUT", STATE + "/properties/charge", "33");
        operator.send(
                "PATCH",
                CAR,
                "{\"attributes\":{\"home\":\"it:Secretville\",\"holder\":\"h-zoe\",\"euro\":\"EURO_4\"}}");
        operator.send("PUT", CAR + "/attributes/euro", "\"EURO_6\"");
    }
}
