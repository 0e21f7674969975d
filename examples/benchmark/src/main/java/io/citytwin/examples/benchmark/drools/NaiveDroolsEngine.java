package io.citytwin.examples.benchmark.drools;

import io.citytwin.examples.benchmark.Engine;
import io.citytwin.examples.benchmark.law.ChosenLaw;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.ClassObjectFilter;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.internal.utils.KieHelper;

/**
 * Drools as one writes it at first: rules that begin with the twin, compiled in the classic way, findings as logical
 * facts, and updates that do not say what is another. For one thread at a time.
 */
public final class NaiveDroolsEngine extends AbstractDroolsEngine {

    private NaiveDroolsEngine(Drl drl, KieBase base) {
        super(Style.NAIVE, drl, base);
    }

    /**
     * Compiles the rules.
     *
     * @return makes engines without twins
     */
    public static Supplier<Engine> compile() {
        Drl drl = Drl.of(ChosenLaw.shipped(), Style.NAIVE);
        KieBase base = new KieHelper().addContent(drl.text(), ResourceType.DRL).build();
        return () -> new NaiveDroolsEngine(drl, base);
    }

    @Override
    void changed(FactHandle handle, Object fact, String field) {
        session().update(handle, fact);
    }

    @Override
    Iterable<Finding> found() {
        Collection<?> facts = session().getObjects(new ClassObjectFilter(Finding.class));
        List<Finding> findings = facts.stream().map(Finding.class::cast).toList();
        return findings;
    }

    @Override
    boolean passesOnUnread() {
        return true;
    }
}
