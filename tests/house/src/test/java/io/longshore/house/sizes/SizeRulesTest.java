// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.house.sizes;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.house.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SizeRulesTest {
    private static final String MAIN = "client/src/main/java/p/T.java";
    private static final String TEST = "client/src/test/java/p/T.java";

    @Test
    void file_atTheLimit_passes() {
        assertThat(check(MAIN, type("int a;\n".repeat(398)))).isEmpty();
    }

    @Test
    void file_oneLineOver_reported() {
        assertThat(check(MAIN, type("int a;\n".repeat(399))))
                .containsExactly("lines of " + MAIN + ": 401, at most 400");
    }

    @Test
    void testFile_atItsOwnLimit_passes() {
        assertThat(check(TEST, type("int a;\n".repeat(598)))).isEmpty();
        assertThat(check(TEST, type("int a;\n".repeat(599)))).hasSize(1);
    }

    @Test
    void file_withBlanksCommentsAndImports_countsCodeOnly() {
        String head = "// one\npackage p;\n" + "import a.B;\n".repeat(300);
        String comments = "/**\n * Long.\n */\n// x\n\n   \n/* a */ /* b */\n".repeat(100);
        assertThat(check(MAIN, head + type(comments + "int a;\n".repeat(398)))).isEmpty();
    }

    @Test
    void file_withCommentMarksInsideLiterals_countsThem() {
        String line = "String a = \"/* \\\" //\" + '\"' + \"*/\";\n";
        String block = "String b = \"\"\"\n    // no comment\n    /* nor \\\"\"\" this\n    \"\"\";\n";
        assertThat(CodeLines.of(line + block + "// comment\n" + line).stream()).containsExactly(1, 2, 3, 4, 5, 7);
    }

    @Test
    void file_withCodeBeforeAComment_countsTheLine() {
        assertThat(CodeLines.of("int a; // why\n/* x */ int b;\n/* y\n*/ int c;\n").stream())
                .containsExactly(1, 2, 4);
    }

    @Test
    void method_oneLineOver_reported() {
        assertThat(check(MAIN, method("", "a();\n".repeat(38)))).isEmpty();
        assertThat(check(MAIN, method("", "a();\n".repeat(39))))
                .containsExactly("lines of T.m in " + MAIN + ": 41, at most 40");
    }

    @Test
    void method_ofANestedType_reportedToo() {
        assertThat(check(MAIN, type("enum E { A; void m() {\n" + "a();\n".repeat(40) + "}\n}")))
                .hasSize(1);
    }

    @Test
    void method_insideAnAnonymousClass_reportedToo() {
        String six = "int a, int b, int c, int d, int e, int f";
        assertThat(check(MAIN, type("Object o = new Object() { void n(" + six + ") {} };")))
                .containsExactly("parameters of T.n in " + MAIN + ": 6, at most 5");
    }

    @Test
    void initialiser_tooLong_reported() {
        assertThat(check(MAIN, type("static {\n" + "a();\n".repeat(40) + "}"))).hasSize(1);
    }

    @Test
    void parameters_oneOver_reported() {
        assertThat(check(MAIN, method("int a, int b, int c, int d, int e", ""))).isEmpty();
        assertThat(check(MAIN, method("int a, int b, int c, int d, int e, int f", "")))
                .containsExactly("parameters of T.m in " + MAIN + ": 6, at most 5");
    }

    @Test
    void parameters_ofARecordHeader_notCounted() {
        String method = "record T(int a) {\n T(int a, int b, int c, int d, int e, int f) { this(a); }\n}\n";
        assertThat(check(MAIN, method)).hasSize(1);
        String header = "record T(int a, int b, int c, int d, int e, int f) {\n T { a(); }\n}\n";
        assertThat(check(MAIN, header)).isEmpty();
    }

    @Test
    void nesting_fourLevels_reported() {
        assertThat(check(MAIN, method("", "if (a) { for (;;) { while (b) { c(); } } }")))
                .isEmpty();
        assertThat(check(MAIN, method("", "if (a) { for (;;) { while (b) { try { c(); } finally { d(); } } } }")))
                .containsExactly("nesting of T.m in " + MAIN + ": 4, at most 3");
    }

    @Test
    void nesting_ofEachKindOfStatement_counts() {
        List<String> statements = List.of(
                "if (a) { %s }",
                "if (a) { b(); } else { %s }",
                "for (int i = 0; i < 1; i++) { %s }",
                "for (var x : y) { %s }",
                "while (a) { %s }",
                "do { %s } while (a);",
                "switch (a) { case 1: %s }",
                "int i = switch (a) { case 1 -> { %s yield 1; } default -> 2; };",
                "try { %s } finally { b(); }",
                "synchronized (a) { %s }",
                "run(() -> { %s });");
        String three = "if (a) { if (b) { if (c) { d(); } } }";
        assertThat(statements)
                .allSatisfy(statement -> assertThat(check(MAIN, method("", statement.formatted(three))))
                        .containsExactly("nesting of T.m in " + MAIN + ": 4, at most 3"));
    }

    @Test
    void nesting_ofElseIf_staysOnOneLevel() {
        String chain = "if (a) { b(); } " + "else if (c) { d(); } ".repeat(6) + "else { e(); }";
        assertThat(check(MAIN, method("", chain))).isEmpty();
    }

    @Test
    void nesting_ofAnonymousClass_startsAnew() {
        String inner = "new Object() { void n() { if (a) { if (b) { c(); } } } };";
        assertThat(check(MAIN, method("", "if (a) { if (b) { " + inner + " } }")))
                .isEmpty();
    }

    @Test
    void types_oneOver_reported() {
        assertThat(SizeRules.violations(types("emulator/src/main/java/p/", "package p;", 25)))
                .isEmpty();
        assertThat(SizeRules.violations(types("emulator/src/main/java/p/", "package p;", 26)))
                .containsExactly("types in emulator/src/main p: 26, at most 25");
    }

    @Test
    void types_ofTestsAndMain_countedApart() {
        List<SourceFile> both = new ArrayList<>(types("cli/src/main/java/p/", "package p;", 20));
        both.addAll(types("cli/src/test/java/p/", "package p;", 20));
        assertThat(SizeRules.violations(both)).isEmpty();
    }

    @Test
    void types_ofTheMandatedSurface_notCounted() {
        assertThat(SizeRules.violations(
                        types("client/src/main/java/", "package io.longshore.registry.models; public", 40)))
                .isEmpty();
    }

    @Test
    void types_besideTheMandatedSurface_counted() {
        String models = "package io.longshore.registry.models;";
        assertThat(SizeRules.violations(types("client/src/main/java/", models, 26)))
                .hasSize(1);
        assertThat(SizeRules.violations(types("client/src/test/java/", models + "public", 26)))
                .hasSize(1);
        assertThat(SizeRules.violations(types("cli/src/main/java/", models + "public", 26)))
                .hasSize(1);
        assertThat(SizeRules.violations(
                        types("client/src/main/java/", "package io.longshore.registry.auth; public", 26)))
                .hasSize(1);
    }

    @Test
    void parameters_ofTheMandatedSurface_mayBeMore() {
        String six = "void m(int a, int b, int c, int d, int e, int f) {}\n";
        String head = "package io.longshore.registry; ";
        assertThat(check(MAIN, head + "public final class T {\n public " + six + "}"))
                .isEmpty();
        assertThat(check(MAIN, head + "public final class T {\n private " + six + "}"))
                .hasSize(1);
        assertThat(check(MAIN, head + "final class T {\n public " + six + "}")).hasSize(1);
    }

    @Test
    void method_ofTheMandatedSurface_mayNotBeLonger() {
        String head = "package io.longshore.registry; public final class T {\n";
        assertThat(check(MAIN, head + "public void m() {\n" + "a();\n".repeat(39) + "}\n}"))
                .hasSize(1);
    }

    private static List<String> check(String path, String text) {
        return SizeRules.violations(List.of(new SourceFile(path, text)));
    }

    private static String type(String members) {
        return "class T {\n" + members + "}\n";
    }

    private static String method(String parameters, String body) {
        return type("void m(" + parameters + ") {\n" + body + "}\n");
    }

    private static List<SourceFile> types(String folder, String head, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new SourceFile(folder + "T" + i + ".java", head + " class T" + i + " {}"))
                .collect(Collectors.toList());
    }
}
