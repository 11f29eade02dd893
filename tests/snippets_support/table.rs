//! The table of what snippets need around them to compile.

use std::collections::BTreeMap;

use serde::Deserialize;

/// What there is to know of the snippets of one exercise.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// What is not Rust.
    #[serde(default)]
    pub formulas: Vec<String>,
    /// What is.
    #[serde(default)]
    pub code: Vec<Context>,
}

/// A snippet, and what makes a function of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Context {
    /// Word for word.
    pub snippet: String,
    /// The parameters of the function, with their types: `x: Matrix<T>`.
    #[serde(default)]
    pub given: String,
    /// The body of the function, with a `$` in the place of the snippet.
    pub within: Option<String>,
    /// What stands for each `...` of the snippet.
    #[serde(default)]
    pub fill: Vec<String>,
    /// What rustc says of it, where the text shows it as a mistake.
    pub refused: Option<String>,
}

impl Context {
    /// The snippet with its gaps filled.
    pub fn filled(&self) -> String {
        let mut filled = self.snippet.clone();
        for text in &self.fill {
            filled = filled.replacen("...", text, 1);
        }
        filled
    }

    /// The function's body.
    pub fn body(&self) -> String {
        let code = self.filled();
        match &self.within {
            Some(within) => within.replace('$', &code),
            None if code.ends_with(';') => code,
            None if code.starts_with("let ") => format!("{code};"),
            None => format!("let _ = {code}\n;"),
        }
    }
}

/// The table, by exercise.
pub fn table() -> BTreeMap<String, Table> {
    toml::from_str(include_str!("table.toml")).expect("the table is sound")
}
