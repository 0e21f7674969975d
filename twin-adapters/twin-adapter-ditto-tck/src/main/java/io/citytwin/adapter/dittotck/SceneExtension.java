package io.citytwin.adapter.dittotck;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Gives each test a {@link Scene}, takes it away afterwards, and adds its story to a failure. */
final class SceneExtension implements ParameterResolver, TestExecutionExceptionHandler, AfterEachCallback {

    private static final Namespace OWN = Namespace.create(SceneExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Scene.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        DittoContract contract = (DittoContract) context.getRequiredTestInstance();
        Store shared = context.getRoot().getStore(OWN);
        Run run = shared.getOrComputeIfAbsent(contract.target().uri(), uri -> new Run(contract.target()), Run.class);
        Scene scene = new Scene(run);
        context.getStore(OWN).put(Scene.class, scene);
        return scene;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        Scene scene = context.getStore(OWN).get(Scene.class, Scene.class);
        if (scene != null) {
            failure.addSuppressed(new AssertionError(scene.story()));
        }
        throw failure;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Scene scene = context.getStore(OWN).remove(Scene.class, Scene.class);
        if (scene != null) {
            scene.close();
        }
    }
}
