// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.inverted;

import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.mark.OfficialPasses;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Holds every test to what it says about the official library: to fail, and how, or to pass. */
public final class Inverted implements InvocationInterceptor {
    /** For the service loader. */
    public Inverted() {}

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> test, ReflectiveInvocationContext<Method> which, ExtensionContext context)
            throws Throwable {
        Method method = which.getExecutable();
        if (method.getDeclaringClass().getPackage().equals(Inverted.class.getPackage())
                || method.isAnnotationPresent(OfficialPasses.class)) {
            test.proceed();
            return;
        }
        OfficialFails expected = method.getAnnotation(OfficialFails.class);
        if (expected == null) {
            throw new AssertionError("say what the official library does, by @OfficialFails or @OfficialPasses");
        }
        Failures.check(expected.value(), failure(test));
    }

    private static @Nullable Throwable failure(Invocation<@Nullable Void> test) {
        try {
            test.proceed();
            return null;
        } catch (Throwable thrown) {
            return thrown;
        }
    }
}
