// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.benchmarks.transport;

import com.azure.core.http.HttpClient;
import com.azure.core.util.HttpClientOptions;
import io.longshore.benchmarks.process.ResidentMemory;
import io.longshore.registry.transport.RegistryHttpClientBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Downloads one file by one transport, checks its digest, and prints the peak of the process's resident memory in KiB.
 *
 * <p>Arguments: transport and way of reading ({@code okhttp-stream}), URL, target file, expected SHA-256 in hex.
 */
final class Download {
    private Download() {}

    public static void main(String[] arguments) throws Exception {
        String found;
        try (HashedFile target = new HashedFile(Path.of(arguments[2]))) {
            run(arguments[0], URI.create(arguments[1]), target);
            found = target.sha256();
        }
        if (!found.equals(arguments[3])) {
            throw new IllegalStateException("downloaded sha256:" + found + " instead of sha256:" + arguments[3]);
        }
        System.out.println(ResidentMemory.peakKib());
        // What a transport leaves running is not the subject.
        System.exit(0);
    }

    private static void run(String row, URI url, HashedFile target) throws Exception {
        switch (row) {
            case "okhttp-stream" -> new PipelineDownload(new RegistryHttpClientBuilder().build(), url).stream(target);
            case "okhttp-flux" -> new PipelineDownload(new RegistryHttpClientBuilder().build(), url).flux(target);
            case "netty-stream", "jdk-adapter-stream" -> new PipelineDownload(onClassPath(), url).stream(target);
            case "netty-channel" -> new PipelineDownload(onClassPath(), url).channel(target);
            case "netty-flux", "jdk-adapter-flux" -> new PipelineDownload(onClassPath(), url).flux(target);
            case "jdk-adapter-notimeout" -> new PipelineDownload(withoutReadTimeout(), url).stream(target);
            case "jdk-stream" -> JdkDownload.run(url, target);
            default -> throw new IllegalArgumentException("no such row: " + row);
        }
    }

    /** azure-core's choice: the class path of a row holds one transport. */
    private static HttpClient onClassPath() {
        return HttpClient.createDefault();
    }

    private static HttpClient withoutReadTimeout() {
        return HttpClient.createDefault(new HttpClientOptions().setReadTimeout(Duration.ZERO));
    }
}
