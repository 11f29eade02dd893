//! The seed of each case.

/// Another seed for every check and case, so that no two cases share their numbers.
///
/// A hash that is written down, so that the cases of an exercise do not change with the toolchain: FNV-1a (Fowler, Noll and
/// Vo 1991), stirred as in SplitMix64 (Steele, Lea and Flood 2014), because neighbouring seeds have to differ in every bit.
pub(super) fn case_seed(seed: u64, check: &str, number: u64) -> u64 {
    let bytes = seed.to_le_bytes().into_iter();
    let bytes = bytes.chain(check.bytes()).chain(number.to_le_bytes());
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

#[cfg(test)]
mod tests {
    use super::case_seed;

    #[test]
    fn the_seed_of_a_case_is_the_same_on_every_toolchain() {
        assert_eq!(case_seed(0, "mse", 0), SEED);
        let others = [
            case_seed(1, "mse", 0),
            case_seed(0, "mse", 1),
            case_seed(0, "msd", 0),
        ];
        for other in others {
            let differing = (other ^ SEED).count_ones();
            assert!((16..=48).contains(&differing), "{differing} bits of 64");
        }
    }

    const SEED: u64 = 18_218_591_022_200_333_064;
}
