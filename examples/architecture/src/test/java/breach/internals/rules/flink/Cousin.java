package breach.internals.rules.flink;

import breach.internals.rules.internal.Secret;

public record Cousin(Secret secret) {}
