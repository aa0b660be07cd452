// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.house.sizes;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.Set;

/**
 * The depth of statements within statements, lambdas with a block included. An {@code else if} goes on at the level of
 * its {@code if}; a class inside a method starts anew.
 */
final class Nesting extends TreeScanner<Void, Void> {
    private static final Set<Tree.Kind> LEVELS = Set.of(
            Tree.Kind.IF,
            Tree.Kind.FOR_LOOP,
            Tree.Kind.ENHANCED_FOR_LOOP,
            Tree.Kind.WHILE_LOOP,
            Tree.Kind.DO_WHILE_LOOP,
            Tree.Kind.SWITCH,
            Tree.Kind.SWITCH_EXPRESSION,
            Tree.Kind.TRY,
            Tree.Kind.SYNCHRONIZED);

    private int depth;
    private int deepest;

    private Nesting() {}

    static int of(BlockTree body) {
        Nesting nesting = new Nesting();
        nesting.scan(body, null);
        return nesting.deepest;
    }

    @Override
    public Void scan(Tree tree, Void unused) {
        boolean opensLevel = tree != null && opensLevel(tree);
        depth += opensLevel ? 1 : 0;
        deepest = Math.max(deepest, depth);
        super.scan(tree, null);
        depth -= opensLevel ? 1 : 0;
        return null;
    }

    @Override
    public Void visitIf(IfTree tree, Void unused) {
        scan(tree.getCondition(), null);
        scan(tree.getThenStatement(), null);
        if (tree.getElseStatement() instanceof IfTree sameLevel) {
            return visitIf(sameLevel, null);
        }
        return scan(tree.getElseStatement(), null);
    }

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
        return null;
    }

    private static boolean opensLevel(Tree tree) {
        boolean isBlockLambda = tree instanceof LambdaExpressionTree lambda
                && lambda.getBodyKind() == LambdaExpressionTree.BodyKind.STATEMENT;
        return isBlockLambda || LEVELS.contains(tree.getKind());
    }
}
