package dev.feedforward.web.memory;

import dev.feedforward.memory.MemoryBudget;
import dev.feedforward.memory.MemoryBudget.Reservation;
import dev.feedforward.memory.RequestMemory;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives back what a request took of the {@link RequestMemory} once its answer is written, or waits for something. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class MemoryFilter extends OncePerRequestFilter {

    private final MemoryBudget budget;

    MemoryFilter(MemoryBudget budget) {
        this.budget = budget;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (Reservation taken = RequestMemory.begin(budget)) {
            chain.doFilter(request, response);
        }
    }
}
