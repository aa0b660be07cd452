// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.official.readme;

import io.longshore.emulator.RegistryEmulator;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Makes each example a method, with this library's packages imported in place of the official ones. */
final class ExampleCompiler {
    private static final String PACKAGE = Example.class.getPackageName();

    /** The example's own variables hide those of the surroundings. */
    private static final String TEMPLATE = """
            package {package};

            import com.azure.core.exception.*;
            import com.azure.core.http.rest.*;
            import com.azure.core.util.*;
            import io.longshore.registry.*;
            import io.longshore.registry.models.*;
            import java.util.Collections;

            public class {class} extends Surroundings {
                public {class}(io.longshore.emulator.RegistryEmulator registry, java.nio.file.Path folder) {
                    super(registry, folder);
                }

                @Override
                public Left run() throws Exception {
                    {code}
                    return new Left(registryClient, contentClient);
                }
            }
            """;

    private final Path classes;

    private ExampleCompiler(Path classes) {
        this.classes = classes;
    }

    /** Compiles them all into a folder. */
    static ExampleCompiler compile(List<Example> examples, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString());
        List<JavaFileObject> files = IntStream.rangeClosed(1, examples.size())
                .mapToObj(number -> file(number, examples.get(number - 1)))
                .toList();
        if (!compiler.getTask(messages, null, null, options, null, files).call()) {
            throw new IOException("an example does not compile:\n" + messages);
        }
        return new ExampleCompiler(classes);
    }

    /** Runs an example; numbers start with one. */
    Surroundings.Left run(int number, RegistryEmulator registry, Path folder) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, Surroundings.class.getClassLoader())) {
            Surroundings example = (Surroundings) loader.loadClass(PACKAGE + "." + name(number))
                    .getConstructor(RegistryEmulator.class, Path.class)
                    .newInstance(registry, folder);
            return example.run();
        }
    }

    private static String name(int number) {
        return "Example" + number;
    }

    private static JavaFileObject file(int number, Example example) {
        String name = name(number);
        String source =
                TEMPLATE.replace("{package}", PACKAGE).replace("{class}", name).replace("{code}", example.code());
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }
}
