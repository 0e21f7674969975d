package breach.signatures.rules;

import org.kie.api.KieBase;

public interface LeaksByReturn {
    KieBase base();
}
