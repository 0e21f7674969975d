package breach.protocols.rules;

import org.junit.jupiter.api.TestInfo;

record SeesTests(TestInfo info) {}
