// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.benchmarks.transport;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Downloads through azure-core's pipeline.
 *
 * @param pipeline without policies, so that only the transport is measured
 * @param url what to download
 */
record PipelineDownload(HttpPipeline pipeline, URI url) {
    PipelineDownload(HttpClient client, URI url) {
        this(new HttpPipelineBuilder().httpClient(client).build(), url);
    }

    void stream(WritableByteChannel target) throws IOException {
        try (HttpResponse response = pipeline.sendSync(request(), Context.NONE);
                InputStream body = response.getBodyAsBinaryData().toStream()) {
            JdkDownload.copy(body, target);
        }
    }

    /** The transport writes; spares one whose streams are made of a {@code Flux} the hand-over between threads. */
    void channel(WritableByteChannel target) throws IOException {
        try (HttpResponse response = pipeline.sendSync(request(), Context.NONE)) {
            response.writeBodyTo(target);
        }
    }

    void flux(WritableByteChannel target) {
        Mono.usingWhen(
                        pipeline.send(request()),
                        response -> response.getBody()
                                .doOnNext(buffer -> write(buffer, target))
                                .subscribeOn(Schedulers.boundedElastic())
                                .then(),
                        response -> Mono.fromRunnable(response::close))
                .block();
    }

    private static void write(ByteBuffer buffer, WritableByteChannel target) {
        try {
            while (buffer.hasRemaining()) {
                target.write(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest request() {
        return new HttpRequest(HttpMethod.GET, url.toString()).setHeader(HttpHeaderName.ACCEPT_ENCODING, "identity");
    }
}
