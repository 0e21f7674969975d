package io.citytwin.adapter.airquality.internal;

import io.citytwin.adapter.airquality.AirSource;
import io.citytwin.core.privacy.Redaction;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks an address, at most as often as it leads on. For one thread at a time, except {@link #stop}. */
final class HttpFetcher implements Fetcher {

    private static final int MOST_REDIRECTS = 5;
    private static final int LONGEST_TAG = 500;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> ASK_FOR_PATIENCE = Set.of(429, 503);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    private final HttpLine line;
    private final AirSource.OverHttp place;
    private final Duration timeout;
    private final int largest;
    private final AtomicReference<@Nullable CompletableFuture<?>> going = new AtomicReference<>();
    private volatile boolean stopped;

    HttpFetcher(HttpLine line, AirSource.OverHttp place, Duration timeout, int largest) {
        this.line = line;
        this.place = place;
        this.timeout = timeout;
        this.largest = largest;
    }

    @Override
    public Fetched fetch(Fetched.Version known) throws SourceFailure, InterruptedException {
        URI at = place.address();
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            HttpResponse<ByteBuffer> answer = ask(at, known);
            int status = answer.statusCode();
            if (!REDIRECTS.contains(status)) {
                return read(answer, known);
            }
            at = next(at, answer);
        }
        throw new SourceFailure("It leads on more than `" + MOST_REDIRECTS + "` times, to `" + shown(at) + "`.");
    }

    private URI next(URI from, HttpResponse<?> answer) throws SourceFailure {
        String location = answer.headers().firstValue("location").orElse("");
        try {
            URI to = from.resolve(location);
            boolean plain = "https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme());
            if (!location.isEmpty() && WebWords.isAddress(to) && !plain) {
                return to;
            }
        } catch (IllegalArgumentException none) {
            // refused below like an address of another kind
        }
        throw new SourceFailure("It leads to `" + Redaction.standard().of(cut(location)) + "`, where nobody follows.");
    }

    private Fetched read(HttpResponse<ByteBuffer> answer, Fetched.Version known) throws SourceFailure {
        int status = answer.statusCode();
        if (status == 304 && !known.equals(Fetched.Version.NONE)) {
            return new Fetched(Optional.empty(), known);
        } else if (status != 200) {
            throw new SourceFailure("It answered with status `" + status + "`.", patience(answer));
        }
        String tag = header(answer, "etag");
        String modified = header(answer, "last-modified");
        return new Fetched(Optional.of(answer.body()), new Fetched.Version(tag, modified));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers()
                .firstValue(name)
                // It is sent back, and a client refuses to send everything that it takes.
                .filter(value -> value.length() <= LONGEST_TAG && WebWords.isValue(value))
                .orElse("");
    }

    private static Optional<Duration> patience(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("retry-after")
                .filter(said -> ASK_FOR_PATIENCE.contains(answer.statusCode()))
                .filter(said -> SECONDS.matcher(said).matches())
                .map(said -> Duration.ofSeconds(Long.parseLong(said)));
    }

    private HttpResponse<ByteBuffer> ask(URI at, Fetched.Version known) throws SourceFailure, InterruptedException {
        CompletableFuture<HttpResponse<ByteBuffer>> asked = begin(at, known);
        going.set(asked);
        try {
            if (stopped) {
                throw new InterruptedException("stopped");
            }
            // The client's own timeout ends when the body begins.
            return asked.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw new SourceFailure("It took more than `" + timeout + "` to answer.");
        } catch (CancellationException ended) {
            throw new InterruptedException("stopped");
        } catch (ExecutionException failed) {
            throw new SourceFailure("It cannot be read: `" + why(failed) + "`.");
        } finally {
            asked.cancel(true);
            going.set(null);
        }
    }

    private CompletableFuture<HttpResponse<ByteBuffer>> begin(URI at, Fetched.Version known) throws SourceFailure {
        try {
            return line.client().sendAsync(request(at, known), this::body);
        } catch (IllegalArgumentException odd) {
            throw new SourceFailure("Its address `" + shown(at) + "` cannot be asked.");
        }
    }

    private static String why(ExecutionException failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        Throwable deeper =
                cause instanceof IOException && cause.getCause() instanceof IOException inner ? inner : cause;
        String words = deeper.getMessage() == null ? deeper.getClass().getSimpleName() : deeper.getMessage();
        return Redaction.standard().of(cut(words));
    }

    private HttpRequest request(URI at, Fetched.Version known) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at)
                .timeout(timeout)
                .header("Accept-Encoding", "identity")
                .header("User-Agent", "CityTwin");
        if (!known.tag().isEmpty()) {
            request.header("If-None-Match", known.tag());
        }
        if (!known.modified().isEmpty()) {
            request.header("If-Modified-Since", known.modified());
        }
        place.header()
                .filter(secret -> isSameServer(at))
                .ifPresent(
                        secret -> request.header(secret.name(), secret.value().reveal()));
        return request.build();
    }

    private boolean isSameServer(URI at) {
        URI own = place.address();
        return String.valueOf(own.getScheme()).equalsIgnoreCase(at.getScheme())
                && String.valueOf(own.getAuthority()).equalsIgnoreCase(at.getAuthority());
    }

    // What is no answer is not read, nor is a small text that may unpack to any size and that nobody asked for.
    private HttpResponse.BodySubscriber<ByteBuffer> body(HttpResponse.ResponseInfo about) {
        boolean plain = about.headers().allValues("content-encoding").stream()
                .allMatch(coding -> coding.equalsIgnoreCase("identity"));
        if (about.statusCode() != 200) {
            return UnreadBody.empty();
        }
        return plain ? new BoundedBody(largest) : UnreadBody.failing("the body is compressed, which nobody asked for");
    }

    @Override
    public void stop() {
        stopped = true;
        CompletableFuture<?> current = going.get();
        if (current != null) {
            current.cancel(true);
        }
    }

    private static String shown(URI address) {
        return Redaction.standard().of(cut(address.getScheme() + "://" + address.getHost() + address.getPath()));
    }

    private static String cut(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "..." : text;
    }
}
