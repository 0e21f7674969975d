package io.citytwin.adapter.dittoembedded;

import io.citytwin.adapter.dittotck.DittoContract;
import io.citytwin.adapter.dittotck.DittoTarget;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;

// Over a real Ditto if CITYTWIN_DITTO_URL names one, else over an endpoint of our own: the same tests, none skipped.
class EmbeddedContractTest implements DittoContract {

    private static @Nullable EmbeddedDitto own;
    private static final DittoTarget TARGET =
            DittoTarget.from(System.getenv()).orElseGet(EmbeddedContractTest::startOwn);

    @Override
    public DittoTarget target() {
        return TARGET;
    }

    @AfterAll
    static void stop() {
        EmbeddedDitto started = own;
        if (started != null) {
            started.close();
        }
    }

    private static DittoTarget startOwn() {
        // tag::target[]
        EmbeddedDitto ditto = EmbeddedDitto.builder()
                .user("operator", "one")
                .user("integrator", "two")
                .user("citizen", "three")
                .bind("127.0.0.1", 0)
                .build()
                .start();
        own = ditto;
        return DittoTarget.basic(ditto.uri(), "operator:one", "integrator:two", "citizen:three");
        // end::target[]
    }
}
