// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.house.architecture;

import io.longshore.house.source.Module;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a module descriptor may say. */
final class Descriptors {
    private Descriptors() {}

    static List<ModuleDescriptor> of(Module module) {
        return ModuleFinder.of(module.classes()).findAll().stream()
                .map(reference -> reference.descriptor())
                .filter(descriptor -> !descriptor.isAutomatic())
                .toList();
    }

    /** The packages that a descriptor opens to the world although they are internal. */
    static List<String> leaks(ModuleDescriptor descriptor) {
        Stream<String> exported = descriptor.exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source);
        Stream<String> opened =
                descriptor.opens().stream().filter(open -> !open.isQualified()).map(ModuleDescriptor.Opens::source);
        return Stream.concat(exported, opened)
                .filter(name -> Arrays.asList(name.split("\\.")).contains("internal"))
                .sorted()
                .toList();
    }
}
