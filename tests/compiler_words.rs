//! The tables of compiler errors, beside the rules in `src/runner/compiler`: mistakes made in the course's own exercises,
//! compiled by the real compiler, and the sentences that stand over its messages.

#[path = "compiler_words_support/mod.rs"]
mod support;

use std::collections::BTreeMap;

use gradlings::runner::compiler::explain;
use gradlings::runner::event::{CompilerMessage, Level};
use gradlings::runner::words::compiler::{mismatch, plain, reference};
use proptest::prelude::*;
use serde_json::json;

use support::families::{self, is_said};

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
    let everywhere = zeros.clone() + 0.5;
    let held = Some(&zeros).unwrap().clone() / *[0.5].first().unwrap();
    let small = (everywhere + 1.0).ln() + held.exp() - 1.0 + (zeros.clone().exp() + 1.0).ln() / 2_f32.ln();
    let small = small.clamp(0.1, f32::MAX).clamp(f32::MIN, 0.9);
    let of_rows: Vector = back.clone().logsumexp::<_, Axis<1>>();
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
    all + first + largest + moved.array() + random(1).r#gen::<f32>() + small.as_vec()[0] + of_rows.as_vec()[0]
}

type Network = ((Linear<3, 4>, ReLU), Linear<4, 2>);

fn stepped(images: Tensor<(usize, Const<3>), f32, Dev>, targets: Tensor<(usize, Const<2>), f32, Dev>) -> f32 {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(&network, AdamConfig { lr: 0.001, ..Default::default() });
    let mut gradients = network.alloc_grads();
    let loss = cross_entropy_with_logits_loss(network.forward_mut(images.traced(gradients)), targets);
    let value = loss.array();
    gradients = loss.backward();
    adam.update(&mut network, &gradients).unwrap();
    network.zero_grads(&mut gradients);
    value
}

fn turned<T: Tape<f32, Dev>>(batch: Tensor<(usize, usize, usize), f32, Dev, T>, matrix: Matrix<T>) -> Matrix<T> {
    let mask = device().upper_tri_like(&batch, f32::NEG_INFINITY, 1);
    let turned = (batch + mask).permute::<_, Axes3<0, 2, 1>>().softmax::<Axis<2>>();
    let shape = *turned.shape();
    let (first, second) = (turned.with_empty_tape(), turned.reshape_like(&shape) / 2.0);
    let joined = (first, second).concat_along(Axis::<1>);
    let all: Scalar<T> = joined.sum();
    let start: Scalar<T> = device().zeros().retaped();
    let list = vec![matrix.with_empty_tape()];
    let again: Vec<Matrix<T>> = list.iter().map(Tensor::with_empty_tape).collect();
    let norm: Scalar<T> = matrix.with_empty_tape().square().sum();
    matrix.permute::<_, Axes2<1, 0>>() * (again.len() as f32 + (all + start + norm.sqrt()).array())
}

fn plain(rows: Vec<Vec<f32>>, seed: u64, n: usize) -> Vec<f32> {
    const RATE: f32 = 0.1;
    let matrix = device().tensor_from_vec(rows.concat(), (rows.len(), rows[0].len()));
    let mut random = random(seed);
    let mut order: Vec<usize> = (0..n).collect();
    order.shuffle(&mut random);
    let picked: Vec<Vec<f32>> = order.iter().map(|&i| rows[i].clone()).collect();
    let list = rows.concat();
    let largest = list.iter().copied().fold(f32::MIN, f32::max);
    let smallest = list.iter().copied().fold(f32::MAX, f32::min);
    let mean = list.iter().sum::<f32>() / list.len() as f32;
    let place = (0..list.len()).max_by(|&a, &b| list[a].total_cmp(&list[b]));
    let product = list.iter().zip(&rows[0]).map(|(x, y)| x * y).sum::<f32>();
    let root = (n as f32).sqrt() + 10_f32.powi(2) + 10_f32.powf(0.5) + std::f32::consts::PI + std::f32::consts::TAU;
    let drawn = random.gen_range(0.0..1.0) + random.gen_range(0..n) as f32 + random.r#gen::<f32>();
    let column: Vec<f32> = rows.iter().map(|row| row[0]).collect();
    let values: Vec<f32> = vec![Some(1.0), None].into_iter().flatten().collect();
    let (small, others): (Vec<_>, Vec<_>) = picked.into_iter().map(|row| (row[0], row.len())).unzip();
    let bytes: [u8; 2] = [1_u8, 2, 3][..2].try_into().unwrap();
    let _cut = bytes.split(|&byte| byte == b' ').count();
    let map = std::collections::HashMap::from([(1, 2)]);
    let mut pairs: Vec<_> = map.into_iter().collect();
    pairs.sort_by_key(|&(key, _)| key);
    let mut sorted = list.clone();
    sorted.sort_by(f32::total_cmp);
    for i in (0..n).step_by(2).chain((0..n).rev()) {
        sorted.push(i as f32);
    }
    let half = |x: f32| x / 2.0;
    let held = list.get(0).unwrap() + 1.0 - list.first().unwrap() * list.last().unwrap();
    let is_small = *list.first().unwrap() < held;
    for (i, x) in list.iter().enumerate() {
        sorted.push(i as f32 + x + list.first().unwrap().abs() + f32::from(u8::from(is_small)));
    }
    let doubled: usize = (0..n).map(|i| 2 * i).sum();
    sorted.push(if doubled > 1 { half(1.0) } else { 2.0 });
    let truth = if list.contains(&1.0) && place == Some(1) { 1.0 } else { 0.0 };
    let total = largest + smallest + mean + product + root + drawn + truth + half(RATE) + f32::NAN.min(f32::INFINITY);
    let count = n.div_ceil(3) + others.len() + usize::from(bytes[0]) + matrix.shape().0;
    [vec![total, count as f32, (1.5_f32).round()], column, values, small, sorted].concat()
}

fn main() {
    Exercise::new()
        .offer(\"recorded\", gradient(recorded))
        .offer(\"unrecorded\", function(unrecorded))
        .offer(\"stepped\", function(stepped))
        .offer(\"turned\", gradient(turned))
        .offer(\"plain\", function(plain))
        .serve()
}
";

#[test]
fn mistakes_in_the_exercises_are_explained_and_right_code_is_left_alone() {
    let course = support::course();
    let (mistakes, habits) = families::tables();
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
    for (number, habit) in habits.iter().enumerate() {
        programs.insert(format!("habit_{number}"), habit.program(&habit.code));
        programs.insert(format!("near_{number}"), habit.program(&habit.near));
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
        let place = format!("{}, {}", mistake.file, mistake.name);
        println!("{place}, in {}:", mistake.exercise);
        let mut before = "";
        for sentence in &sentences {
            if is_too_long(sentence) {
                faults.push(format!("{place}: too long to be read: {sentence}"));
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
        let told: Vec<&str> = sentences.iter().copied().filter(explains).collect();
        faults.extend(families::misplaced(&mistake.file, &mistake.name, &told));
        for words in &mistake.never {
            if let Some(sentence) = sentences.iter().find(|sentence| sentence.contains(words)) {
                faults.push(format!("{place}: {words:?} is said: {sentence}"));
            }
        }
        if mistake.says.is_empty() || told.is_empty() {
            let summaries: Vec<&str> = messages
                .iter()
                .map(|message| message.summary.as_str())
                .collect();
            faults.push(format!(
                "{place}, in {}: {:?} is not said, but {sentences:?} over {summaries:?}",
                mistake.exercise, mistake.says
            ));
        }
    }
    for (number, habit) in habits.iter().enumerate() {
        faults.extend(of_habit(
            habit,
            said.get(&format!("habit_{number}"))
                .map_or(&[][..], Vec::as_slice),
            said.get(&format!("near_{number}"))
                .map_or(&[][..], Vec::as_slice),
        ));
    }
    let is_right =
        |name: &&String| name.starts_with("right_") || ["untidy", "mends"].contains(&name.as_str());
    for right in programs.keys().filter(is_right) {
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
    let told: Vec<&str> = said
        .values()
        .flatten()
        .filter_map(|message| message.in_words.as_deref())
        .collect();
    faults.extend(untold(&told));
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

/// What is wrong with the sentences above the messages of a habit and of what looks alike.
fn of_habit(
    habit: &support::Habit,
    of: &[CompilerMessage],
    near: &[CompilerMessage],
) -> Vec<String> {
    let sentences = |messages: &[CompilerMessage]| -> Vec<String> {
        let all = messages
            .iter()
            .filter_map(|message| message.in_words.clone());
        all.collect()
    };
    let (of, near) = (sentences(of), sentences(near));
    let has_all = |sentence: &String| {
        habit
            .says
            .iter()
            .all(|words| sentence.contains(words.as_str()))
    };
    let name = format!("{}, {}", habit.file, habit.name);
    let told: Vec<&str> = of
        .iter()
        .filter(|sentence| has_all(sentence))
        .map(String::as_str)
        .collect();
    let mut faults = Vec::from_iter(families::misplaced(&habit.file, &habit.name, &told));
    if habit.says.is_empty() || told.is_empty() {
        faults.push(format!("{name}: {:?} is not said, but {of:?}", habit.says));
    }
    for sentence in of.iter().filter(|sentence| {
        habit
            .never
            .iter()
            .any(|words| sentence.contains(words.as_str()))
    }) {
        faults.push(format!("{name}: that is said, too: {sentence}"));
    }
    for sentence in of.iter().filter(|it| is_too_long(it)) {
        faults.push(format!("{name}: too long to be read: {sentence}"));
    }
    for sentence in near.iter().filter(|sentence| has_all(sentence)) {
        faults.push(format!(
            "{name}: the same is said of what looks alike: {sentence}"
        ));
    }
    faults
}

/// Whether it is more than two sentences, or more than a few lines. Points in code end no sentence.
fn is_too_long(words: &str) -> bool {
    let prose: String = words.split('`').step_by(2).collect();
    prose.matches(". ").count() > 1 || words.chars().count() > 300
}

/// Sentences that no entry of a table is told, with the reason.
const UNTOLD: [&str; 14] = [
    // There is no graphics card here.
    "compiler_operator.devices",
    // No program of the course that is told one of these has been found yet.
    "compiler_axis.none_in_number",
    "compiler_axis.no_new",
    "compiler_axis.shape_stays_here",
    "compiler_bound.long_slice_in_loop",
    "compiler_list.length_of_iterator",
    "compiler_mismatch.result_else",
    "compiler_moved.mend_clone_there_or_size",
    "compiler_plain.one_length",
    "compiler_reference.mend_mutable",
    "compiler_reference.mend_slice",
    "compiler_results.unused",
    "compiler_tensors.lengths",
    "compiler_tensors.select_with",
];

/// A fault for every sentence about the compiler's messages that is in none of `told`, and for every one that is, although
/// it should not be.
fn untold(told: &[&str]) -> Vec<String> {
    families::sentences()
        .filter_map(|sentence| {
            let is_told = told.iter().any(|told| is_said(sentence, told));
            match (is_told, UNTOLD.contains(&sentence.id)) {
                (false, false) => Some(format!("{} is told of no mistake", sentence.id)),
                (true, true) => Some(format!("{} is told after all", sentence.id)),
                _ => None,
            }
        })
        .collect()
}

#[test]
fn every_exercise_has_its_mistakes_in_the_tables() {
    let (course, mistakes) = (support::course(), families::tables().0);
    for exercise in &course.exercises {
        let own = mistakes
            .iter()
            .filter(|mistake| mistake.exercise == exercise.name);
        assert!(own.count() >= 4, "{} has too few", exercise.name);
    }
}

#[test]
fn an_entry_belongs_to_the_family_whose_sentence_it_is_told() {
    for sentence in families::sentences() {
        let told = sentence
            .gaps
            .iter()
            .fold(sentence.english.to_owned(), |told, gap| {
                told.replace(&format!("{{{gap}}}"), "1")
            });
        let told = told.replace("{{", "{").replace("}}", "}");
        let own = families::table_of(sentence);
        assert_eq!(families::misplaced(&own, sentence.id, &[&told]), None);
        let fault = families::misplaced("elsewhere.toml", sentence.id, &[&told]);
        let fault = fault.expect("there is no such family");
        assert!(
            fault.starts_with("elsewhere.toml, ") && fault.contains(&own),
            "{fault}"
        );
    }
}

#[test]
fn what_a_mismatch_begins_with_does_not_decide_where_an_entry_belongs() {
    let begun = mismatch::here("an `i32`", "`rows`", "a `usize`");
    for (mend, family) in [
        (plain::cast("rows", "i32"), "plain"),
        (reference::mend("*rows"), "reference"),
    ] {
        let told = format!("{begun} {mend}");
        let file = format!("src/runner/compiler/mismatch/{family}.toml");
        assert_eq!(families::misplaced(&file, "a mend", &[&told]), None);
        let fault = families::misplaced("src/runner/compiler/mismatch.toml", "a mend", &[&told]);
        assert!(fault.is_some_and(|fault| fault.ends_with(&file)), "{told}");
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

const CODES: [&str; 36] = [
    "E0070",
    "E0423",
    "E0434",
    "E0435",
    "E0507",
    "E0529",
    "E0560",
    "E0605",
    "E0606",
    "E0609",
    "E0614",
    "E0618",
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
