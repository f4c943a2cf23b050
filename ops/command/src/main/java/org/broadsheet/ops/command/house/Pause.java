package org.broadsheet.ops.command.house;

/// A short wait between two looks at something that tells nobody when it changes.
public final class Pause {

    private Pause() {}

    public static void forMillis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted.", e);
        }
    }
}
