//! Hints that give the solution away whole.

use crate::runner::workspace::exercise;

/// The functions (or types) of an exercise whose text in the solution stands in the hints, each with the number of the
/// hint that completes it, from 1.
///
/// What a learner has to write is what the solution has and the exercise has not, statement by statement. A hint may
/// show a statement, even a whole one; only where all of them stand in the hints is there nothing left to do.
pub fn given_away(hints: &[String], exercise: &str, solution: &str) -> Vec<(String, usize)> {
    let exercise = items(&exercise::code(exercise));
    let solution = items(&exercise::code(solution));
    let mut given = Vec::new();
    for item in solution {
        let same = exercise.iter().find(|other| other.name == item.name);
        let Some(same) = same else {
            // A helper of the solution's own: the learner may never need it.
            continue;
        };
        let to_write: Vec<&String> = item
            .statements
            .iter()
            .filter(|statement| !same.statements.contains(statement))
            .collect();
        if to_write.is_empty() {
            continue;
        }
        let mut told = String::new();
        for (number, hint) in hints.iter().enumerate() {
            told.push_str(&squeezed(hint));
            if to_write.iter().all(|statement| told.contains(*statement)) {
                given.push((item.name.clone(), number + 1));
                break;
            }
        }
    }
    given
}

/// One item at the left margin: a function, a type, a constant.
struct Item {
    name: String,
    /// Without any white space, so that the way a line is broken does not matter.
    statements: Vec<String>,
}

fn items(text: &str) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut body = String::new();
    let mut name = None;
    let mut finish = |name: Option<String>, body: &str| {
        if let Some(name) = name {
            items.push(Item {
                name,
                statements: statements(body),
            });
        }
    };
    for line in text.lines() {
        let code = line.split("//").next().unwrap_or_default();
        if let Some(named) = name_of(code) {
            finish(name.replace(named), &body);
            body.clear();
        }
        body.push_str(code);
        body.push('\n');
    }
    finish(name, &body);
    items
}

/// The name of the item that begins on this line, if one does.
fn name_of(line: &str) -> Option<String> {
    let line = line.strip_prefix("pub ").unwrap_or(line);
    let rest = ["fn ", "type ", "const ", "static ", "struct "]
        .iter()
        .find_map(|word| line.strip_prefix(word))?;
    let is_part = |letter: &char| letter.is_alphanumeric() || *letter == '_';
    Some(rest.chars().take_while(is_part).collect())
}

fn statements(body: &str) -> Vec<String> {
    let pieces = body.split([';', '{', '}']).map(squeezed).map(definition);
    pieces
        .filter(|piece| piece.chars().any(char::is_alphanumeric))
        .collect()
}

/// Of a type or a constant, what it is.
fn definition(piece: String) -> String {
    let bare = piece.strip_prefix("pub").unwrap_or(&piece);
    let is_definition = ["type", "const", "static"]
        .iter()
        .any(|word| bare.starts_with(word));
    match bare.split_once('=') {
        Some((_, value)) if is_definition => value.to_owned(),
        _ => piece,
    }
}

fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hint_may_show_pieces_but_not_the_whole() {
        let exercise = "use x;\n\npub fn f(x: u8) -> u8 {\n    todo!()\n}\n\npub type N = u8;\n\nfn main() {}\n";
        let one = "use x;\n\npub fn f(x: u8) -> u8 {\n    x.one()\n        .two() // why\n}\n\nfn main() {}\n";
        let two = "pub fn f(x: u8) -> u8 {\n    let y = x.one();\n    helper(y)\n}\n\nfn helper(y: u8) -> u8 {\n    y\n}\n";
        let network = "pub type N = (A, B);\n";
        type GivenAway<'a> = &'a [(&'a str, usize)];
        let table: [(&str, &[&str], GivenAway<'_>); 7] = [
            (one, &["Look at `.one()`.", "Then `.two()`."], &[]),
            (one, &["Look at it.", "It is `x.one().two()`."], &[("f", 2)]),
            (two, &["`let y = x.one();` comes first."], &[]),
            (
                two,
                &["`let y = x.one();` comes first.", "Then `helper(y)`."],
                &[("f", 2)],
            ),
            (network, &["`A` comes first, then `B`."], &[]),
            (network, &["It is `(A, B)`."], &[("N", 1)]),
            (one, &[], &[]),
        ];
        for (solution, hints, expected) in table {
            let hints: Vec<String> = hints.iter().map(|hint| (*hint).to_owned()).collect();
            let found = given_away(&hints, exercise, solution);
            let found: Vec<(&str, usize)> = found
                .iter()
                .map(|(name, at)| (name.as_str(), *at))
                .collect();
            assert_eq!(found, expected, "{hints:?}");
        }
    }
}
