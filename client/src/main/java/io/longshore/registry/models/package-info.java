// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.

/**
 * What goes into the registry clients and what comes out of them: properties of repositories, tags and manifests, OCI
 * manifests, options and results.
 *
 * <p>Names and signatures are those of Azure's Java library for container registries. Types that come from the service
 * have a {@code builder()}, so that tests can make them too. Instances are not safe for use by several threads while
 * one of them calls a setter. The package depends on azure-core and azure-json only, on no other package of this
 * library.
 */
@NullMarked
package io.longshore.registry.models;

import org.jspecify.annotations.NullMarked;
