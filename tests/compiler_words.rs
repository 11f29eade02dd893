//! The table of compiler errors: mistakes made in the course's own exercises, compiled by the real compiler, and the
//! sentences that stand over its messages.

#[path = "compiler_words_support/mod.rs"]
mod support;

use std::collections::BTreeMap;

use gradlings::runner::compiler::explain;
use gradlings::runner::event::Level;
use proptest::prelude::*;
use serde_json::json;

/// What is right, but not everything is used: rustc warns, and there is nothing to explain.
const UNTIDY: &str = "
use gradlings::prelude::*;
use std::collections::HashMap;

const NEVER_USED: usize = 3;

pub fn mse<T: Tape<f32, Dev>>(prediction: Vector<T>, target: Vector) -> Scalar<T> {
    let mut unused = 1;
    let camelCase = (2);
    (prediction - target).square().mean()
}

fn main() {
    Exercise::new().offer(\"mse\", gradient(mse)).serve()
}
";

/// Everything that the sentences tell people to write.
const MENDS: &str = "
use gradlings::prelude::*;

fn recorded<T: Tape<f32, Dev>>(matrix: Matrix<T>, vector: Vector<T>, number: Scalar<T>) -> Scalar<T> {
    let (rows, columns) = *matrix.shape();
    let again = matrix.with_empty_tape().exp();
    let plain: Matrix = matrix.retaped::<NoneTape>();
    let _numbers: Vec<f32> = plain.as_vec();
    let rows_alike: Matrix<T> = vector.with_empty_tape().broadcast_like::<_, Axis<0>>(&matrix);
    let columns_alike = vector.with_empty_tape().broadcast_like::<_, Axis<0>>(&matrix);
    let everywhere: Matrix<T> = number.with_empty_tape().broadcast_like::<_, Axes2<0, 1>>(&matrix);
    let in_a_vector: Vector<T> = number.with_empty_tape().broadcast_like::<_, Axis<0>>(&vector);
    let shaped: Matrix<T> = (again * rows_alike + columns_alike + everywhere).reshape_like(&(rows, columns));
    let turned: Matrix<T> = shaped.permute();
    let powers = turned.powi(3).powf(0.5).clamp(0.0, 1.0).abs().relu().recip() * 2.0;
    let soft = powers.softmax::<Axis<1>>().ln();
    let _largest = soft.with_empty_tape().max::<_, Axis<0>>();
    let total: Scalar<T> = soft.sum();
    let mean: Scalar<T> = (in_a_vector + vector).mean::<_, Axis<0>>();
    -total + mean + 1.0
}

fn unrecorded(matrix: Matrix, labels: Labels, n: usize) -> f32 {
    let kept: Tensor<(usize, Const<10>), f32, Dev> = matrix.clone().realize::<(usize, Const<10>)>();
    let back: Matrix = kept.realize::<(usize, usize)>();
    let zeros: Vector = device().zeros_like(&(n,));
    let ones: Vector = device().ones_like(&(n,));
    let one: Scalar = device().tensor(1.0);
    let column = zeros.clone().reshape_like(&(n, 1));
    let _product: Matrix = back.clone().matmul(column);
    let as_numbers: Vector = labels.clone().to_dtype::<f32>();
    let picked = back.clone().log_softmax::<Axis<1>>().select(labels);
    let deviation = back.clone().stddev::<_, Axis<0>>(0.0);
    let variance = back.clone().var::<_, Axis<0>>();
    let first = back[[0, 0]] + zeros[[0]];
    let mut numbers = back.as_vec();
    numbers.sort_by(f32::total_cmp);
    let largest = numbers.iter().copied().max_by(|a, b| a.total_cmp(b)).unwrap();
    let slope = one.leaky_trace().square();
    let gradients = slope.backward();
    let moved = one.clone() - gradients.get(&one) * 0.1;
    let all = (ones + as_numbers + picked).mean::<_, Axis<0>>().array() + deviation.as_vec()[0] + variance.as_vec()[0];
    all + first + largest + moved.array() + random(1).r#gen::<f32>()
}

fn main() {
    Exercise::new().offer(\"recorded\", gradient(recorded)).offer(\"unrecorded\", function(unrecorded)).serve()
}
";

#[test]
fn mistakes_in_the_exercises_are_explained_and_right_code_is_left_alone() {
    let course = support::course();
    let mistakes = support::mistakes();
    let mut programs = BTreeMap::new();
    let of = |exercise: &str, text: &str| support::Program {
        exercise: exercise.to_owned(),
        text: text.to_owned(),
    };
    for (number, mistake) in mistakes.iter().enumerate() {
        let answer = support::answer(&course, &mistake.exercise);
        let text = support::with(mistake, &answer);
        programs.insert(format!("mistake_{number}"), of(&mistake.exercise, &text));
    }
    for exercise in &course.exercises {
        let answer = support::answer(&course, &exercise.name);
        let name = &exercise.name;
        programs.insert(format!("right_{name}"), of(name, &answer));
    }
    programs.insert("untidy".to_owned(), of("mse", UNTIDY));
    programs.insert("mends".to_owned(), of("mse", MENDS));
    let (said, built) = support::compile(&course, &programs);

    let mut faults = Vec::new();
    for (number, mistake) in mistakes.iter().enumerate() {
        let messages = said
            .get(&format!("mistake_{number}"))
            .map_or(&[][..], Vec::as_slice);
        let sentences: Vec<&str> = messages
            .iter()
            .filter_map(|message| message.in_words.as_deref())
            .collect();
        println!("{}, {}:", mistake.exercise, mistake.name);
        let mut before = "";
        for sentence in &sentences {
            if sentence.matches(". ").count() > 1 || sentence.chars().count() > 300 {
                faults.push(format!("{}: too long to be read: {sentence}", mistake.name));
            }
            if *sentence != before {
                println!("    {sentence}");
            }
            before = sentence;
        }
        let explains = |sentence: &&str| {
            mistake
                .says
                .iter()
                .all(|words| sentence.contains(words.as_str()))
        };
        if mistake.says.is_empty() || !sentences.iter().any(explains) {
            let summaries: Vec<&str> = messages
                .iter()
                .map(|message| message.summary.as_str())
                .collect();
            faults.push(format!(
                "{}, {}: {:?} is not said, but {sentences:?} over {summaries:?}",
                mistake.exercise, mistake.name, mistake.says
            ));
        }
    }
    for right in programs.keys().filter(|name| !name.starts_with("mistake_")) {
        if !built.contains(right) {
            faults.push(format!("{right} does not compile: {:?}", said.get(right)));
        }
        for message in said.get(right).map_or(&[][..], Vec::as_slice) {
            if let Some(words) = &message.in_words {
                faults.push(format!(
                    "{right}: {} has a sentence: {words}",
                    message.summary
                ));
            }
        }
    }
    let warned = said.get("untidy").map_or(0, |messages| {
        messages
            .iter()
            .filter(|message| message.level == Level::Warning)
            .count()
    });
    assert!(
        warned >= 4,
        "the untidy program gets {warned} warnings only"
    );
    assert!(mistakes.len() >= 40);
    assert!(
        faults.is_empty(),
        "{} of {}:\n{}",
        faults.len(),
        mistakes.len(),
        faults.join("\n")
    );
}

#[test]
fn every_exercise_has_its_mistakes_in_the_table() {
    let (course, mistakes) = (support::course(), support::mistakes());
    for exercise in &course.exercises {
        let own = mistakes
            .iter()
            .filter(|mistake| mistake.exercise == exercise.name);
        assert!(own.count() >= 4, "{} has too few", exercise.name);
    }
}

/// Pieces of real messages, which arbitrary texts are put together from.
const PIECES: [&str; 40] = [
    "`",
    "mismatched types",
    "expected `",
    "found `",
    ", found ",
    "the trait bound `",
    "` is not satisfied",
    "Tensor<",
    "(usize,)",
    "(usize, Const<3>)",
    ", f32, Cpu",
    ", OwnedTape<f32, Cpu>",
    ">",
    "<",
    "(",
    ")",
    "[",
    "]",
    "...",
    "_",
    "&",
    "&mut ",
    "Vec<",
    "Linear<4, 3, f32, Cpu>",
    ": Module<",
    "Axis<9>",
    "ReduceShapeTo<",
    "Merge<",
    "NoneTape",
    "no method named `",
    "` is not implemented for `",
    "borrow of moved value: `",
    "{integer}",
    "\n",
    " by ",
    "cannot multiply `",
    "required for `",
    "` to implement `",
    "é",
    "::",
];

const CODES: [&str; 24] = [
    "",
    "E0308",
    "E0277",
    "E0382",
    "E0061",
    "E0369",
    "E0368",
    "E0599",
    "E0107",
    "E0282",
    "E0283",
    "E0425",
    "E0412",
    "E0433",
    "E0596",
    "E0594",
    "E0384",
    "E0615",
    "E0616",
    "E0624",
    "E0608",
    "E0747",
    "E0432",
    "unused_must_use",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => proptest::sample::select(&PIECES[..]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    proptest::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]
    #[test]
    fn no_message_of_a_compiler_makes_it_panic(
        code in proptest::sample::select(&CODES[..]),
        message in text(),
        labels in proptest::collection::vec((text(), text(), any::<bool>(), 0_usize..20, 0_usize..20), 0..4),
        notes in proptest::collection::vec((text(), text()), 0..4),
        source in text(),
    ) {
        let span = |label: &str, line: &str, primary: bool, start: usize, end: usize, replacement: Option<&str>| json!({
            "file_name": "a.rs", "byte_start": 0, "byte_end": 0, "line_start": start, "line_end": end,
            "column_start": start, "column_end": end, "is_primary": primary, "label": label,
            "text": [{"text": line, "highlight_start": start, "highlight_end": end}],
            "suggested_replacement": replacement, "suggestion_applicability": null, "expansion": null,
        });
        let spans: Vec<_> = labels.iter().map(|(label, line, primary, start, end)| span(label, line, *primary, *start, *end, None)).collect();
        let children: Vec<_> = notes.iter().map(|(note, replacement)| json!({
            "message": note, "code": null, "level": "help", "children": [], "rendered": null,
            "spans": [span("", note, true, 1, 4, Some(replacement))],
        })).collect();
        let diagnostic = serde_json::from_value(json!({
            "message": message, "level": "error", "spans": spans, "children": children, "rendered": null,
            "code": if code.is_empty() { json!(null) } else { json!({"code": code, "explanation": null}) },
        })).expect("a diagnostic");
        if let Some(words) = explain(&diagnostic, &source) {
            prop_assert!(!words.is_empty());
        }
    }
}

#[test]
fn a_type_that_is_nested_without_end_is_refused_and_not_followed() {
    let deep = format!("expected `{}`, found `f32`", "(".repeat(100_000));
    let diagnostic = serde_json::from_value(json!({
        "message": "mismatched types", "level": "error", "rendered": null, "code": {"code": "E0308", "explanation": null},
        "children": [],
        "spans": [{
            "file_name": "a.rs", "byte_start": 0, "byte_end": 0, "line_start": 1, "line_end": 1, "column_start": 1, "column_end": 2,
            "is_primary": true, "label": deep, "text": [], "suggested_replacement": null, "suggestion_applicability": null,
            "expansion": null,
        }],
    }));
    assert_eq!(explain(&diagnostic.expect("a diagnostic"), ""), None);
}
