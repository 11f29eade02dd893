//! The keys as they are for this learner: the table, with what the settings changed.

use std::collections::HashSet;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::runner::config::KeySetting;
use crate::runner::problem::Problem;
use crate::runner::tui::action::Action;
use crate::runner::tui::keys::{Binding, Context, Key, TABLE};
use crate::runner::tui::names;
use crate::runner::tui::spelling;
use crate::runner::words::screen::keymap as words;

/// Actions without which nobody finds the way out.
const NEEDED: [Action; 5] = [
    Action::Quit,
    Action::Back,
    Action::Help,
    Action::Yes,
    Action::No,
];

/// The keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    rows: Vec<Bound>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The keys.
    pub keys: Vec<Key>,
    /// How the first of them is written.
    pub written: String,
    /// What they do.
    pub action: Action,
    /// Where they do it.
    pub contexts: Vec<Context>,
    /// How long it stays in the key bar when that gets short; 0 is never in it.
    pub weight: u8,
}

/// What the settings ask for.
#[derive(Clone, Debug)]
struct Wish<'c> {
    action: Action,
    name: &'c str,
    keys: Vec<Key>,
    place: &'c str,
}

impl Default for Keymap {
    fn default() -> Keymap {
        Keymap::with(&[])
    }
}

impl Keymap {
    /// The table with the wishes of the settings. A wish that cannot be fulfilled is a problem, and its action keeps the
    /// keys of the table.
    pub fn of(settings: &[KeySetting]) -> (Keymap, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut wishes: Vec<Wish<'_>> = Vec::new();
        for setting in settings {
            match wish(setting) {
                Ok(wish) => wishes.push(wish),
                Err(problem) => problems.push(problem.at(&setting.place)),
            }
        }
        loop {
            let keymap = Keymap::with(&wishes);
            let Some((at, problem)) = keymap.conflict(&wishes) else {
                return (keymap, problems);
            };
            problems.push(problem);
            wishes.remove(at);
        }
    }

    fn with(wishes: &[Wish<'_>]) -> Keymap {
        let rows = TABLE
            .iter()
            .flat_map(|binding| {
                let wish = wishes.iter().find(|wish| wish.action == binding.action);
                wished(binding, wish.map_or(binding.keys, |wish| &wish.keys))
            })
            .collect();
        Keymap { rows }
    }

    /// The first key that would do two things, as the number of the wish that has to go, and why.
    fn conflict(&self, wishes: &[Wish<'_>]) -> Option<(usize, Problem)> {
        let contexts: Vec<Context> = self
            .rows
            .iter()
            .flat_map(|row| row.contexts.clone())
            .collect();
        for context in contexts {
            let rows: Vec<&Bound> = self.rows(context).collect();
            for (at, row) in rows.iter().enumerate() {
                for other in &rows[..at] {
                    let Some(key) = row.keys.iter().find(|key| other.keys.contains(key)) else {
                        continue;
                    };
                    let wish = |action| wishes.iter().rposition(|wish| wish.action == action);
                    let culprit = wish(row.action).max(wish(other.action))?;
                    let both = [other.action, row.action];
                    return Some((culprit, twice(*key, both, context, &wishes[culprit])));
                }
            }
        }
        None
    }

    /// The rows of a context that have a key.
    pub fn rows(&self, context: Context) -> impl Iterator<Item = &Bound> {
        self.rows
            .iter()
            .filter(move |row| !row.keys.is_empty() && row.contexts.contains(&context))
    }

    /// What a key does in a context.
    pub fn lookup(&self, context: Context, event: KeyEvent) -> Option<Action> {
        if event.modifiers.contains(KeyModifiers::ALT) {
            return None;
        }
        let pressed = Key {
            code: event.code,
            ctrl: event.modifiers.contains(KeyModifiers::CONTROL),
        };
        self.rows(context)
            .find(|row| row.keys.contains(&pressed))
            .map(|row| row.action)
    }

    /// The key of an action, as it is written; empty where it has none.
    pub fn written(&self, action: Action) -> &str {
        let mut rows = self.rows.iter();
        let row = rows.find(|row| row.action == action && !row.keys.is_empty());
        row.map_or("", |row| &row.written)
    }

    /// The key of an action, as it is written; the name of the action where it has no key.
    pub fn key(&self, action: Action) -> &str {
        match self.written(action) {
            "" => names::name(action).unwrap_or("?"),
            written => written,
        }
    }
}

fn bound(binding: &Binding, keys: Vec<Key>, contexts: &[Context]) -> Bound {
    Bound {
        written: keys
            .first()
            .copied()
            .map(spelling::written)
            .unwrap_or_default(),
        keys,
        action: binding.action,
        contexts: contexts.to_vec(),
        weight: binding.weight,
    }
}

/// A row with other keys. Where text is typed a letter is a letter: there the keys of the table stay. A key that the table gives to
/// the action in other places only may do something else there, and stays in those.
fn wished(binding: &Binding, keys: &[Key]) -> Vec<Bound> {
    let (typing, others): (Vec<Context>, Vec<Context>) = binding
        .contexts
        .iter()
        .partition(|context| context.is_typing());
    let mut rows = Vec::new();
    if !others.is_empty() {
        rows.push(bound(binding, keys.to_vec(), &others));
    }
    if !typing.is_empty() {
        let has = |it: &Binding, key: &Key| it.action == binding.action && it.keys.contains(key);
        let elsewhere =
            |key: &Key| !binding.keys.contains(key) && TABLE.iter().any(|it| has(it, key));
        let mut kept: Vec<Key> = keys.to_vec();
        kept.retain(|key| !is_text(*key) && !elsewhere(key));
        if kept.is_empty() {
            kept = binding.keys.to_vec();
        }
        rows.push(bound(binding, kept, &typing));
    }
    rows
}

fn is_text(key: Key) -> bool {
    matches!(key.code, KeyCode::Char(_)) && !key.ctrl
}

fn wish(setting: &KeySetting) -> Result<Wish<'_>, Problem> {
    let name = &setting.action;
    let Some(action) = names::action(name) else {
        let known: Vec<&str> = names::NAMES.iter().map(|(name, _)| *name).collect();
        let near = similar::get_close_matches(name.as_str(), &known, 1, 0.5);
        let next = match near.first() {
            Some(near) => words::did_you_mean(near),
            None => words::every_name().to_owned(),
        };
        return Err(Problem::new(words::unknown_action(name), next));
    };
    let mut keys = Vec::new();
    for word in &setting.keys {
        let key = spelling::parse(word)
            .ok_or_else(|| Problem::new(words::unknown_key(word, name), words::write_a_key()))?;
        keys.push(key);
    }
    let mut seen = HashSet::new();
    keys.retain(|key| seen.insert(spelling::setting(*key)));
    if keys.is_empty() && NEEDED.contains(&action) {
        return Err(Problem::new(words::needed(name), words::give_it_one(name)));
    }
    let place = setting.place.as_str();
    Ok(Wish {
        action,
        name,
        keys,
        place,
    })
}

fn twice(key: Key, both: [Action; 2], context: Context, wish: &Wish<'_>) -> Problem {
    let [one, other] = both.map(|action| names::name(action).unwrap_or(words::another_action()));
    let other_name = if wish.name == one { other } else { one };
    Problem::new(
        words::twice(
            spelling::written(key),
            one,
            other,
            context.whereabouts(),
            wish.name,
        ),
        words::another_key(other_name),
    )
    .at(wish.place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(lines: &[(&str, &[&str])]) -> Vec<KeySetting> {
        let placed = |(at, (name, keys)): (usize, &(&str, &[&str]))| {
            let keys = keys.iter().map(|key| (*key).to_owned()).collect();
            KeySetting {
                action: (*name).to_owned(),
                keys,
                place: format!("c.toml:{}", at + 2),
            }
        };
        lines.iter().enumerate().map(placed).collect()
    }

    fn does(keymap: &Keymap, context: Context, key: &str) -> Option<Action> {
        let key = spelling::parse(key).expect(key);
        let modifiers = if key.ctrl {
            KeyModifiers::CONTROL
        } else {
            KeyModifiers::NONE
        };
        keymap.lookup(context, KeyEvent::new(key.code, modifiers))
    }

    #[test]
    fn an_action_gets_the_keys_of_the_settings_and_loses_its_own() {
        let (keymap, problems) = Keymap::of(&settings(&[("hint", &["H", "f2"])]));
        assert_eq!(problems, []);
        assert_eq!(does(&keymap, Context::Watch, "H"), Some(Action::Hint));
        assert_eq!(does(&keymap, Context::Hints, "f2"), Some(Action::Hint));
        assert_eq!(does(&keymap, Context::Watch, "h"), None);
        assert_eq!(keymap.key(Action::Hint), "H");
    }

    #[test]
    fn two_actions_may_change_places() {
        let (keymap, problems) = Keymap::of(&settings(&[("hint", &["l"]), ("list", &["h"])]));
        assert_eq!(problems, []);
        assert_eq!(does(&keymap, Context::Watch, "l"), Some(Action::Hint));
        assert_eq!(does(&keymap, Context::Watch, "h"), Some(Action::Map));
    }

    #[test]
    fn a_key_for_two_things_is_refused_with_its_line_and_nothing_is_lost() {
        let wishes = settings(&[("zoom", &["Z"]), ("hint", &["l"])]);
        let (keymap, problems) = Keymap::of(&wishes);
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].place.as_deref(), Some("c.toml:3"));
        assert!(
            problems[0].what.contains("both `hint` and `list`"),
            "{}",
            problems[0]
        );
        assert_eq!(does(&keymap, Context::Watch, "h"), Some(Action::Hint));
        assert_eq!(does(&keymap, Context::Watch, "l"), Some(Action::Map));
        assert_eq!(does(&keymap, Context::Watch, "Z"), Some(Action::Zoom));
    }

    #[test]
    fn what_cannot_be_is_refused_with_a_mend() {
        let table: [(&str, &[&str], &str); 4] = [
            ("hnit", &["H"], "did you mean `hint`?"),
            ("hint", &["hyper-h"], "`hyper-h` is no key"),
            ("quit", &[], "nobody finds the way out"),
            (
                "nothing like it",
                &["H"],
                "`gradlings config` prints every name",
            ),
        ];
        for (name, keys, said) in table {
            let (keymap, problems) = Keymap::of(&settings(&[(name, keys)]));
            assert_eq!(problems.len(), 1, "{name}");
            assert!(problems[0].to_string().contains(said), "{}", problems[0]);
            assert!(problems[0].place.is_some());
            assert_eq!(keymap, Keymap::default());
        }
    }

    #[test]
    fn an_action_can_be_without_a_key() {
        let (keymap, problems) = Keymap::of(&settings(&[("reset", &[])]));
        assert_eq!(problems, []);
        assert_eq!(does(&keymap, Context::Watch, "x"), None);
        assert!(
            keymap
                .rows(Context::Watch)
                .all(|row| row.action != Action::Reset)
        );
    }

    #[test]
    fn a_letter_stays_a_letter_where_text_is_typed() {
        let wishes = settings(&[("back", &["B"]), ("quit-now", &["Q"]), ("down", &["n"])]);
        let (keymap, problems) = Keymap::of(&wishes);
        // `n` already goes on to the next exercise.
        assert_eq!(problems.len(), 1);
        for letter in ["B", "Q", "n"] {
            assert_eq!(does(&keymap, Context::Filter, letter), None);
        }
        assert_eq!(does(&keymap, Context::Filter, "esc"), Some(Action::Back));
        assert_eq!(does(&keymap, Context::Map, "B"), Some(Action::Back));
        assert_eq!(does(&keymap, Context::Map, "esc"), None);
    }

    #[test]
    fn a_key_that_ends_the_lines_of_a_program_scrolls_elsewhere_only() {
        let wishes = settings(&[("page-down", &["page-down", "ctrl-d", "f6"])]);
        let (keymap, problems) = Keymap::of(&wishes);
        assert_eq!(problems, []);
        let table = [
            (Context::Watch, "ctrl-d", Action::PageDown),
            (Context::Trial, "ctrl-d", Action::EndLines),
            (Context::Trial, "f6", Action::PageDown),
            (Context::Trial, "page-down", Action::PageDown),
            (Context::Trial, "f1", Action::Help),
        ];
        for (context, key, action) in table {
            assert_eq!(does(&keymap, context, key), Some(action), "{key}");
        }
        assert_eq!(does(&keymap, Context::Trial, "u"), None);
    }
}
