// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/**
 * The clients of a container registry and their builders, with the names and signatures of Azure's own Java library.
 *
 * <p>{@link io.longshore.registry.ContainerRegistryClient} lists, describes, locks and deletes;
 * {@link io.longshore.registry.ContainerRegistryContentClient} moves manifests and blobs of one repository. Each has an
 * async twin. All are thread-safe and meant to be kept.
 */
@NullMarked
package io.longshore.registry;

import org.jspecify.annotations.NullMarked;
