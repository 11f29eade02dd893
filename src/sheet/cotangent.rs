//! How a function that returns a tensor is differentiated: through one number, made of all elements.

/// The factor of each of `count` elements, before they are added up and played back: from 0.5 to 1.5 with either sign, so
/// that none is lost among the others. They follow from the number of elements alone, and look random, so that a gradient
/// that is wrong for any element is wrong for their sum.
pub fn cotangent(count: usize) -> Vec<f32> {
    let mut state = count as u64;
    let factor = |_| {
        // SplitMix64 (Steele, Lea and Flood 2014).
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = state;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^= bits >> 31;
        // Twenty-four bits fill the fraction of an `f32`.
        let size = 0.5 + (bits >> 40) as f32 / (1_u64 << 24) as f32;
        if bits & 1 == 0 { size } else { -size }
    };
    (0..count).map(factor).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn factors_are_of_either_sign_none_is_small_and_no_two_are_alike() {
        let factors = cotangent(1000);
        assert!(factors.iter().all(|it| (0.5..=1.5).contains(&it.abs())));
        let negative = factors.iter().filter(|it| **it < 0.0).count();
        assert!((400..600).contains(&negative), "{negative}");
        let mut sorted = factors.clone();
        sorted.sort_by(f32::total_cmp);
        sorted.dedup();
        assert!(sorted.len() > 990, "{}", sorted.len());
        assert_eq!(cotangent(1000), factors);
    }
}
