// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo.steps;

import io.longshore.cli.demo.Step;
import java.util.List;

/** Which steps there are, and in which order. */
public final class Tour {
    private static final String APP = "longshore/app";
    private static final String BASE = "longshore/base";
    private static final int VERSIONS = 5;
    private static final int KEPT = 3;

    private Tour() {}

    /** All steps. */
    public static List<Step> steps() {
        return List.of(
                new PushVersions(APP, VERSIONS),
                new PushVersions(BASE, 1),
                new ListRepositories(),
                new ListTags(APP),
                new ListManifests(APP),
                new ShowProperties(APP),
                new LockTag(APP),
                new ListAnonymously(APP),
                new PullImage(APP),
                new KeepNewest(KEPT),
                new SumUp());
    }
}
