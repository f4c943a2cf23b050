package org.broadsheet.ingest.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.io.MaxHeaderLimitException;
import org.apache.james.mime4j.io.MaxLineLimitException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.broadsheet.ingest.format.Unreadable;

/// Takes a mail apart (RFC 5322, RFC 2045 and following) within limits: how many lines its head may have, how
/// many parts it may hold and how deep they may stand in each other.
final class MailReader {

    static final int MOST_PARTS = 500;
    static final int DEEPEST = 20;
    private static final int MOST_HEADERS = 1_000;
    private static final int LONGEST_HEADER = 100_000;

    private final Map<String, String> head = new HashMap<>();
    private final List<MailPart> parts = new ArrayList<>();
    private final Deque<Integer> alternatives = new ArrayDeque<>();
    private final Map<String, String> partHead = new HashMap<>();
    private boolean cutOff;
    private int entities;
    private int choices;

    private MailReader() {}

    /// @throws Unreadable if it is larger than what a mail may hold
    static MailReader read(byte[] bytes) throws Unreadable {
        MailReader reader = new MailReader();
        reader.take(bytes);
        return reader;
    }

    /// A line of the mail's own head, unfolded; empty where it has none of the name.
    ///
    /// @param name in small letters
    String head(String name) {
        return head.getOrDefault(name, "");
    }

    List<MailPart> parts() {
        return List.copyOf(parts);
    }

    /// Whether the mail ends before its last part does.
    boolean isCutOff() {
        return cutOff;
    }

    private void take(byte[] bytes) throws Unreadable {
        MimeConfig limits = MimeConfig.custom()
                .setMaxHeaderCount(MOST_HEADERS)
                .setMaxHeaderLen(LONGEST_HEADER)
                .setMaxLineLen(-1)
                .setMaxContentLen(-1)
                .setStrictParsing(false)
                .build();
        DecodeMonitor monitor = new DecodeMonitor() {
            @Override
            public boolean warn(String error, String dropDescription) {
                cutOff |= error.toLowerCase(Locale.ROOT).contains("prematurely");
                return false;
            }

            @Override
            public boolean isListening() {
                return true;
            }
        };
        MimeTokenStream stream = new MimeTokenStream(limits, monitor, null);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        int start = envelope(bytes);
        stream.parse(new ByteArrayInputStream(bytes, start, bytes.length - start));
        try {
            for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
                take(state, stream);
            }
        } catch (MaxHeaderLimitException | MaxHeaderLengthLimitException e) {
            throw new Unreadable(
                    "The head of the mail, or of a part of it, has more than %,d lines or one of more than %,d characters"
                            .formatted(MOST_HEADERS, LONGEST_HEADER),
                    e);
        } catch (MaxLineLimitException e) {
            throw new Unreadable("A line of the mail is longer than mail allows", e);
        } catch (MimeException | IOException e) {
            throw new Unreadable("The mail cannot be taken apart: " + e.getMessage(), e);
        }
    }

    /// The line mailboxes put before a mail (`From desk@… Wed Nov 25 …`) is none of its head.
    private static int envelope(byte[] bytes) {
        if (bytes.length < 5 || bytes[0] != 'F' || bytes[1] != 'r' || bytes[4] != ' ') {
            return 0;
        }
        int at = 0;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, bytes.length);
    }

    private void take(EntityState state, MimeTokenStream stream) throws IOException, Unreadable {
        switch (state) {
            case T_START_HEADER -> {
                partHead.clear();
                entities++;
                if (entities > MOST_PARTS) {
                    throw new Unreadable("The mail has more than " + MOST_PARTS + " parts");
                }
            }
            case T_FIELD -> {
                Field field = stream.getField();
                String name = field.getName().toLowerCase(Locale.ROOT);
                partHead.putIfAbsent(name, HeaderText.raw(field.getRaw().toByteArray()));
            }
            case T_END_HEADER -> {
                if (entities == 1) {
                    head.putAll(partHead);
                }
            }
            case T_START_MULTIPART -> {
                if (alternatives.size() >= DEEPEST) {
                    throw new Unreadable("The parts of the mail stand more than " + DEEPEST + " deep in each other");
                }
                boolean choice = HeaderText.value(partHead.getOrDefault("content-type", ""))
                        .equals("multipart/alternative");
                int outer = alternatives.isEmpty() ? 0 : alternatives.element();
                if (choice && outer == 0) {
                    choices++;
                    alternatives.push(choices);
                } else {
                    alternatives.push(outer);
                }
            }
            case T_END_MULTIPART -> alternatives.pop();
            case T_BODY -> body(stream);
            default -> {
                // what stands before and behind the parts is for old mail readers
            }
        }
    }

    private void body(MimeTokenStream stream) throws IOException {
        String contentType = partHead.getOrDefault("content-type", "");
        String disposition = partHead.getOrDefault("content-disposition", "");
        Map<String, String> parameters = HeaderText.parameters(contentType);
        String fileName = HeaderText.parameters(disposition).getOrDefault("filename", "");
        String type = HeaderText.value(contentType);
        byte[] bytes;
        try (InputStream in = stream.getDecodedInputStream()) {
            bytes = in.readAllBytes();
        }
        parts.add(new MailPart(
                type.contains("/") ? type : "text/plain",
                parameters.getOrDefault("charset", ""),
                parameters.getOrDefault("format", "").equalsIgnoreCase("flowed"),
                parameters.getOrDefault("delsp", "").equalsIgnoreCase("yes"),
                HeaderText.value(disposition).equals("attachment"),
                fileName.isEmpty() ? parameters.getOrDefault("name", "") : fileName,
                partHead.getOrDefault("content-id", ""),
                alternatives.isEmpty() ? 0 : alternatives.element(),
                bytes));
    }
}
