package dev.feedforward.dataset.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The formats of files that people send and that are not read here, by their first bytes. */
enum ForeignFormat {
    UTF_16_LITTLE("\u00FF\u00FE", Advice.UTF_16),
    UTF_16_BIG("\u00FE\u00FF", Advice.UTF_16),
    GZIP(
            "\u001F\u008B",
            "this is gzip within gzip: decompress it once, as by gunzip, or leave out what compressed it again"),
    ZIP(
            "PK\u0003\u0004",
            "this is a zip archive: unzip it and send the file in it, as by unzip -p FILE.zip | curl -T - …"),
    EMPTY_ZIP("PK\u0005\u0006", "this is a zip archive without a file in it"),
    OLD_EXCEL("\u00D0\u00CF\u0011\u00E0", "this is an Excel workbook (.xls): " + Advice.SAVE_AS_CSV),
    PARQUET("PAR1", "this is a Parquet file: write it as CSV and send that"),
    FEATHER("ARROW1", "this is an Arrow or Feather file: write it as CSV and send that"),
    NUMPY(
            "\u0093NUMPY",
            "this is a numpy array: write it by numpy.savetxt(\"rows.csv\", rows, delimiter=\",\") and send that"),
    HDF("\u0089HDF", "this is an HDF5 file: write the table as CSV and send that"),
    PICKLE("\u0080\u0004\u0095", "this is a Python pickle: write the table as CSV and send that"),
    SQLITE("SQLite format 3\0", "this is an SQLite database: export the table as CSV and send that"),
    BZIP2("BZh91AY&SY", "this is compressed by bzip2: send it as it is, or compressed by gzip"),
    XZ("\u00FD7zXZ", "this is compressed by xz: send it as it is, or compressed by gzip"),
    ZSTD("\u0028\u00B5\u002F\u00FD", "this is compressed by zstd: send it as it is, or compressed by gzip"),
    SEVEN_ZIP("7z\u00BC\u00AF", "this is a 7-Zip archive: unpack it and send the file in it"),
    PDF("%PDF-", "this is a PDF document: send its table as CSV"),
    HTML("<!doctype html", Advice.WEB_PAGE),
    HTML_PAGE("<html", Advice.WEB_PAGE),
    XML("<?xml", "this is XML: send its rows as CSV or as a JSON list");

    private final byte[] begin;
    private final String advice;

    ForeignFormat(String begin, String advice) {
        this.begin = begin.getBytes(StandardCharsets.ISO_8859_1);
        this.advice = advice;
    }

    /** What is told of formats that begin in several ways. */
    private static final class Advice {
        static final String SAVE_AS_CSV = "save the sheet as \"CSV UTF-8\" and send that";
        static final String UTF_16 =
                "this is UTF-16: save it as UTF-8 (in a spreadsheet: \"CSV UTF-8\"), or convert it with iconv -f UTF-16 -t UTF-8";
        static final String WEB_PAGE =
                "this is a web page, not the file that it shows: download the file itself (on GitHub: Raw)";
    }

    /**
     * What a file is that is no UTF-8 text, and what to do about it; nothing if it may be one.
     *
     * @param first its first bytes, as many as there are up to some thousands
     */
    static Optional<String> find(byte[] first) {
        Optional<ForeignFormat> known =
                Arrays.stream(values()).filter(format -> format.begins(first)).findFirst();
        if (known.isPresent()) {
            return Optional.of(known.get() == ZIP ? zipAdvice(first) : known.get().advice);
        }
        return isHalfZero(first) ? Optional.of(Advice.UTF_16) : controlCharacter(first);
    }

    /** Spreadsheets are zip archives too; the names of their parts tell them. */
    private static String zipAdvice(byte[] first) {
        String names = new String(first, StandardCharsets.ISO_8859_1);
        if (names.contains("[Content_Types].xml") || names.contains("xl/")) {
            return "this is an Excel workbook (.xlsx): " + Advice.SAVE_AS_CSV;
        }
        return names.contains("opendocument.spreadsheet")
                ? "this is an OpenDocument spreadsheet (.ods): " + Advice.SAVE_AS_CSV
                : ZIP.advice;
    }

    private boolean begins(byte[] first) {
        if (first.length < begin.length) {
            return false;
        }
        for (int i = 0; i < begin.length; i++) {
            // Only HTML may be written in capitals too.
            if (first[i] != begin[i] && !(begin[0] == '<' && Character.toLowerCase(first[i]) == begin[i])) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> controlCharacter(byte[] first) {
        for (byte b : first) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                return Optional.of(
                        "this is no text: among its first bytes is one of value %d. Send CSV or JSON".formatted(b));
            }
        }
        return Optional.empty();
    }

    /** Latin letters in UTF-16 have a zero in every second byte. */
    private static boolean isHalfZero(byte[] first) {
        int zeros = 0;
        for (byte b : first) {
            zeros += b == 0 ? 1 : 0;
        }
        return zeros > 0 && zeros * 5L >= first.length * 2L && zeros * 5L <= first.length * 3L;
    }
}
