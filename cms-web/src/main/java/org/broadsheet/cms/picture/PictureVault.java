package org.broadsheet.cms.picture;

import java.util.Optional;

/// Where the bytes of pictures lie, under names such as `originals/ab/cd/{hash}`. What is under a name is there
/// whole or not at all, whatever happens to whoever writes it. Where the bytes cannot be had just now, every
/// method throws [java.io.UncheckedIOException], within the time that is set.
interface PictureVault {

    /// The bytes under a name; empty where there are none.
    Optional<byte[]> read(String name);

    /// Whether there are bytes under a name.
    boolean has(String name);

    /// Puts bytes under a name, in place of what was there.
    ///
    /// @param durably whether they must survive a loss of power once this returns; what can be made anew need not
    void write(String name, byte[] bytes, boolean durably);
}
