// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** What a failure is in one line. */
final class FailureMessage {
    private FailureMessage() {}

    static String of(Throwable failure) {
        String message = Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
        if (failure instanceof FileSystemException file) {
            return reason(file);
        }
        return failure.getCause() instanceof FileSystemException file ? withReason(message, file) : message;
    }

    /** In place of Java's own message, if that stands there already. */
    private static String withReason(String message, FileSystemException failure) {
        String said = ": " + failure.getMessage();
        boolean isSaid = message.endsWith(said);
        return (isSaid ? message.substring(0, message.length() - said.length()) : message) + ": " + reason(failure);
    }

    /** Java's own message for the commonest is no more than the file's name. */
    private static String reason(FileSystemException failure) {
        String file = failure.getFile();
        if (failure instanceof AccessDeniedException) {
            return file + " may not be written or read - choose another folder, or change its permissions";
        }
        if (failure instanceof NoSuchFileException) {
            return file + " does not exist and cannot be made - choose another folder";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return file + " is a file - choose another name for the folder";
        }
        return String.valueOf(failure.getMessage());
    }
}
