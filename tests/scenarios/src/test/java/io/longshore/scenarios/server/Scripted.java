// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios.server;

import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import io.longshore.registry.ContainerRegistryContentClientBuilder;
import io.longshore.scenarios.api.Content;
import io.longshore.scenarios.api.Way;
import java.time.Duration;

/** Answers that several scenarios need, and a client that hears them. */
public final class Scripted {
    private Scripted() {}

    /** A client without a login whose retries do not wait. */
    public static Content content(Way way, ScriptedServer server) {
        return way.content(new ContainerRegistryContentClientBuilder()
                .endpoint(server.endpoint())
                .repositoryName("oci-artifact")
                .retryOptions(new RetryOptions(new FixedDelayOptions(3, Duration.ofMillis(1))))
                .allowLoopbackHttp(true));
    }

    public static Reply manifest(byte[] body, String digest) {
        return Reply.of(200)
                .header("Content-Type", "application/vnd.oci.image.manifest.v1+json")
                .header("Docker-Content-Digest", digest)
                .body(body);
    }

    /** Uploads start, and whatever goes into them is refused. */
    public static ScriptedServer failingUploads(String code, String message) {
        Reply started = Reply.of(202).header("Location", "/v2/oci-artifact/blobs/uploads/1?_state=a");
        Reply refused = Reply.json(404, "{\"errors\":[{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}]}");
        return new ScriptedServer(asked -> asked.is("POST", "/blobs/uploads/") ? started : refused);
    }
}
