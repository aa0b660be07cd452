// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.pipeline;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;
import io.longshore.registry.internal.auth.Origin;

/**
 * Takes {@code Authorization} off whatever leaves for another host than the registry. The last policy before logging:
 * headers of the caller's, from options or policies of its own, do not follow a redirect to storage either.
 */
final class OriginPolicy extends HttpPipelineSyncPolicy {
    private final Origin registry;

    OriginPolicy(Origin registry) {
        this.registry = registry;
    }

    @Override
    protected void beforeSendingRequest(HttpPipelineCallContext call) {
        if (!Origin.of(call.getHttpRequest().getUrl()).equals(registry)) {
            call.getHttpRequest().getHeaders().remove(HttpHeaderName.AUTHORIZATION);
        }
    }
}
