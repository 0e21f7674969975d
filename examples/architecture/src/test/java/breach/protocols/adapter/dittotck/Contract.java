package breach.protocols.adapter.dittotck;

import org.junit.jupiter.api.TestInfo;

record Contract(TestInfo info) {}
