// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo.steps;

import io.longshore.cli.demo.DemoException;
import io.longshore.cli.demo.Narrator;
import io.longshore.cli.demo.Scene;
import io.longshore.cli.demo.Step;
import io.longshore.cli.demo.Traffic;
import io.longshore.cli.view.Sizes;

/** Counts what went over the wire, and looks that all of it was encrypted and nothing was served without a token. */
record SumUp() implements Step {
    @Override
    public String title() {
        return "Sum up";
    }

    @Override
    public void run(Scene scene) {
        Traffic traffic = scene.registry().traffic();
        Narrator narrator = scene.narrator();
        narrator.say(traffic.requests() + " requests over HTTPS: " + traffic.withToken() + " with a token, "
                + traffic.tokens() + " to get one,");
        narrator.say(traffic.signed() + " to signed download addresses, " + traffic.refused()
                + " refused because they had no token");
        narrator.say(Sizes.shown(traffic.sentBytes()) + " sent, " + Sizes.shown(traffic.receivedBytes()) + " received");
        DemoException.unless(scene.registry().endpoint().startsWith("https://"), "an encrypted connection");
        DemoException.unless(traffic.withToken() > 0, "requests with a token");
        DemoException.unlessEqual(0L, traffic.unguarded(), "the number of requests served without a token");
    }
}
