//! How sixteen outputs are summed up side by side: plainly, with AVX2, with AVX-512, or with the SIMD of WebAssembly.
//!
//! All is whole numbers, so every order of summing and every machine gives the same. Weights have eight bits, inputs
//! sixteen, sums thirty-two. No sum can overflow: of 256 products of 2^15 and 2^7 at most, or of 480 where the inputs are
//! three vectors that were brought to one length (`fixed::level`).
//!
//! One instruction of AVX2 makes sixteen products and adds each two, one of AVX-512 thirty-two, and adds them to the
//! sums as well, one of WebAssembly eight. A processor with AVX-512 has four times the registers, so that twelve inputs
//! meet a weight at a time; what a browser runs on may have the fewest.

use super::input::Row;

/// How many outputs are summed up side by side.
pub(super) const LANES: usize = 16;

/// Two weights of each of sixteen outputs, for two neighbouring components of the input.
pub(super) type Pairs = [[i16; 2]; LANES];

/// The sums of some inputs for sixteen outputs.
pub(super) type Sums<const ROWS: usize> = [[i32; LANES]; ROWS];

#[cfg(target_arch = "x86_64")]
pub(super) use pulp::x86::V3 as Avx2;

#[cfg(target_arch = "x86_64")]
pulp::simd_type!({
    /// Proof that the processor has AVX-512 with products of pairs that are added to sums.
    pub(super) struct Avx512 {
        avx2: f!("avx2"),
        avx512f: f!("avx512f"),
        avx512bw: f!("avx512bw"),
        avx512vl: f!("avx512vl"),
        avx512vnni: f!("avx512vnni"),
    }
});

/// On any processor.
#[cfg(any(test, not(all(target_arch = "wasm32", target_feature = "simd128"))))]
#[inline(always)]
pub(super) fn plain<const ROWS: usize>(rows: [Row<'_>; ROWS], blocks: &[Pairs]) -> Sums<ROWS> {
    rows.map(|row| {
        let mut sums = [0; LANES];
        for (nth, blocks) in blocks.chunks_exact(row.width).enumerate() {
            for (input, weights) in row.vector(nth).iter().zip(blocks) {
                let [first, second] = input.map(i32::from);
                for (sum, [one, other]) in sums.iter_mut().zip(weights) {
                    *sum += first * i32::from(*one) + second * i32::from(*other);
                }
            }
        }
        sums
    })
}

#[cfg(target_arch = "x86_64")]
#[inline(always)]
pub(super) fn narrow<const ROWS: usize>(
    simd: Avx2,
    rows: [Row<'_>; ROWS],
    blocks: &[Pairs],
) -> Sums<ROWS> {
    let mut sums = [[simd.splat_i32x8(0); 2]; ROWS];
    for (nth, blocks) in blocks.chunks_exact(rows[0].width).enumerate() {
        let vectors = rows.map(|row| row.vector(nth));
        for (pair, weights) in blocks.iter().enumerate() {
            let weights: [pulp::i16x16; 2] = pulp::cast(*weights);
            for (vector, sums) in vectors.iter().zip(&mut sums) {
                let input = pulp::cast(simd.splat_i32x8(pulp::cast(vector[pair])));
                for (sum, weights) in sums.iter_mut().zip(weights) {
                    let products = simd.multiply_wrapping_add_adjacent_i16x16(input, weights);
                    *sum = simd.wrapping_add_i32x8(*sum, products);
                }
            }
        }
    }
    sums.map(pulp::cast)
}

#[cfg(target_arch = "x86_64")]
#[inline(always)]
pub(super) fn wide<const ROWS: usize>(
    simd: Avx512,
    rows: [Row<'_>; ROWS],
    blocks: &[Pairs],
) -> Sums<ROWS> {
    let mut sums = [simd.avx512f._mm512_setzero_si512(); ROWS];
    for (nth, blocks) in blocks.chunks_exact(rows[0].width).enumerate() {
        let vectors = rows.map(|row| row.vector(nth));
        for (pair, weights) in blocks.iter().enumerate() {
            let weights = pulp::cast(*weights);
            for (vector, sum) in vectors.iter().zip(&mut sums) {
                let input = simd.avx512f._mm512_set1_epi32(pulp::cast(vector[pair]));
                // The compiler makes one instruction of both.
                let products = simd.avx512bw._mm512_madd_epi16(input, weights);
                *sum = simd.avx512f._mm512_add_epi32(*sum, products);
            }
        }
    }
    sums.map(pulp::cast)
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[inline(always)]
pub(super) fn narrowest<const ROWS: usize>(rows: [Row<'_>; ROWS], blocks: &[Pairs]) -> Sums<ROWS> {
    use std::arch::wasm32::{i32x4_add, i32x4_dot_i16x8, i32x4_splat, v128};
    let mut sums = [[i32x4_splat(0); 4]; ROWS];
    for (nth, blocks) in blocks.chunks_exact(rows[0].width).enumerate() {
        let vectors = rows.map(|row| row.vector(nth));
        for (pair, weights) in blocks.iter().enumerate() {
            let weights: [v128; 4] = pulp::cast(*weights);
            for (vector, sums) in vectors.iter().zip(&mut sums) {
                let input = i32x4_splat(pulp::cast(vector[pair]));
                for (sum, weights) in sums.iter_mut().zip(weights) {
                    *sum = i32x4_add(*sum, i32x4_dot_i16x8(input, weights));
                }
            }
        }
    }
    sums.map(pulp::cast)
}
