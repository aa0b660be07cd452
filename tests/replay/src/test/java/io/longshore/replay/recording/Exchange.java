// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.recording;

/** A request and its answer. */
public record Exchange(Asked asked, Answered answered) {}
