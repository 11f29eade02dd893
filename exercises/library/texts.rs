//! Texts that a language model learns from, as numbers of their characters.

/// Alice's Adventures in Wonderland, by Lewis Carroll (1865, public domain), but for its last tenth: that is what a model is
/// examined on. All 70 characters of the book are in it.
///
/// ```
/// let alphabet = course::Alphabet::of(course::alice());
/// assert_eq!(alphabet.len(), 70);
/// ```
pub fn alice() -> &'static str {
    include_str!("files/alice.txt")
}

/// 313 poems of the Tang dynasty (7th to 10th century, public domain), each with its title and its author.
///
/// ```
/// assert!(course::tang_poems().contains("床前明月光"));
/// ```
pub fn tang_poems() -> &'static str {
    include_str!("files/tang_poems.txt")
}

/// The different characters of a text, each with a number from 0, in the order of Unicode. A character has a number whether
/// it is a letter, a Chinese character or an emoji.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alphabet(Vec<char>);

impl Alphabet {
    /// The alphabet of a text.
    pub fn of(text: &str) -> Self {
        let mut characters: Vec<char> = text.chars().collect();
        characters.sort_unstable();
        characters.dedup();
        Self(characters)
    }

    /// How many different characters there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The numbers of the characters of a text. Those that the alphabet does not have are left out.
    ///
    /// ```
    /// let alphabet = course::Alphabet::of("banana");
    /// assert_eq!(alphabet.encode("nab?"), [2, 0, 1]);
    /// ```
    pub fn encode(&self, text: &str) -> Vec<usize> {
        let number = |character: char| self.0.binary_search(&character).ok();
        text.chars().filter_map(number).collect()
    }

    /// The characters with these numbers. A number that the alphabet does not have is left out.
    ///
    /// ```
    /// let alphabet = course::Alphabet::of("banana");
    /// assert_eq!(alphabet.decode(&[2, 0, 1]), "nab");
    /// ```
    pub fn decode(&self, numbers: &[usize]) -> String {
        let character = |number: &usize| self.0.get(*number);
        numbers.iter().filter_map(character).collect()
    }
}

/// What a bigram table has on a text, in nats per character: it is counted on the first nine tenths, with 1 added to every
/// count, and measured on the rest. `tokens` are numbers below `symbols`. Infinity where there is nothing to measure.
///
/// ```
/// let alphabet = course::Alphabet::of("ab");
/// let always = alphabet.encode(&"ab".repeat(500));
/// assert!(course::bigram_nats(&always, 2) < 0.01);
/// ```
pub fn bigram_nats(tokens: &[usize], symbols: usize) -> f32 {
    let (seen, unseen) = tokens.split_at(tokens.len() / 10 * 9);
    let mut pairs = std::collections::HashMap::new();
    let mut firsts = vec![0.0; symbols];
    for pair in seen.windows(2) {
        if let Some(first) = firsts.get_mut(pair[0]) {
            *first += 1.0;
            *pairs.entry((pair[0], pair[1])).or_insert(0.0) += 1.0;
        }
    }
    let nats = |pair: &[usize]| -> f64 {
        let count = pairs.get(&(pair[0], pair[1])).unwrap_or(&0.0);
        let of = firsts.get(pair[0]).unwrap_or(&0.0);
        -((count + 1.0) / (of + symbols as f64)).ln()
    };
    let losses: Vec<f64> = unseen.windows(2).map(nats).collect();
    if losses.is_empty() {
        return f32::INFINITY;
    }
    (losses.iter().sum::<f64>() / losses.len() as f64) as f32
}
