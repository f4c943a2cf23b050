package org.broadsheet.cms.picturefile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The application record of IPTC-IIM 4.2, by the numbers of its datasets.
final class IimRecords {

    private static final int MOST_DATASETS = 4_000;
    private static final int MARK = 0x1c;
    private static final int CODED_CHARACTER_SET = 90;
    private static final byte[] SAYS_UTF8 = {0x1b, '%', 'G'};

    private final Map<Integer, List<byte[]>> datasets = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private boolean saysUtf8;
    private boolean saysOther;

    private IimRecords() {}

    static IimRecords of(byte @Nullable [] records) {
        IimRecords read = new IimRecords();
        if (records != null) {
            read.walk(new Bytes(records));
            read.compareLetters();
        }
        return read;
    }

    /// What a reader of the record should know of it.
    List<String> remarks() {
        return remarks;
    }

    /// Every value of a dataset, in their order.
    List<String> all(int number) {
        return datasets.getOrDefault(number, List.of()).stream()
                .map(Lettering::read)
                .toList();
    }

    /// The first value of a dataset; empty where there is none.
    String first(int number) {
        List<String> all = all(number);
        return all.isEmpty() ? "" : all.getFirst();
    }

    /// A dataset: 0x1c, record, number, length, value; a length above 32,767 stands in bytes of its own.
    private void walk(Bytes records) {
        int at = 0;
        int seen = 0;
        while (at + 5 <= records.length()) {
            if (records.int8(at) != MARK) {
                // Some writers leave zeros between datasets.
                at++;
                continue;
            }
            if (++seen > MOST_DATASETS) {
                remarks.add("IIM holds more than " + MOST_DATASETS + " datasets; the others were not read");
                return;
            }
            int length = records.int16(at + 3);
            int value = at + 5;
            if (length > 0x7fff) {
                int bytes = length & 0x7fff;
                length = bytes <= 4 ? wide(records, value, bytes) : Integer.MAX_VALUE;
                value += bytes;
            }
            if (length > records.length() - value) {
                remarks.add("IIM " + records.int8(at + 1) + ":" + records.int8(at + 2) + " is cut off");
                return;
            }
            take(records, at, value, length);
            at = value + length;
        }
    }

    private void take(Bytes records, int at, int value, int length) {
        int record = records.int8(at + 1);
        int number = records.int8(at + 2);
        byte[] words = records.slice(value, length);
        if (record == 1 && number == CODED_CHARACTER_SET) {
            saysUtf8 = new String(words, StandardCharsets.ISO_8859_1)
                    .startsWith(new String(SAYS_UTF8, StandardCharsets.ISO_8859_1));
            saysOther = !saysUtf8;
        } else if (record == 2) {
            datasets.computeIfAbsent(number, _ -> new ArrayList<>()).add(words);
        }
    }

    private static int wide(Bytes records, int at, int bytes) {
        long length = 0;
        for (int i = 0; i < bytes; i++) {
            length = length << 8 | records.int8(at + i);
        }
        return (int) Math.min(length, Integer.MAX_VALUE);
    }

    /// 1:90 names the letters, and lies in some agencies' files.
    private void compareLetters() {
        for (Map.Entry<Integer, List<byte[]>> dataset : datasets.entrySet()) {
            for (byte[] value : dataset.getValue()) {
                boolean told = Lettering.isAscii(value)
                        || (Lettering.isUtf8(value) ? !saysOther : !saysUtf8)
                        || dataset.getKey() == 0;
                if (!told) {
                    remarks.add("IIM 1:90 names other letters than IIM 2:" + dataset.getKey() + " is written in");
                    return;
                }
            }
        }
    }
}
