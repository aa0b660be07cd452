// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.house.api;

import io.longshore.house.source.Module;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All that a module promises to keep: its public and protected types and members in exported packages. */
final class ApiListing {
    private ApiListing() {}

    /** One line for each type and, indented, for each member; in an order that no compiler or JDK changes. */
    static String of(Module module) throws IOException, ClassNotFoundException {
        List<Class<?>> types = new ArrayList<>();
        for (String name : classNames(module.classes(), module.exports())) {
            Class<?> type = Class.forName(name, false, ApiListing.class.getClassLoader());
            if (isVisible(type)) {
                types.add(type);
            }
        }
        return of(types);
    }

    static String of(List<Class<?>> types) {
        StringBuilder text = new StringBuilder();
        for (Class<?> type : types) {
            text.append(TypeLines.heading(type)).append('\n');
            Set<String> members = new TreeSet<>(TypeLines.members(type));
            members.forEach(member -> text.append("    ").append(member).append('\n'));
        }
        return text.toString();
    }

    private static Set<String> classNames(Path classes, Set<String> exports) throws IOException {
        Set<String> names = new TreeSet<>();
        for (String room : exports) {
            try (Stream<Path> files = Files.list(classes.resolve(room.replace('.', '/')))) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".class") && !file.startsWith("package-info"))
                        .forEach(file -> names.add(room + "." + file.substring(0, file.length() - 6)));
            }
        }
        return names;
    }

    private static boolean isVisible(Class<?> type) {
        boolean isVisible = Modifier.isPublic(type.getModifiers()) || Modifier.isProtected(type.getModifiers());
        boolean isNamed = !type.isAnonymousClass() && !type.isLocalClass();
        Class<?> outer = type.getDeclaringClass();
        return isVisible && isNamed && (outer == null || isVisible(outer));
    }
}
