package breach.signatures.rules;

import java.util.List;
import org.drools.model.Model;

public abstract class LeaksByField {
    protected final List<Model> models = List.of();
}
