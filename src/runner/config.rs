//! The learner's own settings: a small file that is read once. What is wrong in it is said with its line and its mend, and
//! the rest of it holds all the same: nobody should be kept from a lesson by a slip in a settings file.

use std::fs;
use std::io::ErrorKind;
use std::ops::Range;
use std::path::{Path, PathBuf};

use etcetera::{BaseStrategy, choose_base_strategy};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::runner::problem::Problem;
use crate::runner::words::screen::settings as words;

/// Names that can stand in the file, outside of `[keys]`.
const NAMES: [&str; 9] = [
    "theme", "ascii", "images", "mouse", "links", "split", "notify", "editor", "keys",
];

/// The settings. What is `None` was not set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// The name of the theme.
    pub theme: Option<Placed<String>>,
    /// Whether only ASCII is drawn.
    pub ascii: Option<bool>,
    /// Whether pictures are shown pixel by pixel where the terminal can.
    pub images: Option<bool>,
    /// Whether the mouse is listened to from the start.
    pub mouse: Option<bool>,
    /// Whether paths are links.
    pub links: Option<bool>,
    /// Whether an editor of the terminal gets a pane of its own in tmux and Zellij.
    pub split: Option<bool>,
    /// Whether the terminal is asked to call a person back once a long wait is over.
    pub notify: Option<bool>,
    /// The editor; it goes before `$VISUAL` and `$EDITOR`.
    pub editor: Option<String>,
    /// The names of actions with the keys that are to do them.
    pub keys: Vec<KeySetting>,
}

/// A setting, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<T> {
    /// The setting.
    pub value: T,
    /// `file:line`.
    pub place: String,
}

/// The keys of an action, and where that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeySetting {
    /// The name of the action.
    pub action: String,
    /// The keys as they were written.
    pub keys: Vec<String>,
    /// `file:line`.
    pub place: String,
}

/// Where the file is when nobody names one: `~/.config/gradlings/config.toml` on Unix.
pub fn path() -> Option<PathBuf> {
    let folders = choose_base_strategy().ok()?;
    Some(folders.config_dir().join("gradlings").join("config.toml"))
}

/// Reads the file that was named, else the learner's own where there is one. The problems are no reason to stop.
pub fn read(named: Option<&Path>) -> (Config, Vec<Problem>) {
    let Some(file) = named.map(Path::to_owned).or_else(path) else {
        return (Config::default(), Vec::new());
    };
    match fs::read_to_string(&file) {
        Ok(text) => parse(&text, &file.display().to_string()),
        Err(error) if error.kind() == ErrorKind::NotFound && named.is_none() => {
            (Config::default(), Vec::new())
        }
        Err(error) => {
            let problem = Problem::new(words::unreadable(error), words::another_file());
            (Config::default(), vec![problem.at(file.display())])
        }
    }
}

/// Takes the settings out of the text of a file with this name.
pub fn parse(text: &str, file: &str) -> (Config, Vec<Problem>) {
    let mut reading = Reading {
        text,
        file,
        problems: Vec::new(),
    };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let place = reading.place(error.span().unwrap_or_default());
        let problem = Problem::new(words::not_toml(error.message()), words::write_toml());
        reading.problems.push(problem.at(place));
    }
    let config = reading.settings(table.get_ref());
    (config, reading.problems)
}

struct Reading<'t> {
    text: &'t str,
    file: &'t str,
    problems: Vec<Problem>,
}

impl Reading<'_> {
    fn settings(&mut self, table: &DeTable<'_>) -> Config {
        let mut config = Config::default();
        for (name, value) in table {
            match name.get_ref().as_ref() {
                "theme" => {
                    let place = self.place(value.span());
                    let theme = self.word(value);
                    config.theme = theme.map(|value| Placed { value, place });
                }
                "editor" => config.editor = self.word(value),
                "ascii" => config.ascii = self.switch(value),
                "images" => config.images = self.switch(value),
                "mouse" => config.mouse = self.switch(value),
                "links" => config.links = self.switch(value),
                "split" => config.split = self.switch(value),
                "notify" => config.notify = self.switch(value),
                "keys" => config.keys = self.keys(value),
                other => {
                    let names = NAMES.map(|name| format!("`{name}`")).join(", ");
                    self.wrong(name.span(), words::unknown(other), words::known(names));
                }
            }
        }
        config
    }

    fn keys(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<KeySetting> {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong(value.span(), words::keys_no_table(), words::write_table());
            return Vec::new();
        };
        let mut settings: Vec<(usize, KeySetting)> = Vec::new();
        for (name, value) in table {
            if let Some(keys) = self.words(value) {
                let place = self.place(name.span());
                let action = name.get_ref().to_string();
                let setting = KeySetting {
                    action,
                    keys,
                    place,
                };
                settings.push((name.span().start, setting));
            }
        }
        // A table is sorted by name; people count from the top of the file.
        settings.sort_by_key(|(start, _)| *start);
        settings.into_iter().map(|(_, setting)| setting).collect()
    }

    /// A word, or a list of them.
    fn words(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Vec<String>> {
        match value.get_ref() {
            DeValue::String(word) => Some(vec![word.to_string()]),
            DeValue::Array(list) => list.iter().map(|word| self.word(word)).collect(),
            _ => {
                self.wrong(value.span(), words::no_key(), words::write_keys());
                None
            }
        }
    }

    fn word(&mut self, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let word = value.get_ref().as_str().map(str::to_owned);
        if word.is_none() {
            self.wrong(value.span(), words::no_word(), words::write_word());
        }
        word
    }

    fn switch(&mut self, value: &Spanned<DeValue<'_>>) -> Option<bool> {
        let switch = value.get_ref().as_bool();
        if switch.is_none() {
            self.wrong(value.span(), words::no_switch(), words::write_switch());
        }
        switch
    }

    fn wrong(&mut self, span: Range<usize>, what: impl Into<String>, next: impl Into<String>) {
        let place = self.place(span);
        self.problems.push(Problem::new(what, next).at(place));
    }

    fn place(&self, span: Range<usize>) -> String {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        format!("{}:{}", self.file, 1 + before.matches('\n').count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_is_read() {
        let text = "theme = \"light\"\nascii = true\nimages = false\nmouse = true\nlinks = false\nsplit = false\nnotify = false\n\
                    editor = \"hx\"\n[keys]\nquit = \"Q\"\ndown = [\"n\", \"down\"]\n";
        let (config, problems) = parse(text, "c.toml");
        assert_eq!(problems, []);
        let theme = Placed {
            value: "light".to_owned(),
            place: "c.toml:1".to_owned(),
        };
        assert_eq!(config.theme, Some(theme));
        assert_eq!(
            (
                config.ascii,
                config.images,
                config.mouse,
                config.links,
                config.split,
                config.notify
            ),
            (
                Some(true),
                Some(false),
                Some(true),
                Some(false),
                Some(false),
                Some(false)
            )
        );
        assert_eq!(config.editor.as_deref(), Some("hx"));
        let places: Vec<&str> = config.keys.iter().map(|key| key.place.as_str()).collect();
        assert_eq!(places, ["c.toml:10", "c.toml:11"]);
        let words = ["n", "down"].map(str::to_owned).to_vec();
        assert_eq!(config.keys[1].action, "down");
        assert_eq!(config.keys[1].keys, words);
    }

    #[test]
    fn whatever_is_wrong_is_said_with_its_line_and_the_rest_holds() {
        let table = [
            ("mouse = yes\n", 2, "not TOML"),
            ("mouse = \"yes\"\n", 2, "on or off"),
            ("theme = 3\n", 2, "in quotes"),
            ("colour = \"red\"\n", 2, "no setting `colour`"),
            ("keys = 3\n", 2, "not a table"),
            ("[keys]\nquit = 3\n", 3, "A key is missing"),
            ("[keys]\nquit = [\"q\", 3]\n", 3, "in quotes"),
            ("mouse = \n", 2, "not TOML"),
        ];
        for (wrong, line, said) in table {
            let (config, problems) = parse(&format!("links = false\n{wrong}"), "c.toml");
            assert_eq!(config.links, Some(false), "{wrong}");
            let problem = problems.first().expect(wrong);
            assert!(problem.what.contains(said), "{wrong}: {problem}");
            assert_eq!(problem.place, Some(format!("c.toml:{line}")), "{wrong}");
            assert!(!problem.next.is_empty());
        }
    }

    #[test]
    fn no_text_at_all_makes_it_panic() {
        for text in ["", "\u{feff}", "[[keys]]", "[keys", "=", "a.b.c = 1", "\0"] {
            parse(text, "c.toml");
        }
    }

    #[test]
    fn a_file_that_was_named_and_is_not_there_is_a_problem() {
        let (config, problems) = read(Some(Path::new("/nowhere/at/all.toml")));
        assert_eq!(config, Config::default());
        assert_eq!(problems.len(), 1);
    }
}
