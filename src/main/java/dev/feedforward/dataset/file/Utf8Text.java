package dev.feedforward.dataset.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** A file's bytes as text, which is to be UTF-8, with its first characters to look at beforehand. */
public final class Utf8Text extends Reader {

    /** Characters that can be looked at: some dozens of lines of most files. */
    private static final int HEAD = 64 * 1024;

    private static final int BYTES = 4 * 1024;

    private final FileFaults faults;
    private final Reader reader;
    private final char[] head = new char[HEAD];
    private int headLength;
    private int headRead;
    private long lines = 1;
    private boolean lineEnd;

    /** @throws dev.feedforward.error.InvalidRequestException if it is plainly no text, or another encoding's */
    public Utf8Text(InputStream bytes, FileFaults faults) throws IOException {
        this.faults = faults;
        PushbackInputStream input = new PushbackInputStream(bytes, BYTES);
        byte[] first = input.readNBytes(BYTES);
        ForeignFormat.find(first).ifPresent(foreign -> {
            throw faults.stop(null, null, foreign);
        });
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
    public String head() {
        return new String(head, 0, headLength);
    }

    /** Whether the first characters are all that there are. */
    public boolean isAllInHead() {
        return headLength < HEAD;
    }

    /** Whether a line has ended in what was read so far. */
    public boolean hasLineEnd() {
        return lineEnd;
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
                char c = buffer[offset + i];
                lines += c == '\n' ? 1 : 0;
                lineEnd |= c == '\n' || c == '\r';
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
}
