// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.client;

import io.longshore.replay.recording.Answered;
import io.longshore.replay.recording.Asked;

/**
 * One expected request and the answer to it.
 *
 * @param verbatim whether the request follows a link, whose target has to be kept to the letter
 */
record Cue(Asked asked, boolean verbatim, Answered answered) {}
