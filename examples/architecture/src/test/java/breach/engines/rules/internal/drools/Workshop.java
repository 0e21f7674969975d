package breach.engines.rules.internal.drools;

import org.kie.api.KieBase;

public record Workshop(KieBase base) {}
