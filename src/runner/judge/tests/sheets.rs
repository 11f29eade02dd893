//! Small sheets, built by hand.
//!
//! One file for two crates, the library and its program of tests `judge`, which is why it calls the library by its name.

use gradlings::comparator::{Comparator, CurveComparator};
use gradlings::report::Curve;
use gradlings::runner::judge::{Judged, judge};
use gradlings::runner::outcome::{CheckOutcome, CheckState};
use gradlings::sheet::{Answer, Case, Check, CheckKind, CurvePart, Mistake, Part, Returned};
use gradlings::wire::{Array, Value};

/// As close as a number in `f32` can be expected to be.
pub const CLOSE: Comparator = Comparator::Close(None);

/// A check with its cases and the candidate's answers, one step at a time.
pub struct Sheet {
    pub check: Check,
    pub answers: Vec<Judged>,
}

impl Sheet {
    /// A function `f` of `x` with one part.
    pub fn of(comparator: Comparator) -> Self {
        Self::of_parts(CheckKind::Function, [("result", comparator)])
    }

    /// The value and the gradient of `x`.
    pub fn gradient() -> Self {
        let close = || Comparator::Close(None);
        Self::of_parts(
            CheckKind::Gradient,
            [("value", close()), ("gradient of x", close())],
        )
    }

    pub fn of_parts<const N: usize>(kind: CheckKind, parts: [(&str, Comparator); N]) -> Self {
        Self {
            check: Check {
                name: "f".to_owned(),
                function: "f".to_owned(),
                catches: false,
                repeat: None,
                interruption: None,
                kind,
                inputs: vec!["x".to_owned(), "y".to_owned()],
                parts: parts
                    .into_iter()
                    .map(|(name, comparator)| Part {
                        name: name.to_owned(),
                        comparator,
                    })
                    .collect(),
                curves: Vec::new(),
                mistakes: Vec::new(),
                cases: Vec::new(),
                variations: Vec::new(),
            },
            answers: Vec::new(),
        }
    }

    pub fn mistake(mut self, id: &str) -> Self {
        self.check.mistakes.push(Mistake {
            id: id.to_owned(),
            sentence: format!("You did {id}."),
            is_bug: false,
        });
        self
    }

    pub fn curve(mut self, series: &str, comparator: CurveComparator) -> Self {
        self.check.curves.push(CurvePart {
            is_share: false,
            is_held_out: false,
            is_optional: false,
            is_setting: false,
            series: series.to_owned(),
            comparator,
        });
        self
    }

    /// A case with one part, and the candidate's answer to it.
    pub fn case(self, inputs: Vec<Value>, right: Value, yours: Value) -> Self {
        self.case_of(inputs, vec![right], returned([yours]))
    }

    pub fn case_of(mut self, inputs: Vec<Value>, right: Vec<Value>, yours: Answer) -> Self {
        self.answers.push(Judged {
            case: self.check.cases.len(),
            answer: yours,
            inspected: None,
        });
        self.check.cases.push(Case {
            label: String::new(),
            seed: 0,
            inputs,
            right: Returned::of(right),
            wrong: Vec::new(),
            inspected: Vec::new(),
            noise: Vec::new(),
            ends: Vec::new(),
            last: false,
        });
        self
    }

    /// What the mistakes answer to the last case.
    pub fn wrong(mut self, wrong: impl IntoIterator<Item = Value>) -> Self {
        let case = self.check.cases.last_mut().expect("there is a case");
        case.wrong = wrong.into_iter().map(|value| returned([value])).collect();
        self
    }

    /// The label of the last case.
    pub fn label(mut self, label: &str) -> Self {
        let case = self.check.cases.last_mut().expect("there is a case");
        case.label = label.to_owned();
        self
    }

    /// The curves of the last case: the reference's and the candidate's.
    pub fn curves(mut self, right: Vec<Curve>, yours: Vec<Curve>) -> Self {
        let case = self.check.cases.last_mut().expect("there is a case");
        case.right.curves = right;
        if let Answer::Returned(returned) =
            &mut self.answers.last_mut().expect("and an answer").answer
        {
            returned.curves = yours;
        }
        self
    }

    /// What the reference says of the last answer.
    pub fn inspected(mut self, what: Option<&str>) -> Self {
        self.answers
            .last_mut()
            .expect("there is an answer")
            .inspected = what.map(str::to_owned);
        self
    }

    pub fn judge(&self) -> CheckOutcome {
        let outcome = judge(&self.check, &self.answers);
        if let Some(diagnosis) = &outcome.diagnosis {
            is_for_a_beginner(&diagnosis.message);
        }
        outcome
    }

    #[track_caller]
    pub fn passes(&self) {
        let outcome = self.judge();
        assert_eq!(outcome.state, CheckState::Passed, "{outcome:?}");
        assert_eq!((outcome.failed, &outcome.diagnosis), (0, &None));
    }

    /// Fails with this kind of diagnosis; gives its message.
    #[track_caller]
    pub fn fails(&self, kind: &str) -> String {
        let outcome = self.judge();
        let diagnosis = outcome.diagnosis.clone().expect("a failure has a reason");
        assert_eq!(diagnosis.kind.word(), kind, "{}", diagnosis.message);
        assert_eq!(outcome.state, CheckState::Failed);
        assert!(outcome.failed > 0);
        diagnosis.message
    }

    /// Fails because of this mistake.
    #[track_caller]
    pub fn is_mistake(&self, id: &str) {
        let outcome = self.judge();
        let diagnosis = outcome.diagnosis.expect("a failure has a reason");
        assert_eq!(diagnosis.id.as_deref(), Some(id), "{}", diagnosis.message);
        assert_eq!(diagnosis.kind.word(), "mistake");
        assert_eq!(diagnosis.message, format!("You did {id}."));
    }
}

/// The message of a sheet that fails.
#[track_caller]
pub fn said(sheet: &Sheet) -> String {
    let diagnosis = sheet.judge().diagnosis.expect("it fails");
    diagnosis.message
}

/// Whether a message is a full sentence in words, and not what `{:?}` makes of a type.
#[track_caller]
pub fn is_for_a_beginner(message: &str) {
    let first = message.chars().next().expect("there is a message");
    assert!(
        first.is_uppercase() || first.is_numeric() || first == '`',
        "{message}"
    );
    assert!(
        message.ends_with('.') || message.contains("panicked"),
        "{message}"
    );
    for syntax in [
        "Some(", "None", "Ok(", "Err(", "Value", "Array {", " { ", "::{", "[]", "  ", "\"",
        "NaN.0", "..", "Numbers(", "Fault",
    ] {
        assert!(
            !message.contains(syntax)
                || message.contains("panicked")
                || message.contains("report::metric"),
            "`{syntax}` in: {message}"
        );
    }
    assert!(message.split(' ').count() >= 3, "{message}");
    assert!(
        message.len() < 400 || message.contains("panicked"),
        "{message}"
    );
}

pub fn returned(parts: impl IntoIterator<Item = Value>) -> Answer {
    Answer::Returned(Returned::of(parts.into_iter().collect()))
}

pub fn number(x: f32) -> Value {
    Value::Numbers(Array::scalar(x))
}

pub fn vector(x: impl Into<Vec<f32>>) -> Value {
    Value::Numbers(Array::vector(x.into()))
}

pub fn matrix<const R: usize, const C: usize>(x: [[f32; C]; R]) -> Value {
    tensor(&[R, C], x.concat())
}

pub fn tensor(shape: &[usize], data: Vec<f32>) -> Value {
    Value::Numbers(Array::new(shape.to_vec(), data).expect("as many elements as the shape says"))
}

pub fn integers(x: impl Into<Vec<i64>>) -> Value {
    Value::Integers(Array::vector(x.into()))
}

pub fn arrays(x: Vec<Array<f32>>) -> Value {
    Value::Arrays(x)
}

pub fn text(x: &str) -> Value {
    Value::Text(x.to_owned())
}

pub fn curve(series: &str, values: &[f32]) -> Curve {
    Curve {
        series: series.to_owned(),
        points: (0..).zip(values.iter().copied()).collect(),
    }
}

/// Random numbers that are the same on every machine.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    }

    /// In 0..1.
    pub fn uniform(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    pub fn normal(&mut self) -> f64 {
        let (u, v) = (1.0 - self.uniform(), self.uniform());
        (-2.0 * u.ln()).sqrt() * (std::f64::consts::TAU * v).cos()
    }

    pub fn vector(&mut self, n: usize) -> Vec<f32> {
        (0..n).map(|_| self.normal() as f32).collect()
    }
}
