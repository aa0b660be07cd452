// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo.image;

import java.nio.file.Path;

/**
 * A layer, ready to be pushed.
 *
 * @param name the name of the jar in it
 * @param tar the layer as a file
 * @param digest the file's sha256 digest
 * @param size the file's length in bytes
 */
public record Layer(String name, Path tar, String digest, long size) {}
