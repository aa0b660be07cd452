// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.house.api;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A type's promises as lines of text. */
final class TypeLines {
    private static final int SHOWN =
            Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL;

    private TypeLines() {}

    static String heading(Class<?> type) {
        StringBuilder line = new StringBuilder(modifiers(type.getModifiers() & ~hidden(type)));
        line.append(type.isSealed() ? "sealed " : "").append(kind(type)).append(' ');
        line.append(type.getName()).append(variables(type.getTypeParameters()));
        Type parent = type.getGenericSuperclass();
        if (parent != null && parent != Object.class && !type.isRecord() && !type.isEnum()) {
            line.append(" extends ").append(parent.getTypeName());
        }
        line.append(listed(type.isInterface() ? " extends " : " implements ", type.getGenericInterfaces()));
        return line.append(type.isSealed() ? listed(" permits ", type.getPermittedSubclasses()) : "")
                .toString();
    }

    static List<String> members(Class<?> type) {
        List<String> lines = new ArrayList<>();
        Stream.of(type.getDeclaredFields())
                .filter(f -> isPromised(f.getModifiers()))
                .forEach(f -> lines.add(field(f)));
        Stream.of(type.getDeclaredConstructors())
                .filter(c -> isPromised(c.getModifiers()))
                .forEach(c -> lines.add(constructor(c)));
        Stream.of(type.getDeclaredMethods())
                .filter(m -> isPromised(m.getModifiers()) && !m.isSynthetic() && !m.isBridge())
                .forEach(m -> lines.add(method(m)));
        return lines;
    }

    private static String field(Field field) {
        return deprecated(field.isAnnotationPresent(Deprecated.class)) + modifiers(field.getModifiers())
                + annotated(field.getAnnotatedType(), field.getGenericType()) + " " + field.getName();
    }

    private static String constructor(Constructor<?> made) {
        return deprecated(made.isAnnotationPresent(Deprecated.class))
                + modifiers(made.getModifiers())
                + made.getDeclaringClass().getSimpleName()
                + parameters(made);
    }

    private static String method(Method method) {
        String generics = variables(method.getTypeParameters());
        return deprecated(method.isAnnotationPresent(Deprecated.class)) + modifiers(method.getModifiers())
                + (method.isDefault() ? "default " : "") + generics + (generics.isEmpty() ? "" : " ")
                + annotated(method.getAnnotatedReturnType(), method.getGenericReturnType())
                + " " + method.getName() + parameters(method);
    }

    private static String parameters(Executable code) {
        AnnotatedType[] annotated = code.getAnnotatedParameterTypes();
        Type[] types = code.getGenericParameterTypes();
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            // Constructors of inner classes and enums have more annotated than generic parameters.
            shown.add(types.length == annotated.length ? annotated(annotated[i], types[i]) : types[i].getTypeName());
        }
        return "(" + String.join(", ", shown) + ")" + listed(" throws ", code.getGenericExceptionTypes());
    }

    private static String annotated(AnnotatedType annotated, Type type) {
        return (annotated.isAnnotationPresent(Nullable.class) ? "@Nullable " : "") + type.getTypeName();
    }

    private static String deprecated(boolean isDeprecated) {
        return isDeprecated ? "@Deprecated " : "";
    }

    private static String variables(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Stream.of(variables).map(TypeLines::variable).collect(Collectors.joining(", ", "<", ">"));
    }

    private static String variable(TypeVariable<?> variable) {
        Type[] bounds = variable.getBounds();
        return variable.getName() + (bounds[0] == Object.class ? "" : " extends " + bounds[0].getTypeName());
    }

    private static String listed(String before, Type[] types) {
        return types.length == 0
                ? ""
                : before + Arrays.stream(types).map(Type::getTypeName).collect(Collectors.joining(", "));
    }

    private static String kind(Class<?> type) {
        if (type.isAnnotation()) {
            return "@interface";
        }
        if (type.isInterface()) {
            return "interface";
        }
        return type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
    }

    /** What the language implies and compilers may or may not write down. */
    private static int hidden(Class<?> type) {
        if (type.isInterface()) {
            return Modifier.ABSTRACT | Modifier.STATIC;
        }
        return type.isEnum() || type.isRecord() ? Modifier.FINAL | Modifier.STATIC | Modifier.ABSTRACT : 0;
    }

    private static String modifiers(int modifiers) {
        String shown = Modifier.toString(modifiers & SHOWN);
        return shown.isEmpty() ? "" : shown + " ";
    }

    private static boolean isPromised(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }
}
