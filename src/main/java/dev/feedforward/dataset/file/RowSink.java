package dev.feedforward.dataset.file;

/** Takes in the rows of a file, value by value: a sample of them first, then all of them. */
public interface RowSink {

    /**
     * Begins a row.
     *
     * @param place its line in a CSV file, or its number in JSON, from 1
     */
    void begin(long place);

    /**
     * Takes the next value of the row.
     *
     * @param text holds the value only until this returns
     * @param quoted whether the file has it between quotes
     */
    void cell(char[] text, int offset, int length, boolean quoted);

    /** Ends the row. */
    void end();
}
