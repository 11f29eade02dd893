//! How `number` and `clean` are checked. The lines of most cases belong to a handful of rings, so that many come back, and
//! each number is written in a form of its own.

#[path = "../../solutions/01_data/clean.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use gradlings::values::Wire;
use solution::{clean, number};

type Cleaned = (Vec<String>, Vec<Vec<f32>>);

/// What is told of a cell: the number as it stands there, with a point, and its unit.
fn parsed(cell: &str) -> (Option<f32>, Option<String>) {
    let cell = cell.replace(',', ".");
    let mut words = cell.split_whitespace();
    let number = words.next().and_then(|word| word.parse().ok());
    let number = number.filter(|x: &f32| !x.is_nan());
    (number, words.next().map(str::to_owned))
}

/// The number of a cell, changed, where a centimetre and a kilogram are worth so much.
fn worth(cell: &str, change: fn(f32) -> f32, cm: f32, kg: f32) -> Option<f32> {
    let (number, unit) = parsed(cell);
    let factor = match unit.as_deref() {
        Some("cm") => cm,
        Some("kg") => kg,
        _ => 1.0,
    };
    number.map(|x| change(x) * factor)
}

/// Whether a cell is the word `NaN`, as Rust reads it: in large letters or small.
fn is_word_nan(cell: &str) -> bool {
    cell.trim().eq_ignore_ascii_case("nan")
}

/// What one line says: its ring, its length and its weight.
struct Line {
    text: String,
    ring: String,
    length: Option<f32>,
    weight: Option<f32>,
}

impl Line {
    fn of(text: &str) -> Line {
        let cells = Vec::from_iter(text.split(';').map(str::trim));
        Line {
            text: text.to_owned(),
            ring: cells[0].to_owned(),
            length: number(cells[1].to_owned()),
            weight: number(cells[2].to_owned()),
        }
    }

    fn has_gap(&self) -> bool {
        self.length.is_none() || self.weight.is_none()
    }

    /// Which of the two are outside of the ends, below and above.
    fn outside(&self) -> [(bool, bool); 2] {
        let sides = |x: Option<f32>, low, high| x.map_or((false, false), |x| (x < low, x > high));
        [
            sides(self.length, 10.0, 100.0),
            sides(self.weight, 500.0, 10_000.0),
        ]
    }

    fn is_impossible(&self) -> bool {
        self.outside().iter().any(|&(below, above)| below || above)
    }

    /// Whether one of these has its ring.
    fn is_among(&self, lines: &[Line]) -> bool {
        lines.iter().any(|line| line.ring == self.ring)
    }

    fn row(&self) -> Vec<f32> {
        vec![self.length.unwrap_or(0.0), self.weight.unwrap_or(0.0)]
    }
}

/// What a line is called if this is so of it, of the lines that were kept before it, and of all before it.
type Rule = (&'static str, fn(&Line, &[Line], &[Line]) -> bool);

const GAP: Rule = ("gap", |line, _, _| line.has_gap());
const IMPOSSIBLE: Rule = ("impossible", |line, _, _| line.is_impossible());
const DUPLICATE: Rule = ("duplicate", |line, kept, _| line.is_among(kept));

/// One word for each line, by the first rule that fits, and the rows that are kept.
fn judged(lines: Vec<String>, rules: &[Rule]) -> Cleaned {
    let (mut words, mut kept, mut all) = (vec![], vec![], vec![]);
    for text in lines {
        let line = Line::of(&text);
        let rule = rules.iter().find(|rule| rule.1(&line, &kept, &all));
        let word = rule.map_or("kept", |rule| rule.0);
        if rule.is_none() {
            kept.push(line);
        }
        all.push(Line::of(&text));
        words.push(word.to_owned());
    }
    (words, kept.iter().map(Line::row).collect())
}

/// The right words, with the rows that have another one thrown in.
fn with_rows_of(lines: Vec<String>, and: &str) -> Cleaned {
    let (words, _) = clean(lines.clone());
    let rows = lines.iter().zip(&words);
    let rows = rows.filter(|(_, word)| *word == "kept" || *word == and);
    let rows = rows.map(|(line, _)| Line::of(line).row()).collect();
    (words, rows)
}

/// What is wrong with the rows, as the lines that are called kept give them. Whether these are the right lines is told of
/// the words.
fn objection(inputs: &[Value], answer: &[Value]) -> Option<String> {
    let lines = Vec::<String>::from_value(inputs[0].clone()).ok()?;
    let words = Vec::<String>::from_value(answer[0].clone()).ok()?;
    let Ok(rows) = Vec::<Vec<f32>>::from_value(answer[1].clone()) else {
        return Some("Your second result is not a list of rows.".into());
    };
    if words.len() != lines.len() {
        return None;
    }
    let kept = lines.iter().zip(&words);
    let kept = Vec::from_iter(kept.filter(|(_, word)| *word == "kept"));
    if kept.len() != rows.len() {
        return Some(format!(
            "The number of lines that you call `kept` is {}, and the number of your rows is {}; there is one \
             row for each of these lines, and no other.",
            kept.len(),
            rows.len()
        ));
    }
    let lines = kept.into_iter().map(|(text, _)| Line::of(text));
    let is_near = |(x, y): (&f32, f32)| (x - y).abs() <= 1e-3 + 1e-5 * y.abs();
    lines.zip(rows).enumerate().find_map(|(at, (line, row))| {
        let right = line.row();
        let is_right = row.len() == 2 && row.iter().zip(right.clone()).all(is_near);
        (!is_right && !line.has_gap()).then(|| {
            format!(
                "Row {}, counted from 1, is {row:?}; the line that it belongs to, `{}`, gives {right:?}.",
                at + 1,
                line.text
            )
        })
    })
}

/// A number with so many digits behind its point, from a whole number of its last digits.
fn decimal(digits: usize, behind: u32, comma: bool) -> String {
    let one = 10_usize.pow(behind);
    let (whole, rest) = (digits / one, digits % one);
    let point = if comma { ',' } else { '.' };
    format!("{whole}{point}{rest:0width$}", width = behind as usize)
}

/// A length, given in tenths of a millimetre, in one of its forms.
fn length(g: &mut Generator, tenths: usize) -> String {
    let comma = g.integer(0..2) == 0;
    match g.integer(0..3) {
        0 => decimal(tenths, 1, comma),
        1 => format!("{} mm", decimal(tenths, 1, comma)),
        _ => format!("{} cm", decimal(tenths, 2, comma)),
    }
}

/// A weight, given in grams, in one of its forms.
fn weight(g: &mut Generator, grams: usize) -> String {
    let comma = g.integer(0..2) == 0;
    match g.integer(0..3) {
        0 => format!("{grams}"),
        1 => format!("{grams} g"),
        _ => format!("{} kg", decimal(grams, 3, comma)),
    }
}

/// A cell that is not a number.
fn gap(g: &mut Generator) -> String {
    ["NA", "?", "", "n/a"][g.integer(0..4)].to_owned()
}

/// A line about one of `rings` penguins.
fn line(g: &mut Generator, rings: usize) -> String {
    let tenths = g.integer(320..600);
    let grams = 25 * g.integer(110..250);
    let what = g.integer(0..8);
    // Twice as large as possible, or a tenth of what is.
    let length = match what {
        0 => gap(g),
        1 => length(g, tenths * 4),
        2 => length(g, tenths / 8),
        _ => length(g, tenths),
    };
    let weight = match what + g.integer(0..2) * 3 {
        3 => gap(g),
        4 => weight(g, grams * 4),
        5 => weight(g, grams / 20),
        _ => weight(g, grams),
    };
    format!("R{}; {length}; {weight}", g.integer(0..rings))
}

fn lines(g: &mut Generator, count: usize, rings: usize) -> (Vec<String>,) {
    ((0..count).map(|_| line(g, rings)).collect(),)
}

fn texts(lines: &[&str]) -> (Vec<String>,) {
    (lines.iter().map(|&line| line.to_owned()).collect(),)
}

fn cell(text: &'static str) -> impl Fn(&mut Generator) -> (String,) {
    move |_| (text.to_owned(),)
}

fn main() {
    Reference::of("number", function(number))
        .inputs(["cell"])
        .parts([("number", within(1e-4, 1e-5))])
        .case("a plain number", cell("39.1"))
        .case("millimetres", cell("39.1 mm"))
        .case("grams", cell("3750 g"))
        .case("centimetres", cell("3.91 cm"))
        .case("kilograms", cell("3.75 kg"))
        .case("a comma", cell("39,1"))
        .case("a comma and a unit", cell("3,75 kg"))
        .case("between spaces", cell("  4,02 cm "))
        .case("NA", cell("NA"))
        .case("a question mark", cell("?"))
        .case("another word", cell("n/a"))
        .case("nothing", cell(""))
        .case("spaces only", cell("  "))
        .case("the word NaN", cell("NaN"))
        .case("the word nan", cell("nan"))
        .case("a zero is no gap", cell("0"))
        .case("a number below 0", cell("-1.5 kg"))
        .cases(10, |g, _| {
            let tenths = g.integer(320..600);
            (length(g, tenths),)
        })
        .cases(10, |g, _| {
            let grams = g.integer(2700..6300);
            (weight(g, grams),)
        })
        .wrong(
            "unit ignored",
            "You left the unit out of account; 1 cm is 10 mm, and 1 kg is 1000 g.",
            |cell| worth(&cell, |x| x, 1.0, 1.0),
        )
        .wrong(
            "centimetres only",
            "You left kilograms as they are; 1 kg is 1000 g.",
            |cell| worth(&cell, |x| x, 10.0, 1.0),
        )
        .wrong(
            "kilograms only",
            "You left centimetres as they are; 1 cm is 10 mm.",
            |cell| worth(&cell, |x| x, 1.0, 1000.0),
        )
        .wrong(
            "a hundred for kilograms",
            "You multiplied kilograms by 100; 1 kg is 1000 g.",
            |cell| worth(&cell, |x| x, 10.0, 100.0),
        )
        .wrong(
            "a hundred for centimetres",
            "You multiplied centimetres by 100; 1 cm is 10 mm.",
            |cell| worth(&cell, |x| x, 100.0, 1000.0),
        )
        .wrong(
            "factors exchanged",
            "You multiplied centimetres by 1000 and kilograms by 10; 1 cm is 10 mm, and 1 kg is \
             1000 g.",
            |cell| worth(&cell, |x| x, 1000.0, 10.0),
        )
        .wrong(
            "divided",
            "You divided by what the unit is worth; a centimetre has 10 mm, so multiply.",
            |cell| worth(&cell, |x| x, 0.1, 0.001),
        )
        .wrong(
            "kilograms divided",
            "You divided kilograms by 1000; 1 kg is 1000 g, so multiply.",
            |cell| worth(&cell, |x| x, 10.0, 0.001),
        )
        .wrong(
            "centimetres divided",
            "You divided centimetres by 10; 1 cm is 10 mm, so multiply.",
            |cell| worth(&cell, |x| x, 0.1, 1000.0),
        )
        .wrong(
            "spaces in front are gaps",
            "You made a gap of a number with spaces in front of it; `split_whitespace` passes over them.",
            |cell| if cell.starts_with(' ') { None } else { number(cell) },
        )
        .wrong(
            "cells with a unit are gaps",
            "You made a gap of every cell with a unit; only the first word of a cell is its number.",
            |cell| cell.replace(',', ".").trim().parse().ok().filter(|x: &f32| !x.is_nan()),
        )
        .wrong(
            "cells without a unit are gaps",
            "You made a gap of every cell without a unit; such a number is in mm or g already.",
            |cell| match parsed(&cell) {
                (_, None) => None,
                _ => number(cell),
            },
        )
        .wrong(
            "commas are gaps",
            "You made a gap of every number with a comma; read the comma as a point.",
            |cell| if cell.contains(',') { None } else { number(cell) },
        )
        .wrong(
            "cut at the comma",
            "You lost what stands behind a comma; it is a point, so that `39,1` is 39.1.",
            |cell| worth(&cell, if cell.contains(',') { f32::trunc } else { |x| x }, 10.0, 1000.0),
        )
        .wrong(
            "comma taken out",
            "You took the comma out, so that `39,1` became 391; put a point in its place.",
            |cell| number(cell.replace(',', "")),
        )
        .wrong(
            "zero for a gap",
            "You put 0 where there is no number, and 0 is a number like any other; return `None`.",
            |cell| number(cell).or(Some(0.0)),
        )
        .wrong(
            "zero for nothing",
            "You put 0 where a cell is empty, and 0 is a number like any other; return `None`.",
            |cell| {
                if cell.trim().is_empty() {
                    Some(0.0)
                } else {
                    number(cell)
                }
            },
        )
        .wrong(
            "zero for what cannot be read",
            "You know `NA` and put 0 where something else is no number, such as `?`; all of these are \
             gaps, `None`.",
            |cell| {
                if ["", "NA"].contains(&cell.trim()) || is_word_nan(&cell) {
                    None
                } else {
                    number(cell).or(Some(0.0))
                }
            },
        )
        .wrong(
            "zero for a word",
            "You put 0 where a cell has a word that is no number, such as `NA`, and 0 is a number like \
             any other; return `None`.",
            |cell| {
                if cell.trim().is_empty() || is_word_nan(&cell) {
                    None
                } else {
                    number(cell).or(Some(0.0))
                }
            },
        )
        .wrong(
            "NaN, and zero for a word",
            "You made 0 of a word that is no number, such as `NA`, and NaN of the word `NaN`; both are \
             gaps, `None`.",
            |cell| match cell.trim() {
                "" => None,
                _ if is_word_nan(&cell) => Some(f32::NAN),
                _ => number(cell).or(Some(0.0)),
            },
        )
        .wrong(
            "zero for an unknown word",
            "You know `NA` and `?`, and put 0 where a cell has another word; whatever is not a number is a \
             gap, `None`.",
            |cell| {
                if ["", "NA", "?"].contains(&cell.trim()) || is_word_nan(&cell) {
                    None
                } else {
                    number(cell).or(Some(0.0))
                }
            },
        )
        .wrong(
            "gaps below zero",
            "You made a gap of a number below 0; it is a number, and `clean` finds it impossible.",
            |cell| number(cell).filter(|&x| x >= 0.0),
        )
        .wrong(
            "NaN is a number",
            "You returned the word `NaN` as a number, as Rust reads it; it is a gap: ask \
             `x.is_nan()`.",
            |cell| {
                if is_word_nan(&cell) {
                    Some(f32::NAN)
                } else {
                    number(cell)
                }
            },
        )
        .wrong(
            "NaN in large letters only",
            "You made a gap of the word `NaN`, but not of `nan`, which Rust reads as the same number; ask \
             `x.is_nan()`.",
            |cell| {
                if cell.trim() == "nan" {
                    Some(f32::NAN)
                } else {
                    number(cell)
                }
            },
        )
        .wrong(
            "NaN and zero",
            "You made 0 of what is no number, and NaN of the word `NaN`; both are gaps, `None`.",
            |cell| {
                if is_word_nan(&cell) {
                    Some(f32::NAN)
                } else {
                    number(cell).or(Some(0.0))
                }
            },
        )
        .wrong(
            "zero is a gap",
            "You made a gap of a 0 that was written down; only what is no number is a gap.",
            |cell| number(cell).filter(|&x| x != 0.0),
        )
        .wrong(
            "minus lost",
            "You lost the minus of a number below 0; keep it, so that others can see that it is \
             impossible.",
            |cell| number(cell).map(f32::abs),
        )
        .and("clean", function(clean))
        .inputs(["lines"])
        .parts([("words", sequence()), ("rows", property())])
        .inspect(objection)
        .case("one line", |_| texts(&["A7; 39.1 mm; 3750 g"]))
        .case("the example of the lesson", |_| {
            texts(&[
                "A7; 39,1 mm; 3.75 kg",
                "B2; 40.2; NA",
                "A7; 3.91 cm; 3750",
                "B2; 40.2 mm; 4.1",
            ])
        })
        .case("no lines", |_| texts(&[]))
        .case("a gap in the length alone", |_| {
            texts(&["A7; NA; 3750 g", "B2; 41.5 mm; 3800 g"])
        })
        .case("gaps only", |_| texts(&["A7; ; ", "B2; NA; NA"]))
        .case("both ends of the ranges", |_| {
            texts(&["A7; 10 mm; 500 g", "B2; 10 cm; 10 kg"])
        })
        .case("just outside of the ranges", |_| {
            texts(&["A7; 9.9; 500 g", "B2; 100.1; 500", "C3; 10; 499", "D4; 10; 10001"])
        })
        .case("two penguins of the same size", |_| {
            texts(&["A7; 39.1 mm; 3750 g", "B2; 39.1 mm; 3750 g"])
        })
        .case("a penguin that was measured again", |_| {
            texts(&["A7; 39.1 mm; 3750 g", "B2; 41.5; 3800", "A7; 39.3 mm; 3.8 kg"])
        })
        .case("three lines of one penguin", |_| {
            texts(&["A7; 39.1; 3750", "A7; 3.91 cm; 3,75 kg", "A7; 39,1; 3750 g"])
        })
        .case("a penguin whose first lines cannot be used", |_| {
            texts(&["A7; NA; 3750 g", "A7; 39.1 cm; 3750 g", "A7; 39.1 mm; 3750 g"])
        })
        .case("the same line twice", |_| {
            texts(&["A7; 39.1 mm; 3750 g", "A7; 39.1 mm; 3750 g"])
        })
        .case("a duplicate that is impossible", |_| {
            texts(&["A7; 39.1 mm; 3750 g", "A7; 39.1 mm; 3.75 g"])
        })
        .case("a duplicate with a gap", |_| {
            texts(&["A7; 39.1 mm; 3750 g", "A7; NA; 3750 g"])
        })
        .case("a gap beside an impossible number", |_| {
            texts(&["A7; NA; 37.5 kg", "B2; 391 cm; ?"])
        })
        .case("a weight below 0", |_| texts(&["A7; 39.1 mm; -3750 g"]))
        .case("rings with spaces around them", |_| {
            texts(&["  A7 ;39.1 mm;  3750 g", "A7; 39.1 mm ;3750 g "])
        })
        .cases(14, |g, i| lines(g, 3 + 2 * i, 3 + i))
        .wrong(
            "duplicates kept",
            "You kept a second line of a penguin whose first one was kept; it is a duplicate.",
            |lines| judged(lines, &[GAP, IMPOSSIBLE]),
        )
        .wrong(
            "neighbours only",
            "You compared a line with the last one that was kept only; a duplicate may come much \
             later.",
            |lines| {
                let last: Rule = ("duplicate", |line, kept, _| {
                    line.is_among(&kept[kept.len().saturating_sub(1)..])
                });
                judged(lines, &[GAP, IMPOSSIBLE, last])
            },
        )
        .wrong(
            "dropped lines count",
            "You called a line a duplicate of one that was dropped; then nothing is left of that \
             penguin. Only lines that were kept count.",
            |lines| {
                let seen: Rule = ("duplicate", |line, _, all| line.is_among(all));
                judged(lines, &[GAP, IMPOSSIBLE, seen])
            },
        )
        .wrong(
            "impossible lines count",
            "You called a line a duplicate of one that was impossible; then nothing is left of that \
             penguin. Only lines that were kept count.",
            |lines| {
                let seen: Rule = ("duplicate", |line, _, all| {
                    all.iter().any(|other| other.ring == line.ring && !other.has_gap())
                });
                judged(lines, &[GAP, IMPOSSIBLE, seen])
            },
        )
        .wrong(
            "all of them dropped",
            "You dropped every line of a penguin that has several; the first good one is kept.",
            |lines| {
                let (words, rows) = clean(lines.clone());
                let good = lines.iter().zip(&words);
                let good = good.filter(|(_, word)| ["kept", "duplicate"].contains(&word.as_str()));
                let good = Vec::from_iter(good.map(|(line, _)| Line::of(line).ring));
                let is_single = |line: &str| {
                    let ring = Line::of(line).ring;
                    good.iter().filter(|other| **other == ring).count() == 1
                };
                let kept = lines.iter().zip(&words).filter(|(_, word)| *word == "kept");
                let rows = kept.zip(rows).filter(|((line, _), _)| is_single(line));
                let rows = rows.map(|(_, row)| row).collect();
                let words = lines.iter().zip(words.clone()).map(|(line, word)| {
                    let is_lost = word == "kept" && !is_single(line);
                    if is_lost { "duplicate".to_owned() } else { word }
                });
                (words.collect(), rows)
            },
        )
        .wrong(
            "the last one kept",
            "You kept the last good line of each penguin; keep the first.",
            |lines| {
                let reversed = lines.into_iter().rev().collect();
                let (mut words, mut rows) = clean(reversed);
                words.reverse();
                rows.reverse();
                (words, rows)
            },
        )
        .wrong(
            "by numbers",
            "You took two lines with the same numbers for one penguin; the ring says which penguin \
             it is.",
            |lines| {
                let again: Rule = ("duplicate", |line, kept, _| {
                    kept.iter().any(|other| other.row() == line.row())
                });
                judged(lines, &[GAP, IMPOSSIBLE, again])
            },
        )
        .wrong(
            "by the whole line",
            "You looked for lines that are the same letter by letter; a duplicate has the same ring, \
             however its numbers are written.",
            |lines| {
                let again: Rule = ("duplicate", |line, kept, _| {
                    kept.iter().any(|other| other.text == line.text)
                });
                judged(lines, &[GAP, IMPOSSIBLE, again])
            },
        )
        .wrong(
            "spaces belong to the ring",
            "You compared rings with the spaces around them; take those off first.",
            |lines| {
                let again: Rule = ("duplicate", |line, kept, _| {
                    kept.iter().any(|other| other.text.split(';').next() == line.text.split(';').next())
                });
                judged(lines, &[GAP, IMPOSSIBLE, again])
            },
        )
        .wrong(
            "impossible kept",
            "You kept a line with a number that is impossible; look at the ranges.",
            |lines| judged(lines, &[GAP, DUPLICATE]),
        )
        .wrong(
            "lengths only",
            "You looked at the range of the length only; the weight has one too.",
            |lines| {
                let outside: Rule = ("impossible", |line, _, _| line.outside()[0] != (false, false));
                judged(lines, &[GAP, outside, DUPLICATE])
            },
        )
        .wrong(
            "weights only",
            "You looked at the range of the weight only; the length has one too.",
            |lines| {
                let outside: Rule = ("impossible", |line, _, _| line.outside()[1] != (false, false));
                judged(lines, &[GAP, outside, DUPLICATE])
            },
        )
        .wrong(
            "lower ends only",
            "You kept a number that is too large; a range has two ends.",
            |lines| {
                let outside: Rule = ("impossible", |line, _, _| line.outside().iter().any(|sides| sides.0));
                judged(lines, &[GAP, outside, DUPLICATE])
            },
        )
        .wrong(
            "upper ends only",
            "You kept a number that is too small; a range has two ends.",
            |lines| {
                let outside: Rule = ("impossible", |line, _, _| line.outside().iter().any(|sides| sides.1));
                judged(lines, &[GAP, outside, DUPLICATE])
            },
        )
        .wrong(
            "gap in the length only",
            "You looked for a gap in the length only, and called a line without a weight impossible; it is a gap as well.",
            |lines| {
                let gap: Rule = ("gap", |line, _, _| line.length.is_none());
                let outside: Rule = ("impossible", |line, _, _| line.weight.is_none() || line.is_impossible());
                judged(lines, &[gap, outside, DUPLICATE])
            },
        )
        .wrong(
            "gap in the weight only",
            "You looked for a gap in the weight only, and called a line without a length impossible; it is a gap as well.",
            |lines| {
                let gap: Rule = ("gap", |line, _, _| line.weight.is_none());
                let outside: Rule = ("impossible", |line, _, _| line.length.is_none() || line.is_impossible());
                judged(lines, &[gap, outside, DUPLICATE])
            },
        )
        .wrong(
            "both impossible",
            "You called a line impossible only if both of its numbers are; one is enough.",
            |lines| {
                let outside: Rule = ("impossible", |line, _, _| line.outside().iter().all(|&sides| sides != (false, false)));
                judged(lines, &[GAP, outside, DUPLICATE])
            },
        )
        .wrong(
            "ends are impossible",
            "You dropped numbers at an end of their range; both ends are possible.",
            |lines| {
                let at_end: Rule = ("impossible", |line, _, _| {
                    [Some(10.0), Some(100.0)].contains(&line.length)
                        || [Some(500.0), Some(10_000.0)].contains(&line.weight)
                });
                judged(lines, &[GAP, IMPOSSIBLE, at_end, DUPLICATE])
            },
        )
        .wrong(
            "gaps are impossible",
            "You called a gap impossible, as happens when it is read as 0; a line with a gap is a \
             `gap`.",
            |lines| {
                let gap: Rule = ("impossible", GAP.1);
                judged(lines, &[gap, IMPOSSIBLE, DUPLICATE])
            },
        )
        .wrong(
            "gaps kept",
            "You kept a line in which a number is missing; whatever you put in its place was never \
             measured.",
            |lines| judged(lines, &[IMPOSSIBLE, DUPLICATE]),
        )
        .wrong(
            "impossible before gap",
            "You asked for impossible numbers before you asked for gaps; the first rule that fits \
             is `gap`.",
            |lines| judged(lines, &[IMPOSSIBLE, GAP, DUPLICATE]),
        )
        .wrong(
            "duplicates first",
            "You asked for duplicates first; the rules go from the top: gap, impossible, duplicate.",
            |lines| judged(lines, &[DUPLICATE, GAP, IMPOSSIBLE]),
        )
        .wrong(
            "duplicates before impossible",
            "You asked for duplicates before impossible numbers; the rules go from the top: gap, \
             impossible, duplicate.",
            |lines| judged(lines, &[GAP, DUPLICATE, IMPOSSIBLE]),
        )
        .wrong(
            "two gaps",
            "You called a line a gap only if both of its numbers are missing; one is enough.",
            |lines| {
                let both: Rule = ("gap", |line, _, _| {
                    line.length.is_none() && line.weight.is_none()
                });
                judged(lines, &[both, ("impossible", GAP.1), IMPOSSIBLE, DUPLICATE])
            },
        )
        .wrong(
            "reasons only",
            "You wrote a word for the lines that are dropped only; each line has one, also `kept`.",
            |lines| {
                let (words, rows) = clean(lines);
                (words.into_iter().filter(|word| word != "kept").collect(), rows)
            },
        )
        .wrong(
            "rows of duplicates",
            "Your rows have the duplicates in them; only lines that are kept have a row.",
            |lines| with_rows_of(lines, "duplicate"),
        )
        .wrong(
            "rows of impossible lines",
            "Your rows have those with impossible numbers in them; only lines that are kept have a \
             row.",
            |lines| with_rows_of(lines, "impossible"),
        )
        .wrong(
            "exchanged",
            "Your rows are `[weight, length]`; the length comes first.",
            |lines| {
                let (words, mut rows) = clean(lines);
                rows.iter_mut().for_each(|row| row.reverse());
                (words, rows)
            },
        )
        .run()
}
