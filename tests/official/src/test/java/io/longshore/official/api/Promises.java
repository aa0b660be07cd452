// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.official.api;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a type promises to those who compile and run against it: one line for each promise. */
final class Promises {
    private Promises() {}

    static Set<String> of(Class<?> type) {
        Set<String> lines = new TreeSet<>();
        add(lines, type, kind(type), type.getModifiers());
        if (type.getGenericSuperclass() != null) {
            add(lines, type, "extends " + type.getGenericSuperclass().getTypeName(), 0);
        }
        for (Type parent : type.getGenericInterfaces()) {
            add(lines, type, "implements " + parent.getTypeName(), 0);
        }
        promised(type.getDeclaredFields(), Field::getModifiers)
                .forEach(field -> add(lines, type, field(field), field.getModifiers()));
        promised(type.getDeclaredConstructors(), Constructor::getModifiers)
                .forEach(made -> add(lines, type, "new " + signature(made), made.getModifiers()));
        promised(type.getDeclaredMethods(), Method::getModifiers)
                .filter(method -> !method.isSynthetic())
                .forEach(method -> add(lines, type, method(method), method.getModifiers()));
        deprecations(lines, type);
        return lines;
    }

    private static <T> Stream<T> promised(T[] members, ToIntFunction<T> modifiers) {
        int visible = Modifier.PUBLIC | Modifier.PROTECTED;
        return Arrays.stream(members).filter(member -> (modifiers.applyAsInt(member) & visible) != 0);
    }

    private static void add(Set<String> lines, Class<?> type, String promise, int modifiers) {
        String shown = Modifier.toString(
                modifiers & ~(Modifier.TRANSIENT | Modifier.VOLATILE | Modifier.NATIVE | Modifier.SYNCHRONIZED));
        String name = OfficialTypes.renamed(type.getSimpleName());
        lines.add(name + ": " + OfficialTypes.renamed((shown.isEmpty() ? "" : shown + " ") + promise));
    }

    /** Other annotations of the official library are not there at run time. */
    private static void deprecations(Set<String> lines, Class<?> type) {
        Stream<AnnotatedElement> members = Stream.of(
                        type.getDeclaredConstructors(), type.getDeclaredMethods(), type.getDeclaredFields())
                .flatMap(Arrays::stream);
        Stream.concat(Stream.of(type), members)
                .filter(element -> element.isAnnotationPresent(Deprecated.class))
                .forEach(element -> add(lines, type, "@Deprecated " + element, 0));
    }

    private static String kind(Class<?> type) {
        return (type.isEnum() ? "enum " : type.isInterface() ? "" : "class ") + type.getName();
    }

    private static String field(Field field) {
        String text = field.getGenericType().getTypeName() + " " + field.getName();
        boolean isConstant = Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers());
        return isConstant ? text + " = " + value(field) : text;
    }

    private static Object value(Field constant) {
        try {
            return constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(constant + " is public", e);
        }
    }

    private static String method(Method method) {
        return method.getGenericReturnType().getTypeName() + " " + method.getName() + signature(method);
    }

    private static String signature(Executable code) {
        String parameters = names(code.getGenericParameterTypes());
        String failures = names(code.getGenericExceptionTypes());
        return "(" + parameters + ")" + (failures.isEmpty() ? "" : " throws " + failures);
    }

    private static String names(Type[] types) {
        return Arrays.stream(types).map(Type::getTypeName).collect(Collectors.joining(", "));
    }
}
