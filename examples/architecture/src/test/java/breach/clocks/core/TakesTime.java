package breach.clocks.core;

import java.time.Instant;

record TakesTime(Instant now) {}
