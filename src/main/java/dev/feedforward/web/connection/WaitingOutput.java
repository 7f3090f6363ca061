package dev.feedforward.web.connection;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** An answer, after each writing to which the thread goes on. */
final class WaitingOutput extends ServletOutputStream {

    private final ServletOutputStream answer;
    private final Exchange exchange;

    WaitingOutput(ServletOutputStream answer, Exchange exchange) {
        this.answer = answer;
        this.exchange = exchange;
    }

    @Override
    public void write(int octet) throws IOException {
        try {
            answer.write(octet);
        } finally {
            exchange.goOn();
        }
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        try {
            answer.write(buffer, offset, length);
        } finally {
            exchange.goOn();
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            answer.flush();
        } finally {
            exchange.goOn();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            answer.close();
        } finally {
            exchange.goOn();
        }
    }

    @Override
    public boolean isReady() {
        return answer.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        answer.setWriteListener(listener);
    }
}
