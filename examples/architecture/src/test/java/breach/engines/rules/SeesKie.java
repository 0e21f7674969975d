package breach.engines.rules;

import org.kie.api.KieBase;

record SeesKie(KieBase base) {}
