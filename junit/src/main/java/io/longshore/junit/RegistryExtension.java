// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.junit;

import java.lang.reflect.Parameter;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link WithRegistry} brings along; there is no need to name it. Thread-safe. */
public final class RegistryExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(RegistryExtension.class);

    /** For JUnit. */
    public RegistryExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Injected.isKnown(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext context, ExtensionContext test) {
        Parameter parameter = context.getParameter();
        String repository = context.findAnnotation(InRepository.class)
                .map(InRepository::value)
                .orElse(null);
        return Injected.value(parameter, registry(test), repository);
    }

    private static RunningRegistry registry(ExtensionContext test) {
        ExtensionContext annotated = annotated(test);
        WithRegistry wanted = annotation(annotated);
        if (wanted.shared()) {
            return registry(annotated, wanted);
        }
        if (test.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException("Each test has a registry of its own, so there is none yet: for"
                    + " parameters of constructors and of methods like @BeforeAll write @WithRegistry(shared = true).");
        }
        return registry(test, wanted);
    }

    /** JUnit closes what is in the store when the context ends. */
    // The method that replaces this one is not in JUnit 5.
    @SuppressWarnings("deprecation")
    private static RunningRegistry registry(ExtensionContext owner, WithRegistry wanted) {
        // A store looks into those around it; the id keeps a method's registry apart from that of its class.
        RunningRegistry registry = owner.getStore(NAMESPACE)
                .getOrComputeIfAbsent(owner.getUniqueId(), id -> RunningRegistry.start(wanted), RunningRegistry.class);
        return Objects.requireNonNull(registry, "registry");
    }

    /** The context that carries the annotation: the method's, else that of its class or one around it. */
    private static ExtensionContext annotated(ExtensionContext context) {
        ExtensionContext candidate = context;
        while (!AnnotationSupport.isAnnotated(candidate.getElement(), WithRegistry.class)) {
            candidate = candidate
                    .getParent()
                    .orElseThrow(() -> new ParameterResolutionException(
                            "There is no registry: " + context.getDisplayName() + " needs @WithRegistry."));
        }
        return candidate;
    }

    private static WithRegistry annotation(ExtensionContext annotated) {
        return AnnotationSupport.findAnnotation(annotated.getElement(), WithRegistry.class)
                .orElseThrow();
    }
}
