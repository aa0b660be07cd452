// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.pipeline;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.RetryPolicy;
import io.longshore.registry.internal.run.Call;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Lets azure-core's retry policy repeat what may be repeated, and nothing else: a PATCH of an upload that is sent twice
 * ends the session, and a one-shot body would be copied into memory.
 */
final class ProtocolRetryPolicy implements HttpPipelinePolicy {
    /** Of requests that are not ours (a caller's own, through the pipeline), only the idempotent ones repeat. */
    private static final Set<HttpMethod> IDEMPOTENT =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.OPTIONS);

    private final RetryPolicy retry;

    ProtocolRetryPolicy(RetryPolicy retry) {
        this.retry = retry;
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext call, HttpPipelineNextPolicy next) {
        return mayRepeat(call) ? retry.process(call, next) : next.process();
    }

    @Override
    public HttpResponse processSync(HttpPipelineCallContext call, HttpPipelineNextSyncPolicy next) {
        return mayRepeat(call) ? retry.processSync(call, next) : next.processSync();
    }

    private static boolean mayRepeat(HttpPipelineCallContext call) {
        return call.getData(Call.RESEND_KEY)
                .map(resend -> resend == Call.Resend.SAFE)
                .orElseGet(() -> IDEMPOTENT.contains(call.getHttpRequest().getHttpMethod()));
    }
}
