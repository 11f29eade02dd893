//! A hash with a seed.

/// A number below 2^32 for a text: the same text and the same seed always give the same number, and texts that differ in one
/// letter, or seeds that differ by one, give numbers that have nothing to do with each other.
///
/// FNV-1a over the bytes of seed and text (Fowler, Noll, Vo, 1991), with the last step of splitmix64 after it.
///
/// ```
/// use course::hash;
///
/// assert_eq!(hash(1, "the cat"), hash(1, "the cat"));
/// assert_ne!(hash(1, "the cat"), hash(2, "the cat"));
/// assert_ne!(hash(1, "the cat"), hash(1, "the hat"));
/// ```
#[must_use]
pub fn hash(seed: usize, text: &str) -> usize {
    let mut state: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in (seed as u64).to_le_bytes().into_iter().chain(text.bytes()) {
        state = (state ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (state >> 32) as usize
}
