package org.broadsheet.cms.darkroom;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The programs of libavif, where the host has them: each picture in a process of its own, with a folder of its own and
/// an end that is set.
@Component
class AvifTools {

    private static final Logger log = LoggerFactory.getLogger(AvifTools.class);

    /// 0 is slowest; from 6 on an encoder takes less than a second for the largest print.
    private static final String SPEED = "7";

    private final DarkroomSettings settings;
    private final boolean writes;
    private final boolean reads;

    AvifTools(DarkroomSettings settings) {
        this.settings = settings;
        this.writes = answers(settings.avifEncoder());
        this.reads = answers(settings.avifDecoder());
    }

    boolean writes() {
        return writes;
    }

    boolean reads() {
        return reads;
    }

    /// Encodes a picture.
    ///
    /// @param level 0 (best) to 63, what AV1 calls its constant quality
    /// @param xmp a packet to write into it
    /// @throws IOException if the program fails or does not end in time
    byte[] avif(BufferedImage picture, int level, byte[] xmp) throws IOException {
        return inFolder(folder -> {
            Path film = folder.resolve("picture.y4m");
            Path words = Files.write(folder.resolve("words.xmp"), xmp);
            Path made = folder.resolve("picture.avif");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(film), 1 << 16)) {
                Y4m.write(picture, out);
            }
            // Rec. 709 primaries, the sRGB curve, the matrix of Rec. 601, all of the range: sRGB as JPEG has it.
            run(
                    folder,
                    settings.avifEncoder(),
                    "--speed",
                    SPEED,
                    "--jobs",
                    "1",
                    "--cicp",
                    "1/13/6",
                    "--range",
                    "full",
                    "--min",
                    "0",
                    "--max",
                    "63",
                    "-a",
                    "end-usage=q",
                    "-a",
                    "cq-level=" + level,
                    "-a",
                    "tune=ssim",
                    "--xmp",
                    words.toString(),
                    film.toString(),
                    made.toString());
            return Files.readAllBytes(made);
        });
    }

    /// Decodes an AVIF to PNG.
    ///
    /// @param mostPixels the program is to refuse more
    /// @throws IOException if the program fails or does not end in time
    byte[] png(byte[] avif, long mostPixels) throws IOException {
        return inFolder(folder -> {
            Path file = Files.write(folder.resolve("original.avif"), avif);
            Path made = folder.resolve("original.png");
            run(
                    folder,
                    settings.avifDecoder(),
                    "--jobs",
                    "1",
                    "--png-compress",
                    "1",
                    "--size-limit",
                    Long.toString(mostPixels),
                    file.toString(),
                    made.toString());
            return Files.readAllBytes(made);
        });
    }

    private interface Work {
        byte[] in(Path folder) throws IOException;
    }

    private static byte[] inFolder(Work work) throws IOException {
        Path folder = Files.createTempDirectory("broadsheet-avif-");
        try {
            return work.in(folder);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(folder);
        }
    }

    private boolean answers(String program) {
        if (program.isBlank()) {
            return false;
        }
        try {
            inFolder(folder -> {
                run(folder, program, "--version");
                return new byte[0];
            });
            return true;
        } catch (IOException e) {
            log.atInfo().addKeyValue("program", program).log("No AVIF on this machine");
            return false;
        }
    }

    private void run(Path folder, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        File said = folder.resolve("said.txt").toFile();
        ProcessBuilder how = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said);
        how.environment().clear();
        String path = System.getenv("PATH");
        if (path != null) {
            how.environment().put("PATH", path);
        }
        Process process = how.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(settings.longestDrawing().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(program + " did not end in time");
            }
            if (process.exitValue() != 0) {
                String why = new String(Files.readAllBytes(said.toPath()), StandardCharsets.UTF_8).strip();
                throw new IOException(program + " failed: " + why.substring(0, Math.min(why.length(), 500)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + program, e);
        } finally {
            process.destroyForcibly();
        }
    }
}
