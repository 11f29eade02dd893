//! A term of the glossary.

/// A term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// How it is called: `learning rate`.
    pub name: String,
    /// How else lessons write it, apart from a plural.
    pub also: Vec<String>,
    /// What it means, in a sentence or two.
    pub meaning: String,
    /// The name of the exercise whose lesson introduces it.
    pub exercise: String,
    /// The exercises whose lessons have the word in another sense.
    pub not_in: Vec<String>,
}

impl Term {
    /// Its name and its other spellings.
    pub fn spellings(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name)
            .chain(&self.also)
            .map(String::as_str)
    }
}

/// The ways in which a word may be written: as it is, and in the plural. Of the plurals, the wrong ones are never met.
pub fn forms(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned(), format!("{word}s"), format!("{word}es")];
    forms.extend(word.strip_suffix('y').map(|stem| format!("{stem}ies")));
    forms
}
