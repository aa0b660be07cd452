// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.benchmarks.compare;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import io.longshore.registry.ContainerRegistryClientBuilder;
import io.longshore.registry.ContainerRegistryContentClientBuilder;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Properties;
import reactor.core.publisher.Mono;

/**
 * The registry that is asked, and the files that go there and come from there.
 *
 * @param facts as the registry's program has written them down
 * @param files the folder with the files to upload
 * @param downloaded the file that a download goes to
 */
record Place(Properties facts, Path files, Path downloaded) {
    static final String CONTENT = "app0000";
    static final String OTHER = "app0001";
    static final String TAGGED = "app0002";
    static final String UPLOADS = "app0003";
    static final int PAGE = 100;

    static Place read(Path facts, Path files, Path downloaded) throws IOException {
        Properties read = new Properties();
        try (Reader text = Files.newBufferedReader(facts)) {
            read.load(text);
        }
        return new Place(read, files, downloaded);
    }

    /** With defaults for all that can be left out. */
    ContainerRegistryClientBuilder registry() {
        return new ContainerRegistryClientBuilder().endpoint(fact("endpoint")).credential(credential());
    }

    /** With defaults for all that can be left out. */
    ContainerRegistryContentClientBuilder content(String repository) {
        return new ContainerRegistryContentClientBuilder()
                .endpoint(fact("endpoint"))
                .credential(credential())
                .repositoryName(repository);
    }

    Path file(String name) {
        return files.resolve(name);
    }

    String fact(String name) {
        String value = facts.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("the registry did not say " + name);
        }
        return value;
    }

    /** Fails if the registry stored something else than the file. */
    void expectDigest(String name, String found) {
        if (!found.equals(fact(name))) {
            throw new IllegalStateException(name + " is " + found + " instead of " + fact(name));
        }
    }

    private TokenCredential credential() {
        OffsetDateTime expiry = OffsetDateTime.now(ZoneOffset.UTC).plusHours(1);
        return request -> Mono.just(new AccessToken(fact("token"), expiry));
    }
}
