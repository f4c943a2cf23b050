package org.broadsheet.ops.command.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.ops.command.house.PrivateFiles;
import org.broadsheet.ops.command.house.Trouble;

/// What the demo's staff sign in with: a line each, name and password. A password that was made once is kept.
final class Logins {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, String> passwords;

    private Logins(Map<String, String> passwords) {
        this.passwords = passwords;
    }

    /// Those in the file; one that is missing is made and written there.
    static Logins in(Path file, List<String> names) {
        try {
            var passwords = new LinkedHashMap<String, String>();
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    String[] parts = line.split(",", 2);
                    if (parts.length == 2) {
                        passwords.put(parts[0].strip(), parts[1].strip());
                    }
                }
            }
            if (!passwords.keySet().containsAll(names)) {
                names.forEach(name -> passwords.computeIfAbsent(name, anew -> password()));
                PrivateFiles.write(
                        file,
                        passwords.entrySet().stream()
                                .map(login -> login.getKey() + ", " + login.getValue() + "\n")
                                .collect(Collectors.joining()));
            }
            return new Logins(passwords);
        } catch (IOException e) {
            throw new Trouble("The logins in " + file + " cannot be read or written: " + e.getMessage(), e);
        }
    }

    String password(String name) {
        String password = passwords.get(name);
        if (password == null) {
            throw new IllegalArgumentException("Nobody is called " + name);
        }
        return password;
    }

    /// Four groups of four, without letters that look like others: it has to be typed.
    private static String password() {
        return IntStream.range(0, 4)
                .mapToObj(group -> RANDOM.ints(4, 0, LETTERS.length())
                        .mapToObj(index -> String.valueOf(LETTERS.charAt(index)))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }
}
