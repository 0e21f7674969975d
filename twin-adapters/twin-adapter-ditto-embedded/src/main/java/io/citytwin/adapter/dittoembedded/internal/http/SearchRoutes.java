package io.citytwin.adapter.dittoembedded.internal.http;

import io.citytwin.adapter.dittoembedded.internal.search.Search;
import java.util.List;
import java.util.Map;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonCollectors;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonObjectBuilder;
import org.eclipse.ditto.json.JsonValue;

/** {@code /search/things} and its count. Safe for use by many threads. */
final class SearchRoutes {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Search search;

    SearchRoutes(Search search) {
        this.search = search;
    }

    ApiAnswer handle(ApiRequest request) {
        List<String> path = request.path().subList(1, request.path().size());
        boolean count = path.equals(List.of("things", "count"));
        if (!count && !path.equals(List.of("things"))) {
            throw Refusal.unknownRoute();
        }
        Api.method(request, "GET", "POST");
        if (request.wantsEvents()) {
            throw Refusal.outside("search as server-sent events");
        }
        ApiRequest asked = request.method().equals("POST") ? request.withQuery(form(request)) : request;
        DittoHeaders headers = HeaderReader.read(asked);
        Search.Query query = new Search.Query(
                asked.parameter("filter"),
                asked.parameter("option"),
                Parts.namespaces(asked),
                Parts.fields(asked, headers),
                headers);
        Map<String, String> echoed = HeaderReader.write(headers);
        if (count) {
            return ApiAnswer.json(200, JsonValue.of(search.count(request.caller(), query)), echoed);
        }
        return ApiAnswer.json(200, json(search.page(request.caller(), query)), echoed);
    }

    private static Map<String, String> form(ApiRequest request) {
        if (!request.contentType().equals(FORM)) {
            throw Refusal.wrongType(request.contentType(), FORM);
        }
        return RequestLine.form(request.body().text());
    }

    private static JsonObject json(Search.Page page) {
        JsonObjectBuilder json =
                JsonObject.newBuilder().set("items", page.items().stream().collect(JsonCollectors.valuesToArray()));
        page.cursor().ifPresent(cursor -> json.set("cursor", cursor));
        page.nextPageOffset().ifPresent(offset -> json.set("nextPageOffset", offset));
        return json.build();
    }
}
