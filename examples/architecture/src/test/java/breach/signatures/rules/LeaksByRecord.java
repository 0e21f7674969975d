package breach.signatures.rules;

import java.util.Map;
import org.kie.api.KieBase;

public record LeaksByRecord(Map<String, KieBase> bases) {}
