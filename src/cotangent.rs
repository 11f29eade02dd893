//! The factors by which the elements of a tensor are added up to the one number that is differentiated.
//!
//! The exercise differentiates that sum and the judge measures its slope, so both have to take the same factors.

/// The factors for a value of `count` elements: the same ones for the same count, from 0.5 to 1.5 with either sign, so
/// that none is lost among the others. A value without axes is a single number, and is taken as it is.
pub(crate) fn factors(axes: usize, count: usize) -> impl Iterator<Item = f32> {
    let mut state = count as u64;
    (0..count).map(move |_| match axes {
        0 => 1.0,
        _ => factor(&mut state),
    })
}

/// The next of the factors.
fn factor(state: &mut u64) -> f32 {
    // SplitMix64.
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut bits = *state;
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^= bits >> 31;
    let size = 0.5 + (bits >> 40) as f32 / (1_u32 << 24) as f32;
    if bits & 1 == 0 { size } else { -size }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn factors_are_of_both_signs_and_none_is_small_or_large() {
        let all: Vec<f32> = factors(2, 1000).collect();
        assert!(all.iter().all(|factor| (0.5..1.5).contains(&factor.abs())));
        let positive = all.iter().filter(|&&factor| factor > 0.0).count();
        assert!((400..600).contains(&positive), "{positive}");
        assert_eq!(all, factors(2, 1000).collect::<Vec<f32>>());
    }

    #[test]
    fn a_single_number_is_taken_as_it_is() {
        assert_eq!(factors(0, 1).collect::<Vec<f32>>(), [1.0]);
        assert_ne!(factors(1, 1).collect::<Vec<f32>>(), [1.0]);
    }
}
