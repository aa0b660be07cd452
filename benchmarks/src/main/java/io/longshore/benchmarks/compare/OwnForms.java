// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.benchmarks.compare;

import io.longshore.registry.ContainerRegistryContentAsyncClient;
import io.longshore.registry.ContainerRegistryContentClient;
import java.nio.file.Path;

/** Files by the methods that Azure's library does not have. Arguments and output as those of {@link Run}. */
final class OwnForms {
    private OwnForms() {}

    public static void main(String[] arguments) throws Exception {
        Place place = Place.read(Path.of(arguments[2]), Path.of(arguments[3]), Path.of(arguments[4]));
        Operations operations = arguments[1].equals("sync") ? new Sync(place) : new Async(place);
        Run.print(operations, arguments[0], Integer.parseInt(arguments[5]));
    }

    private static String name(String operation) {
        return operation.substring(operation.indexOf('-') + 1);
    }

    private record Sync(Place place) implements Operations {
        @Override
        public String run(String operation) {
            String name = name(operation);
            if (operation.startsWith("upload-")) {
                ContainerRegistryContentClient client =
                        place.content(Place.UPLOADS).buildClient();
                place.expectDigest(
                        name, client.uploadBlobFromFile(place.file(name)).getDigest());
            } else {
                place.content(Place.CONTENT).buildClient().downloadBlobToFile(place.fact(name), place.downloaded());
            }
            return "";
        }
    }

    private record Async(Place place) implements Operations {
        @Override
        public String run(String operation) {
            String name = name(operation);
            if (operation.startsWith("upload-")) {
                ContainerRegistryContentAsyncClient client =
                        place.content(Place.UPLOADS).buildAsyncClient();
                client.uploadBlobFromFile(place.file(name))
                        .doOnNext(stored -> place.expectDigest(name, stored.getDigest()))
                        .block();
            } else {
                place.content(Place.CONTENT)
                        .buildAsyncClient()
                        .downloadBlobToFile(place.fact(name), place.downloaded())
                        .block();
            }
            return "";
        }
    }
}
