package dev.feedforward.nn.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops in the lanes of the Vector API, which this class alone names: the module {@code jdk.incubator.vector} may
 * be absent.
 *
 * <p>A product is computed in tiles of 4 or 6 rows and 2 vectors, whose sums stay in registers while the shared index
 * runs, over operands packed in the order in which the tile reads them (Goto and van de Geijn, "Anatomy of
 * High-Performance Matrix Multiplication", ACM TOMS 34, 2008). Each function is the one in {@link Functions}, operation
 * by operation.
 */
final class VectorKernels implements Loops {

    /** A system property that tests alone set, to try fewer lanes than the machine's own. */
    static final String LANES_PROPERTY = "feedforward.test.lanes";

    private static final VectorSpecies<Double> SPECIES = species();
    private static final int LANES = SPECIES.length();

    /** Whether there are 32 registers, as with AVX-512, for the 12 sums of six rows and what they need beside them. */
    private static final boolean SIX_ROWS = LANES > 4;

    private static final int ROWS = SIX_ROWS ? 6 : 4;
    private static final int COLUMNS = 2 * LANES;

    /** Block sizes: a panel of the right operand stays in the first-level cache, a block of each in the second. */
    private static final int BLOCK_SHARED = 256;

    private static final int BLOCK_ROWS = 192;
    private static final int BLOCK_COLUMNS = 512;

    private final Panels left = new Panels(ROWS);
    private final Panels right = new Panels(COLUMNS);
    private final double[] edge = new double[ROWS * COLUMNS];
    private final double[] exponentials = new double[32 * LANES];

    private static VectorSpecies<Double> species() {
        int own = DoubleVector.SPECIES_PREFERRED.length();
        int lanes = Math.min(own, Integer.getInteger(LANES_PROPERTY, own));
        return VectorSpecies.of(double.class, VectorShape.forBitSize(lanes * Double.SIZE));
    }

    @Override
    public String name() {
        return "Vector API, %d lanes".formatted(LANES);
    }

    @Override
    public void multiply(Product product, int fromRow, int toRow, int fromColumn, int toColumn) {
        for (int j = fromColumn; j < toColumn; j += BLOCK_COLUMNS) {
            int columns = Math.min(BLOCK_COLUMNS, toColumn - j);
            for (int k = 0; k < product.shared; k += BLOCK_SHARED) {
                int shared = Math.min(BLOCK_SHARED, product.shared - k);
                right.pack(
                        product.b,
                        k * product.bRow + j * product.bColumn,
                        product.bColumn,
                        product.bRow,
                        columns,
                        shared);
                for (int i = fromRow; i < toRow; i += BLOCK_ROWS) {
                    int rows = Math.min(BLOCK_ROWS, toRow - i);
                    left.pack(
                            product.a,
                            i * product.aRow + k * product.aColumn,
                            product.aRow,
                            product.aColumn,
                            rows,
                            shared);
                    multiplyBlock(product, i, rows, shared, j, columns, k == 0);
                }
            }
        }
    }

    private void multiplyBlock(Product product, int row, int rows, int shared, int column, int columns, boolean first) {
        int stride = product.columns;
        for (int j = 0; j < columns; j += COLUMNS) {
            for (int i = 0; i < rows; i += ROWS) {
                int c = (row + i) * stride + column + j;
                if (i + ROWS <= rows && j + COLUMNS <= columns) {
                    addTile(i * shared, j * shared, shared, product.c, c, stride, first);
                } else {
                    int width = Math.min(COLUMNS, columns - j);
                    int height = Math.min(ROWS, rows - i);
                    copyRows(product.c, c, stride, edge, 0, COLUMNS, height, width);
                    addTile(i * shared, j * shared, shared, edge, 0, COLUMNS, first);
                    copyRows(edge, 0, COLUMNS, product.c, c, stride, height, width);
                }
            }
        }
    }

    private static void copyRows(
            double[] from, int fromOffset, int fromStride, double[] to, int toOffset, int toStride, int rows, int n) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(from, fromOffset + i * fromStride, to, toOffset + i * toStride, n);
        }
    }

    /** Adds the product of a panel of each operand to a tile of {@code c}, or to 0 if it is the {@code first}. */
    private void addTile(int a, int b, int shared, double[] c, int offset, int stride, boolean first) {
        double[] lefts = left.values;
        double[] rights = right.values;
        int row1 = offset + stride;
        int row2 = row1 + stride;
        int row3 = row2 + stride;
        int row4 = SIX_ROWS ? row3 + stride : offset;
        int row5 = SIX_ROWS ? row4 + stride : offset;
        DoubleVector sum00 = start(c, offset, first);
        DoubleVector sum01 = start(c, offset + LANES, first);
        DoubleVector sum10 = start(c, row1, first);
        DoubleVector sum11 = start(c, row1 + LANES, first);
        DoubleVector sum20 = start(c, row2, first);
        DoubleVector sum21 = start(c, row2 + LANES, first);
        DoubleVector sum30 = start(c, row3, first);
        DoubleVector sum31 = start(c, row3 + LANES, first);
        DoubleVector sum40 = start(c, row4, first);
        DoubleVector sum41 = start(c, row4 + LANES, first);
        DoubleVector sum50 = start(c, row5, first);
        DoubleVector sum51 = start(c, row5 + LANES, first);
        for (int k = 0; k < shared; k++) {
            DoubleVector b0 = load(rights, b + k * COLUMNS);
            DoubleVector b1 = load(rights, b + k * COLUMNS + LANES);
            DoubleVector a0 = broadcast(lefts[a + k * ROWS]);
            sum00 = a0.fma(b0, sum00);
            sum01 = a0.fma(b1, sum01);
            DoubleVector a1 = broadcast(lefts[a + k * ROWS + 1]);
            sum10 = a1.fma(b0, sum10);
            sum11 = a1.fma(b1, sum11);
            DoubleVector a2 = broadcast(lefts[a + k * ROWS + 2]);
            sum20 = a2.fma(b0, sum20);
            sum21 = a2.fma(b1, sum21);
            DoubleVector a3 = broadcast(lefts[a + k * ROWS + 3]);
            sum30 = a3.fma(b0, sum30);
            sum31 = a3.fma(b1, sum31);
            if (SIX_ROWS) {
                DoubleVector a4 = broadcast(lefts[a + k * ROWS + 4]);
                sum40 = a4.fma(b0, sum40);
                sum41 = a4.fma(b1, sum41);
                DoubleVector a5 = broadcast(lefts[a + k * ROWS + 5]);
                sum50 = a5.fma(b0, sum50);
                sum51 = a5.fma(b1, sum51);
            }
        }
        store(sum00, sum01, c, offset);
        store(sum10, sum11, c, row1);
        store(sum20, sum21, c, row2);
        store(sum30, sum31, c, row3);
        if (SIX_ROWS) {
            store(sum40, sum41, c, row4);
            store(sum50, sum51, c, row5);
        }
    }

    private static DoubleVector start(double[] c, int offset, boolean first) {
        return first ? DoubleVector.zero(SPECIES) : load(c, offset);
    }

    private static DoubleVector load(double[] array, int offset) {
        return DoubleVector.fromArray(SPECIES, array, offset);
    }

    private static DoubleVector broadcast(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }

    private static void store(DoubleVector first, DoubleVector second, double[] array, int offset) {
        first.intoArray(array, offset);
        second.intoArray(array, offset + LANES);
    }

    @Override
    public void exp(double[] z, double[] a, int length) {
        int whole = SPECIES.loopBound(length);
        for (int i = 0; i < whole; i += LANES) {
            exp(load(z, i)).intoArray(a, i);
        }
        for (int i = whole; i < length; i++) {
            a[i] = Functions.exp(z[i]);
        }
    }

    @Override
    public void expm1(double[] z, double[] a, int length) {
        int whole = SPECIES.loopBound(length);
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector x = load(z, i);
            expm1Unsigned(x).blend(x, x.eq(0.0)).intoArray(a, i);
        }
        for (int i = whole; i < length; i++) {
            a[i] = Functions.expm1(z[i]);
        }
    }

    @Override
    public void sigmoid(double[] z, double[] a, int length) {
        int whole = SPECIES.loopBound(length);
        DoubleVector one = broadcast(1.0);
        for (int i = 0; i < whole; i += LANES) {
            one.div(exp(load(z, i).neg()).add(1.0)).intoArray(a, i);
        }
        for (int i = whole; i < length; i++) {
            a[i] = Functions.sigmoid(z[i]);
        }
    }

    @Override
    public void tanh(double[] z, double[] a, int length) {
        int whole = SPECIES.loopBound(length);
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector x = load(z, i);
            DoubleVector e =
                    expm1Unsigned(atMost(Functions.TANH_HIGHEST, x.abs()).mul(2.0));
            copySign(e.div(e.add(2.0)), x).intoArray(a, i);
        }
        for (int i = whole; i < length; i++) {
            a[i] = Functions.tanh(z[i]);
        }
    }

    @Override
    public void softplus(double[] z, double[] a, int length) {
        int whole = SPECIES.loopBound(length);
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector x = load(z, i);
            DoubleVector u = exp(x.abs().neg());
            DoubleVector t = u.mul(2.0).div(u.add(2.0));
            DoubleVector square = t.mul(t);
            DoubleVector positive = DoubleVector.zero(SPECIES).blend(x, x.compare(VectorOperators.GT, 0.0));
            positive.add(t.mul(square).fma(polynomial(Functions.LOG1P, square), t))
                    .intoArray(a, i);
        }
        for (int i = whole; i < length; i++) {
            a[i] = Functions.softplus(z[i]);
        }
    }

    /** Only the exponentials are in lanes: HotSpot's inlining gives up on a loop as long as all of it would be. */
    @Override
    public void erf(double[] z, double[] a, int length) {
        int whole = SPECIES.loopBound(length);
        for (int from = 0; from < whole; from += exponentials.length) {
            int to = Math.min(from + exponentials.length, whole);
            for (int i = from; i < to; i += LANES) {
                DoubleVector y = atMost(Functions.ERF_HIGHEST, load(z, i).abs());
                exp(y.mul(y).neg()).intoArray(exponentials, i - from);
            }
            for (int i = from; i < to; i++) {
                a[i] = Functions.erf(z[i], exponentials[i - from]);
            }
        }
        for (int i = whole; i < length; i++) {
            a[i] = Functions.erf(z[i]);
        }
    }

    private static DoubleVector exp(DoubleVector x) {
        DoubleVector y = atLeast(Functions.EXP_LOWEST, atMost(Functions.EXP_HIGHEST, x));
        DoubleVector rounded = round(y);
        DoubleVector n = rounded.sub(Functions.ROUND);
        DoubleVector high = n.fma(broadcast(-Functions.LN2_HIGH), y);
        DoubleVector r = n.fma(broadcast(-Functions.LN2_LOW), high);
        DoubleVector lost = n.fma(broadcast(-Functions.LN2_LOW), high.sub(r));
        DoubleVector one = broadcast(1.0);
        DoubleVector sum = one.add(r);
        DoubleVector rest = r.mul(r)
                .fma(polynomial(Functions.EXP, r), lost)
                .add(one.sub(sum).add(r));
        DoubleVector power = sum.add(rest);
        LongVector bits = rounded.reinterpretAsLongs();
        return power.mul(halfScale(bits)).mul(otherHalfScale(bits));
    }

    private static DoubleVector expm1Unsigned(DoubleVector x) {
        DoubleVector y = atLeast(Functions.EXPM1_LOWEST, atMost(Functions.EXP_HIGHEST, x));
        DoubleVector rounded = round(y);
        DoubleVector n = rounded.sub(Functions.ROUND);
        DoubleVector r = n.fma(broadcast(-Functions.LN2_LOW), n.fma(broadcast(-Functions.LN2_HIGH), y));
        DoubleVector power = r.mul(r).fma(polynomial(Functions.EXP, r), r);
        LongVector bits = rounded.reinterpretAsLongs();
        DoubleVector scale = halfScale(bits);
        DoubleVector otherScale = otherHalfScale(bits);
        DoubleVector reciprocal = LongVector.broadcast(bits.species(), Functions.RECIPROCAL)
                .sub(otherScale.reinterpretAsLongs())
                .reinterpretAsDoubles();
        return power.fma(scale, scale.sub(reciprocal)).mul(otherScale);
    }

    private static DoubleVector polynomial(double[] coefficients, DoubleVector x) {
        DoubleVector sum = broadcast(coefficients[0]);
        for (int i = 1; i < coefficients.length; i++) {
            sum = sum.fma(x, broadcast(coefficients[i]));
        }
        return sum;
    }

    private static DoubleVector round(DoubleVector y) {
        return y.fma(broadcast(Functions.LOG2_E), broadcast(Functions.ROUND));
    }

    private static DoubleVector halfScale(LongVector bits) {
        return bits.lanewise(VectorOperators.LSHR, 1)
                .lanewise(VectorOperators.LSHL, Functions.SIGNIFICAND)
                .reinterpretAsDoubles();
    }

    private static DoubleVector otherHalfScale(LongVector bits) {
        return bits.sub(bits.lanewise(VectorOperators.LSHR, 1))
                .lanewise(VectorOperators.LSHL, Functions.SIGNIFICAND)
                .reinterpretAsDoubles();
    }

    private static DoubleVector atMost(double bound, DoubleVector x) {
        return x.blend(bound, x.compare(VectorOperators.GT, bound));
    }

    private static DoubleVector atLeast(double bound, DoubleVector x) {
        return x.blend(bound, x.compare(VectorOperators.LT, bound));
    }

    /** {@code magnitude}, which is not negative, with the sign of {@code sign}. */
    private static DoubleVector copySign(DoubleVector magnitude, DoubleVector sign) {
        LongVector signs = sign.reinterpretAsLongs().and(Long.MIN_VALUE);
        return magnitude.reinterpretAsLongs().or(signs).reinterpretAsDoubles();
    }
}
