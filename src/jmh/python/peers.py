#!/usr/bin/env python3
"""Measures what others make of the work that KernelBenchmark, TrainingBenchmark and CourseBenchmark measure.

    apt-get install python3-numpy python3-sklearn python3-torch libopenblas0-pthread gcc
    /usr/bin/python3 src/jmh/python/peers.py

Prints, for one thread and for two: GFLOP/s of matrix products, samples/s of training (full batches, plain gradient
descent), and the seconds of the course's job in numpy and in C. A peer that is missing is skipped with a line that says
so. Each figure is the median of many short runs, with the best one behind it: on a shared machine look at the best.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import time
import warnings

PRODUCTS = ["128x128x128", "256x256x256", "512x512x512", "32x784x128", "32x256x64", "32x64x10", "32x128x10",
            "128x784x128", "128x128x10", "128x784x512", "128x512x10"]
NETWORKS = ["256-64-10@32", "784-128-10@32", "784-128-10@128", "784-512-10@128"]


def measure(label, work, unit, run):
    """Work done per second: median and best of runs of at least a millisecond, for about two seconds."""
    run()
    start = time.perf_counter()
    run()
    repeats = max(1, int(1e-3 / (time.perf_counter() - start)))
    rates = []
    end = time.perf_counter() + 2
    while time.perf_counter() < end:
        start = time.perf_counter()
        for _ in range(repeats):
            run()
        rates.append(work * repeats / (time.perf_counter() - start))
    rates.sort()
    print(f"{label:48} {rates[len(rates) // 2]:12.1f} {rates[-1]:12.1f} {unit}", flush=True)


def numbers(name):
    sizes, rows = name.split("@")
    return [int(size) for size in sizes.split("-")] + [int(rows)]


def products(np):
    for shape in PRODUCTS:
        m, k, n = (int(size) for size in shape.split("x"))
        a, b, c = np.random.rand(m, k), np.random.rand(k, n), np.empty((m, n))
        measure(f"dgemm {shape}", 2e-9 * m * k * n, "GFLOP/s", lambda: np.matmul(a, b, out=c))


def numpy_step(np, x, y, hidden, outputs, rate=1e-6):
    w, b = np.random.randn(x.shape[1], hidden) * 0.1, np.zeros(hidden)
    v, d = np.random.randn(hidden, outputs) * 0.1, np.zeros(outputs)

    def sigmoid(z):
        return 1 / (1 + np.exp(-z))

    def step():
        nonlocal w, b, v, d
        h = sigmoid(x @ w + b)
        o = sigmoid(h @ v + d)
        delta = (o - y) * o * (1 - o)
        before = (delta @ v.T) * h * (1 - h)
        v -= rate * (h.T @ delta)
        d -= rate * delta.sum(0)
        w -= rate * (x.T @ before)
        b -= rate * before.sum(0)

    return step


def numpy_peers():
    try:
        import numpy as np
    except ImportError:
        print("numpy is missing: apt-get install python3-numpy libopenblas0-pthread")
        return
    products(np)
    for name in NETWORKS:
        inputs, hidden, outputs, rows = numbers(name)
        step = numpy_step(np, np.random.rand(rows, inputs), np.random.rand(rows, outputs), hidden, outputs)
        measure(f"numpy {name}", rows, "samples/s", step)
    x = np.array([[0, 0, 0, 1], [0, 0, 1, 1], [0, 1, 1, 1], [1, 0, 1, 0], [1, 1, 1, 1]], dtype=float)
    step = numpy_step(np, x, np.array([[0.0], [0], [1], [0], [1]]), 4, 1, 1.0)
    measure("numpy course, 10,000 iterations", 1e-4, "jobs/s", step)


def sklearn_peer():
    try:
        import numpy as np
        from sklearn.neural_network import MLPRegressor
    except ImportError:
        print("scikit-learn is missing: apt-get install python3-sklearn")
        return
    warnings.filterwarnings("ignore")
    for name in NETWORKS:
        inputs, hidden, outputs, rows = numbers(name)
        x, y = np.random.rand(rows, inputs), np.random.rand(rows, outputs)
        net = MLPRegressor((hidden,), activation="logistic", solver="sgd", alpha=0, batch_size=rows, momentum=0,
                           nesterovs_momentum=False, learning_rate_init=1e-6)
        measure(f"scikit-learn {name}", rows, "samples/s", lambda: net.partial_fit(x, y))


def torch_peer(threads):
    try:
        import torch
    except ImportError:
        print("PyTorch is missing: apt-get install python3-torch")
        return
    torch.set_num_threads(threads)
    for kind in (torch.float64, torch.float32):
        for name in NETWORKS:
            inputs, hidden, outputs, rows = numbers(name)
            x, y = torch.rand(rows, inputs, dtype=kind), torch.rand(rows, outputs, dtype=kind)
            net = torch.nn.Sequential(torch.nn.Linear(inputs, hidden), torch.nn.Sigmoid(),
                                      torch.nn.Linear(hidden, outputs), torch.nn.Sigmoid()).to(kind)
            optimizer = torch.optim.SGD(net.parameters(), lr=1e-6)

            def step():
                optimizer.zero_grad()
                (0.5 * ((net(x) - y) ** 2).sum()).backward()
                optimizer.step()

            measure(f"PyTorch {str(kind)[6:]} {name}", rows, "samples/s", step)


def c_peer():
    if shutil.which("gcc") is None:
        print("gcc is missing: apt-get install gcc")
        return
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "course.c")
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, "course")
        subprocess.run(["gcc", "-O3", "-march=native", "-ffast-math", source, "-o", program, "-lm"], check=True)
        print("C course, 10,000 iterations, best of 200:", subprocess.check_output([program], text=True).strip())


def main():
    if len(sys.argv) > 1:
        numpy_peers()
        sklearn_peer()
        torch_peer(int(sys.argv[1]))
        return
    c_peer()
    for threads in ("1", "2"):
        print(f"\n{threads} thread(s){'':36} {'median':>12} {'best':>12}", flush=True)
        limits = {"OPENBLAS_NUM_THREADS": threads, "OMP_NUM_THREADS": threads, "MKL_NUM_THREADS": threads}
        subprocess.run([sys.executable, __file__, threads], env={**os.environ, **limits}, check=True)


if __name__ == "__main__":
    main()
