// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.house.source;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A deployed module.
 *
 * @param folder its folder, for instance {@code client}
 * @param rootPackage the package that it and nobody else lives in
 */
public record Module(String folder, String rootPackage) {
    public static final Module CLIENT = new Module("client", "io.longshore.registry");
    public static final Module EMULATOR = new Module("emulator", "io.longshore.emulator");
    public static final Module JUNIT = new Module("junit", "io.longshore.junit");
    public static final Module CLI = new Module("cli", "io.longshore.cli");
    public static final List<Module> ALL = List.of(CLIENT, EMULATOR, JUNIT, CLI);

    public Path classes() {
        return Project.root().resolve(folder).resolve("target/classes");
    }

    /** Without a module descriptor a module exports nothing, which the rule about descriptors reports. */
    public Set<String> exports() {
        Set<String> packages = new TreeSet<>();
        ModuleFinder.of(classes()).findAll().stream()
                .map(reference -> reference.descriptor())
                .flatMap(descriptor -> descriptor.exports().stream())
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .forEach(packages::add);
        return packages;
    }

    public boolean owns(String packageName) {
        return packageName.equals(rootPackage) || packageName.startsWith(rootPackage + ".");
    }
}
