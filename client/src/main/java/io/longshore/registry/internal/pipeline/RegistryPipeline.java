// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.pipeline;

import com.azure.core.http.HttpPipeline;
import io.longshore.registry.internal.auth.TokenExchange;

/**
 * What a client sends through.
 *
 * @param requests puts the login on requests to the registry
 * @param tokens hands out the tokens of the same login
 */
public record RegistryPipeline(HttpPipeline requests, TokenExchange tokens) {}
