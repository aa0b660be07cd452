// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.house.sizes;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Measures the methods, constructors and initialisers of a type and of the types inside it. */
final class MethodSizes {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final BitSet codeLines;

    MethodSizes(CompilationUnitTree unit, SourcePositions positions, BitSet codeLines) {
        this.unit = unit;
        this.positions = positions;
        this.codeLines = codeLines;
    }

    record Measured(String name, int lines, int parameters, int nesting, boolean isPublic) {}

    List<Measured> of(ClassTree type) {
        List<Measured> found = new ArrayList<>();
        new TreeScanner<Void, ClassTree>() {
            @Override
            public Void visitClass(ClassTree inner, ClassTree outer) {
                for (Tree member : inner.getMembers()) {
                    if (member instanceof BlockTree initialiser) {
                        found.add(new Measured("{}", lines(member), 0, Nesting.of(initialiser), false));
                    }
                }
                return super.visitClass(inner, inner);
            }

            @Override
            public Void visitMethod(MethodTree method, ClassTree owner) {
                found.add(measure(method, owner));
                return super.visitMethod(method, owner);
            }
        }.scan(type, type);
        return found;
    }

    private Measured measure(MethodTree method, ClassTree owner) {
        int nesting = method.getBody() == null ? 0 : Nesting.of(method.getBody());
        int parameters = isCanonical(method, owner) ? 0 : method.getParameters().size();
        return new Measured(method.getName().toString(), lines(method), parameters, nesting, isPublic(method, owner));
    }

    private static boolean isPublic(MethodTree method, ClassTree owner) {
        Set<Modifier> modifiers = method.getModifiers().getFlags();
        boolean isImplied = owner.getKind() == Tree.Kind.INTERFACE && !modifiers.contains(Modifier.PRIVATE);
        return isImplied || modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED);
    }

    /** The parser hands a record's header to its compact constructor; headers are not counted. */
    private static boolean isCanonical(MethodTree method, ClassTree owner) {
        return owner.getKind() == Tree.Kind.RECORD
                && method.getReturnType() == null
                && method.getParameters().size() == components(owner);
    }

    private static long components(ClassTree owner) {
        return owner.getMembers().stream()
                .filter(member -> member instanceof VariableTree field
                        && !field.getModifiers().getFlags().contains(Modifier.STATIC))
                .count();
    }

    private int lines(Tree tree) {
        int first = line(positions.getStartPosition(unit, tree));
        int last = line(positions.getEndPosition(unit, tree));
        return codeLines.get(first, last + 1).cardinality();
    }

    private int line(long position) {
        return (int) unit.getLineMap().getLineNumber(position);
    }
}
