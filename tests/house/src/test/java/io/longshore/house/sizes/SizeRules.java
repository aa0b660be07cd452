// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.house.sizes;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import io.longshore.house.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Reads sources with the compiler's own parser and reports each size over its limit.
 *
 * <p>The names of the mandated surface are not ours, so its public types do not count towards a package and its public
 * methods may take more parameters; nothing else may.
 */
final class SizeRules {
    private static final Set<String> MANDATED = Set.of("io.longshore.registry", "io.longshore.registry.models");

    private final List<String> violations = new ArrayList<>();
    private final Map<String, Integer> typesOfPackage = new TreeMap<>();

    private SizeRules() {}

    static List<String> violations(List<SourceFile> files) {
        Map<URI, SourceFile> fileOf = files.stream().collect(Collectors.toMap(SizeRules::uri, file -> file));
        List<InMemory> sources = files.stream().map(InMemory::new).toList();
        JavacTask task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none"), null, sources);
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        SizeRules rules = new SizeRules();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                rules.checkUnit(fileOf.get(unit.getSourceFile().toUri()), unit, positions);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rules.typesOfPackage.forEach((name, types) -> rules.limit("types in " + name, types, Limits.TYPES));
        return List.copyOf(rules.violations);
    }

    private void checkUnit(SourceFile file, CompilationUnitTree unit, SourcePositions positions) {
        BitSet lines = CodeLines.of(file.text());
        List<Tree> heads = new ArrayList<>(unit.getImports());
        if (unit.getPackage() != null) {
            heads.add(unit.getPackage());
        }
        heads.forEach(head -> lines.clear(
                line(unit, positions.getStartPosition(unit, head)),
                line(unit, positions.getEndPosition(unit, head)) + 1));
        limit("lines of " + file.path(), lines.cardinality(), file.isTest() ? Limits.TEST_FILE : Limits.FILE);
        for (Tree type : unit.getTypeDecls()) {
            if (type instanceof ClassTree declared) {
                checkType(file, unit, declared, new MethodSizes(unit, positions, lines));
            }
        }
    }

    private void checkType(SourceFile file, CompilationUnitTree unit, ClassTree type, MethodSizes sizes) {
        String packageName = String.valueOf(unit.getPackageName());
        boolean isMandated = MANDATED.contains(packageName)
                && file.sourceSet().equals("client/src/main")
                && type.getModifiers().getFlags().contains(Modifier.PUBLIC);
        if (!isMandated) {
            typesOfPackage.merge(file.sourceSet() + " " + packageName, 1, Integer::sum);
        }
        for (MethodSizes.Measured method : sizes.of(type)) {
            String where = type.getSimpleName() + "." + method.name() + " in " + file.path();
            limit("lines of " + where, method.lines(), Limits.METHOD);
            limit("nesting of " + where, method.nesting(), Limits.NESTING);
            if (!(isMandated && method.isPublic())) {
                limit("parameters of " + where, method.parameters(), Limits.PARAMETERS);
            }
        }
    }

    private void limit(String what, int value, int limit) {
        if (value > limit) {
            violations.add(what + ": " + value + ", at most " + limit);
        }
    }

    private static URI uri(SourceFile file) {
        return URI.create("string:///" + file.path().replace(' ', '_'));
    }

    private static int line(CompilationUnitTree unit, long position) {
        return (int) unit.getLineMap().getLineNumber(position);
    }

    private static final class InMemory extends SimpleJavaFileObject {
        private final SourceFile file;

        InMemory(SourceFile file) {
            super(uri(file), JavaFileObject.Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.text();
        }
    }
}
