// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo.steps;

import com.azure.core.exception.HttpResponseException;
import io.longshore.cli.demo.DemoException;
import io.longshore.cli.demo.Narrator;
import io.longshore.cli.demo.Scene;
import io.longshore.cli.demo.Step;
import io.longshore.registry.RegistryArtifact;
import io.longshore.registry.models.ArtifactTagProperties;
import java.io.IOException;

/**
 * Locks the oldest tag of a repository, is refused when it tries to delete it, and unlocks it.
 *
 * @param repository the repository
 */
record LockTag(String repository) implements Step {
    private static final int METHOD_NOT_ALLOWED = 405;

    @Override
    public String title() {
        return "Lock a tag, try to delete it, unlock it";
    }

    @Override
    public void run(Scene scene) throws IOException {
        Narrator narrator = scene.narrator();
        String tag = scene.pushed(repository).get(0).tags().get(0);
        RegistryArtifact image = scene.registry().client().getArtifact(repository, tag);

        ArtifactTagProperties locked = narrator.timed(() -> set(image, tag, false), found -> line("locked", found));
        DemoException.unless(Boolean.FALSE.equals(locked.isDeleteEnabled()), tag + " to be locked");
        HttpResponseException refusal =
                narrator.timed(() -> refusal(image, tag), e -> tag + " cannot be deleted; the registry says:");
        narrator.quote(String.valueOf(refusal.getMessage()));
        DemoException.unlessEqual(METHOD_NOT_ALLOWED, refusal.getResponse().getStatusCode(), "the refusal's status");

        narrator.timed(() -> set(image, tag, true), found -> line("unlocked", found));
        ArtifactTagProperties unlocked =
                narrator.timed(() -> image.getTagProperties(tag), found -> line("read again", found));
        DemoException.unless(Boolean.TRUE.equals(unlocked.isDeleteEnabled()), tag + " to be unlocked");
    }

    private static ArtifactTagProperties set(RegistryArtifact image, String tag, boolean enabled) {
        return image.updateTagProperties(
                tag, new ArtifactTagProperties().setDeleteEnabled(enabled).setWriteEnabled(enabled));
    }

    /** Here a refusal is what is wanted. */
    private static HttpResponseException refusal(RegistryArtifact image, String tag) {
        try {
            image.deleteTag(tag);
        } catch (HttpResponseException e) {
            return e;
        }
        throw new DemoException("expected the delete of the locked tag " + tag + " to be refused, but it was done");
    }

    private static String line(String what, ArtifactTagProperties found) {
        String allowed = Shown.allowed(
                found.isReadEnabled(), found.isListEnabled(), found.isWriteEnabled(), found.isDeleteEnabled());
        return found.getName() + " " + what + ": " + allowed + " allowed";
    }
}
