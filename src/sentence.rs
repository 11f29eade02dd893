//! How everything that a learner reads is written down: whole, with named gaps, under an id, in one place per subject.
//!
//! A subject is a file that holds nothing else, `src/runner/words/health.rs` for instance. The three macros below turn
//! its lines into functions, so the compiler finds an id that does not exist, a gap without a value and a value without a
//! gap. Each file also has a table of what it holds, which a translator gets and `tests/words.rs` reads.
//!
//! A text without gaps becomes a function that gives a `&'static str`; one with gaps becomes a function that takes their
//! values, in the order in which they are declared, and gives a `String`:
//!
//! ```
//! mod words {
//!     use gradlings::sentences;
//!     sentences! {
//!         "oven";
//!         /// The oven cannot be used yet.
//!         cold = "The oven is cold: turn it on.";
//!         /// It was on for too long.
//!         hot(degrees) = "The oven is at {degrees} °C. Open its door.";
//!     }
//! }
//! assert_eq!(words::cold(), "The oven is cold: turn it on.");
//! assert_eq!(words::hot(250), "The oven is at 250 °C. Open its door.");
//! assert_eq!(words::SENTENCES[1].id, "oven.hot");
//! ```

/// What a text is, which decides what it may look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// One or more whole sentences.
    Sentence,
    /// A few words that stand alone: a title, a state in a header, a key's action.
    Label,
    /// What a thing is called where a gap asks for one: "a matrix", "the length of the first axis of `x`".
    Name,
}

/// A text as it is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its subject and its name: `health.loss_flat`.
    pub id: &'static str,
    /// What it is.
    pub kind: TextKind,
    /// The text, with its gaps in braces.
    pub english: &'static str,
    /// The names of its gaps, in the order in which their values are given.
    pub gaps: &'static [&'static str],
    /// When it is used, for a translator.
    pub when: &'static str,
}

/// Whole sentences of one subject. See the [module](crate::sentence).
#[macro_export]
macro_rules! sentences {
    ($subject:literal; $($rest:tt)*) => {
        $crate::texts! { SENTENCES Sentence $subject; $($rest)* }
    };
}

/// Labels of one subject: a few words that stand alone. See the [module](crate::sentence).
#[macro_export]
macro_rules! labels {
    ($subject:literal; $($rest:tt)*) => {
        $crate::texts! { LABELS Label $subject; $($rest)* }
    };
}

/// What things are called in one subject, to fill a gap of a sentence. See the [module](crate::sentence).
#[macro_export]
macro_rules! names {
    ($subject:literal; $($rest:tt)*) => {
        $crate::texts! { NAMES Name $subject; $($rest)* }
    };
}

/// What the three macros have in common: a function for each text, and the table of all of them.
#[doc(hidden)]
#[macro_export]
macro_rules! texts {
    ($table:ident $kind:ident $subject:literal;
     $($(#[doc = $when:literal])+ $id:ident $(($($gap:ident),+ $(,)?))? = $english:literal;)+) => {
        $($crate::text! { $(#[doc = $when])+ $id $(($($gap),+))? = $english })+

        /// What this file holds.
        pub const $table: &[$crate::sentence::Sentence] = &[$(
            $crate::sentence::Sentence {
                id: concat!($subject, ".", stringify!($id)),
                kind: $crate::sentence::TextKind::$kind,
                english: $english,
                gaps: &[$($(stringify!($gap)),+)?],
                when: concat!($($when),+),
            }
        ),+];
    };
}

/// The function of one text.
#[doc(hidden)]
#[macro_export]
macro_rules! text {
    ($(#[doc = $when:literal])+ $id:ident = $english:literal) => {
        $(#[doc = $when])+
        pub fn $id() -> &'static str {
            $english
        }
    };
    ($(#[doc = $when:literal])+ $id:ident ($($gap:ident),+) = $english:literal) => {
        $(#[doc = $when])+
        #[allow(clippy::too_many_arguments, reason = "a sentence has as many gaps as it needs")]
        pub fn $id($($gap: impl std::fmt::Display),+) -> String {
            format!($english, $($gap = $gap),+)
        }
    };
}
