// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the launcher as a process, in a clone that is not real, with a Java and a Maven that only say what they are
 * asked.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
    private static final Instant EARLIER = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path temp;

    private Path clone;
    private Path jdk;
    private Path tools;

    @BeforeEach
    void makeClone() throws Exception {
        clone = Files.createDirectories(temp.resolve("a clone"));
        executable(clone.resolve("longshore"), Files.readString(Path.of("../longshore")));
        earlier(Files.writeString(clone.resolve("pom.xml"), ""));
        for (String module : List.of("client", "emulator", "cli")) {
            Path main = Files.createDirectories(clone.resolve(module + "/src/main"));
            earlier(main);
            earlier(Files.writeString(main.resolveSibling("main/Code.java"), ""));
            earlier(main);
            earlier(Files.writeString(clone.resolve(module + "/pom.xml"), ""));
        }
        jdk = temp.resolve("jdk");
        tools = temp.resolve("tools");
        executable(jdk.resolve("bin/java"), "#!/bin/sh\nprintf '<%s>\\n' \"$@\"\nexit 7\n");
        executable(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        version("17.0.15");
        executable(
                tools.resolve("mvn"),
                "#!/bin/sh\necho \"mvn $*\" >> \"" + temp + "/mvn.log\"\nmkdir -p cli/target/longshore/lib\n"
                        + "touch cli/target/longshore/lib/b.jar cli/target/longshore/lib/a.jar\n");
    }

    @Test
    void launcher_firstUse_buildsAndRuns() throws Exception {
        Result result = run(clone, clone.resolve("longshore"), "version");

        assertThat(result.err()).isEqualTo("Building Longshore (first use)...\n");
        assertThat(Files.readString(temp.resolve("mvn.log"))).contains("-Dmaven.test.skip", "-pl cli -am package");
        assertThat(result.out()).endsWith("<io.longshore.cli.Longshore>\n<version>\n");
    }

    @Test
    void launcher_built_buildsNothingAndSaysNothing() throws Exception {
        run(clone, clone.resolve("longshore"));
        Files.delete(temp.resolve("mvn.log"));

        assertThat(run(clone, clone.resolve("longshore")).err()).isEmpty();
        assertThat(temp.resolve("mvn.log")).doesNotExist();
    }

    @Test
    void launcher_withNewerSources_buildsAgain() throws Exception {
        run(clone, clone.resolve("longshore"));
        Files.setLastModifiedTime(
                clone.resolve("emulator/src/main/Code.java"),
                FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(run(clone, clone.resolve("longshore")).err()).contains("its sources have changed");
    }

    @Test
    void launcher_whoseSourcesChangeDuringTheBuild_buildsAgain() throws Exception {
        Path changed = clone.resolve("client/src/main/Code.java");
        String mvn = Files.readString(tools.resolve("mvn"));
        // Later than the build began, and earlier than it ended.
        executable(tools.resolve("mvn"), mvn + "touch \"" + changed + "\"\n");
        run(clone, clone.resolve("longshore"));
        executable(tools.resolve("mvn"), mvn);

        assertThat(run(clone, clone.resolve("longshore")).err()).contains("its sources have changed");
    }

    @Test
    void launcher_arguments_arePassedUnchanged() throws Exception {
        Result result = run(clone, clone.resolve("longshore"), "a b", "", "*", "--x=\"y\"");

        assertThat(result.out()).endsWith("<a b>\n<>\n<*>\n<--x=\"y\">\n");
    }

    @Test
    void launcher_exitCode_isThatOfJava() throws Exception {
        assertThat(run(clone, clone.resolve("longshore")).code()).isEqualTo(7);
    }

    @Test
    void launcher_classPath_isOfJarsInOrder() throws Exception {
        String lib = clone.toRealPath() + "/cli/target/longshore/lib";

        assertThat(run(clone, clone.resolve("longshore")).out())
                .contains("<-cp>\n<" + lib + "/a.jar:" + lib + "/b.jar>\n");
    }

    @Test
    void launcher_calledByALinkFromElsewhere_findsItsClone() throws Exception {
        Path link = Files.createSymbolicLink(tools.resolve("ls-link"), clone.resolve("longshore"));

        assertThat(run(temp, link, "version").out()).endsWith("<version>\n");
    }

    @Test
    void launcher_withOldJava_saysWhatItNeeds() throws Exception {
        version("11.0.2");

        Result result = run(clone, clone.resolve("longshore"));

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("Java 11", "JDK 17");
    }

    @Test
    void launcher_withoutCompiler_saysWhatItNeeds() throws Exception {
        Files.delete(jdk.resolve("bin/javac"));

        assertThat(run(clone, clone.resolve("longshore")).err()).contains("without a compiler", "JDK 17");
    }

    @Test
    void launcher_withoutMaven_saysWhatItNeeds() throws Exception {
        Files.delete(tools.resolve("mvn"));

        assertThat(run(clone, clone.resolve("longshore")).err()).contains("Maven was not found");
    }

    @Test
    void launcher_whoseBuildFails_showsWhyAndTriesAgainNextTime() throws Exception {
        executable(tools.resolve("mvn"), "#!/bin/sh\necho 'no such symbol'\nexit 1\n");

        Result first = run(clone, clone.resolve("longshore"));
        Result second = run(clone, clone.resolve("longshore"));

        assertThat(first.code()).isEqualTo(1);
        assertThat(first.err()).contains("no such symbol", "the build failed");
        assertThat(second.err()).contains("the build failed");
    }

    private record Result(int code, String out, String err) {}

    private Result run(Path folder, Path launcher, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(temp.resolve("err").toFile());
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().put("PATH", tools + ":" + plainTools());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), out, Files.readString(temp.resolve("err")));
    }

    /** What every Unix has, so that the Maven of the machine is not among it. */
    private String plainTools() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("plain"));
        for (String name : List.of(
                "bash",
                "cat",
                "dirname",
                "env",
                "find",
                "flock",
                "mkdir",
                "mv",
                "readlink",
                "rm",
                "sed",
                "touch",
                "sh")) {
            Path tool = Path.of("/usr/bin", name);
            Path place = Files.exists(tool) ? tool : Path.of("/bin", name);
            if (Files.exists(place)) {
                executable(folder.resolve(name), "#!/bin/sh\nexec " + place + " \"$@\"\n");
            }
        }
        return folder.toString();
    }

    private void version(String version) throws IOException {
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Us\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    private static void executable(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void earlier(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(EARLIER));
    }
}
