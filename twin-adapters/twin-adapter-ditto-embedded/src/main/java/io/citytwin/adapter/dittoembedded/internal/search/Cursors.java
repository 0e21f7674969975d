package io.citytwin.adapter.dittoembedded.internal.search;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonArray;
import org.eclipse.ditto.json.JsonCollectors;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonRuntimeException;
import org.eclipse.ditto.json.JsonValue;

/**
 * Cursors: the place of the last Thing of a page and what was searched, sealed so that nobody makes one up. They hold as
 * long as the process and need no memory here. Safe for use by many threads.
 */
final class Cursors {

    private static final int SEAL = 16;

    private final SecretKeySpec key;

    Cursors() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /** What a cursor says. Immutable. */
    record Mark(String sort, String filter, List<String> namespaces, SortOrder.Place last) {
        Mark {
            namespaces = List.copyOf(namespaces);
        }
    }

    String write(Mark mark) {
        byte[] text = JsonObject.newBuilder()
                .set("sort", mark.sort())
                .set("filter", mark.filter())
                .set(
                        "namespaces",
                        mark.namespaces().stream().map(JsonValue::of).collect(JsonCollectors.valuesToArray()))
                .set("values", mark.last().values().stream().collect(JsonCollectors.valuesToArray()))
                .set("id", mark.last().id())
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Arrays.copyOf(seal(text), SEAL + text.length);
        System.arraycopy(text, 0, sealed, SEAL, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    Mark read(String cursor, DittoHeaders headers) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(cursor);
            byte[] text = Arrays.copyOfRange(sealed, Math.min(SEAL, sealed.length), sealed.length);
            boolean genuine = sealed.length > SEAL && MessageDigest.isEqual(Arrays.copyOf(sealed, SEAL), seal(text));
            if (genuine) {
                return mark(JsonFactory.newObject(new String(text, StandardCharsets.UTF_8)));
            }
        } catch (IllegalArgumentException | JsonRuntimeException e) {
            throw SearchOptions.invalid("The option 'cursor' is not valid.", headers);
        }
        throw SearchOptions.invalid("The option 'cursor' is not valid.", headers);
    }

    private static Mark mark(JsonObject json) {
        return new Mark(
                json.getValue("sort").orElseThrow().asString(),
                json.getValue("filter").orElseThrow().asString(),
                values(json, "namespaces").stream().map(JsonValue::asString).toList(),
                new SortOrder.Place(
                        values(json, "values").stream().toList(),
                        json.getValue("id").orElseThrow().asString()));
    }

    private static JsonArray values(JsonObject json, String name) {
        return json.getValue(name).orElseThrow().asArray();
    }

    private byte[] seal(byte[] text) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(text), SEAL);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java knows HmacSHA256.", e);
        }
    }
}
