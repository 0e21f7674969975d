package io.citytwin.adapter.ocpp.internal.station;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.adapter.ocpp.OcppError;
import io.citytwin.adapter.ocpp.internal.rpc.Frame;
import io.citytwin.core.privacy.Redaction;
import io.citytwin.core.privacy.Secret;
import io.citytwin.core.spi.DeadLetter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Dead letters about stations, without what names a person or opens a door. Stations put much into their messages: cards,
 * settings as pairs of key and value, JSON inside of texts. Immutable.
 */
public final class Letters {

    private static final int MOST_TEXT = 6_000;
    private static final int SHORTEST_TOKEN = 3;
    private static final Set<String> TOKENS = Set.of("idTag", "parentIdTag", "idToken", "additionalIdToken");
    /** JSON within a text has its quotes escaped, once for each text around it. */
    private static final Pattern NESTED = Pattern.compile(
            "(?i)\\\\+\"[^\"\\\\]{0,40}(?:password|passwd|secret|token|authorizationkey|pin|puk|plate|idtag)"
                    + "\\\\+\"\\s*:\\s*(?:\\\\+\"[^\"\\\\]*+|[^,}\\]\\s\\\\\"]++)");
    /** A setting: what it holds may be a key or the name of somebody's network. */
    private static final Pattern SETTING = Pattern.compile("\\{[^{}]{0,400}\"key\"\\s*:[^{}]{0,800}+\\}?");
    /** A setting of version 2.0.1 is told as attributes of a variable. */
    private static final Pattern ATTRIBUTE =
            Pattern.compile("\"(?:variableAttribute|attributeValue|actualValue)\"\\s*:\\s*(?:\\[[^\\]]{0,2000}+\\]?"
                    + "|\"(?:[^\"\\\\]|\\\\.){0,2000}+\"?)");

    private final String name;
    private final Redaction redaction;

    /**
     * Letters of an adapter.
     *
     * @param name of the adapter
     * @param secrets that it was given
     */
    public Letters(String name, Collection<Secret> secrets) {
        this.name = name;
        redaction = Redaction.standard()
                .hiding(NESTED)
                .hiding(SETTING)
                .hiding(ATTRIBUTE)
                .hiding(secrets);
    }

    /**
     * A letter about a message.
     *
     * @param code of the error
     * @param reason one sentence
     * @param text as it came
     * @param at when it came
     * @return fit to be kept
     */
    public DeadLetter of(OcppError code, String reason, String text, Instant at) {
        return of(redaction, code, reason, text, at);
    }

    /**
     * A letter about a call whose payload was read.
     *
     * @param code of the error
     * @param reason one sentence
     * @param call with its text
     * @param at when it came
     * @return fit to be kept: whatever held a card's number in it is hidden wherever it stands
     */
    public DeadLetter of(OcppError code, String reason, Frame.Call call, Instant at) {
        return of(redaction.hiding(tokens(call.payload())), code, reason, call.text(), at);
    }

    private DeadLetter of(Redaction hiding, OcppError code, String reason, String text, Instant at) {
        String start = text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) + "…" : text;
        return new DeadLetter(name, code.id(), hiding.of(reason), hiding.of(start), at);
    }

    /**
     * Words from outside for a log.
     *
     * @param words such as an identity that nobody knows
     * @return a short line
     */
    public String line(String words) {
        return redaction.of(words.length() > 200 ? words.substring(0, 200) + "…" : words);
    }

    private static List<Secret> tokens(JsonNode payload) {
        List<Secret> found = new ArrayList<>();
        gather(payload, found);
        return found;
    }

    private static void gather(JsonNode node, List<Secret> found) {
        node.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (TOKENS.contains(member.getKey())
                    && value.isTextual()
                    && value.textValue().length() >= SHORTEST_TOKEN) {
                found.add(Secret.of(value.textValue()));
            }
        });
        node.forEach(inner -> gather(inner, found));
    }
}
