package dev.feedforward.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A file's bytes as text, which is to be UTF-8, with its first characters to look at beforehand. */
final class Utf8Text extends Reader {

    /** Characters that can be looked at: some dozens of lines of most files. */
    private static final int HEAD = 64 * 1024;

    private static final int BYTES = 4 * 1024;

    private final FileFaults faults;
    private final Reader reader;
    private final char[] head = new char[HEAD];
    private int headLength;
    private int headRead;
    private long lines = 1;

    /** @throws dev.feedforward.error.InvalidRequestException if it is plainly no text, or another encoding's */
    Utf8Text(InputStream bytes, FileFaults faults) throws IOException {
        this.faults = faults;
        PushbackInputStream input = new PushbackInputStream(bytes, BYTES);
        byte[] first = input.readNBytes(BYTES);
        String foreign = foreign(first);
        if (foreign != null) {
            throw faults.stop(null, null, foreign);
        }
        int mark = first.length > 2 && first[0] == (byte) 0xEF && first[1] == (byte) 0xBB && first[2] == (byte) 0xBF
                ? 3
                : 0;
        input.unread(first, mark, first.length - mark);
        reader = new InputStreamReader(
                input,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        fillHead();
    }

    private void fillHead() throws IOException {
        int read = 0;
        while (read >= 0 && headLength < HEAD) {
            read = decode(head, headLength, HEAD - headLength);
            headLength += Math.max(read, 0);
        }
    }

    /** The first characters, as many as there are. */
    String head() {
        return new String(head, 0, headLength);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (headRead < headLength) {
            int count = Math.min(length, headLength - headRead);
            System.arraycopy(head, headRead, buffer, offset, count);
            headRead += count;
            return count;
        }
        return decode(buffer, offset, length);
    }

    private int decode(char[] buffer, int offset, int length) throws IOException {
        try {
            int read = reader.read(buffer, offset, length);
            for (int i = 0; i < read; i++) {
                lines += buffer[offset + i] == '\n' ? 1 : 0;
            }
            return read;
        } catch (CharacterCodingException e) {
            throw faults.stop(
                    "line %d or soon after".formatted(lines),
                    null,
                    "a character is not UTF-8: save the file as UTF-8, or convert it with iconv -f LATIN1 -t UTF-8");
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** What the bytes are if they are not UTF-8; null if they may be. */
    private static @Nullable String foreign(byte[] first) {
        if (begins(first, 0xFF, 0xFE) || begins(first, 0xFE, 0xFF) || isHalfZero(first)) {
            return "this is UTF-16: save it as UTF-8 (in a spreadsheet: \"CSV UTF-8\"), or convert it with iconv -f UTF-16 -t UTF-8";
        } else if (begins(first, 'P', 'K', 3, 4)) {
            return "this is a zip archive or a spreadsheet's own file: export the sheet as CSV and send that";
        } else if (begins(first, 'P', 'A', 'R', '1')) {
            return "this is a Parquet file: write it as CSV and send that";
        }
        for (byte b : first) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                return "this is no text: among its first bytes is one of value %d. Send CSV or JSON".formatted(b);
            }
        }
        return null;
    }

    private static boolean begins(byte[] first, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= first.length || first[i] != (byte) bytes[i]) {
                return false;
            }
        }
        return true;
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
