//! Small trainings, right and wrong, and what is said of them.

use std::sync::{Arc, Mutex, PoisonError};

use gradlings::comparator::CurveComparator;
use gradlings::health;
use gradlings::prelude::*;
use gradlings::report::Report;
use gradlings::runner::health::Health;
use gradlings::runner::outcome::HealthLine;
use gradlings::sheet::CurvePart;

/// Reports go where the whole process wants them, so one training runs at a time.
static ONE: Mutex<()> = Mutex::new(());

/// The reports of a training as the runner gets them.
pub fn reports(training: impl FnOnce()) -> Vec<Report> {
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let heard: Arc<Mutex<Vec<Report>>> = Arc::default();
    let sink = Arc::clone(&heard);
    let keep = move |report| sink.lock().expect("no panic").push(report);
    report::with_receiver(keep, || health::observe(training));
    std::mem::take(&mut *heard.lock().expect("no panic"))
}

/// The lines in the verdict.
pub fn lines(training: impl FnOnce()) -> Vec<HealthLine> {
    let mut health = Health::of(&declared());
    for report in reports(training) {
        health.take(&report);
    }
    health.lines(true)
}

/// What the trainings of these tests report, and what it should do.
fn declared() -> Vec<CurvePart> {
    let series = [
        // Before the loss, for which it must not be taken.
        ("learning rate", CurveComparator::FallsBelow(1.0), false),
        ("loss", CurveComparator::Falls, false),
        ("training loss", CurveComparator::Falls, false),
        ("perplexity", CurveComparator::FallsBelow(2.0), false),
        ("accuracy", CurveComparator::Rises, false),
        ("validation loss", CurveComparator::Falls, true),
        ("validation accuracy", CurveComparator::Rises, true),
        ("hits on new points", CurveComparator::Rises, true),
    ];
    let part = |(name, comparator, is_held_out): (&str, CurveComparator, bool)| CurvePart {
        series: name.to_owned(),
        is_share: name.ends_with("accuracy"),
        comparator,
        is_held_out,
        is_optional: true,
        is_setting: name == "learning rate",
    };
    series.map(part).into()
}

/// The kinds, with their steps.
pub fn kinds(lines: &[HealthLine]) -> Vec<(&str, Option<u64>)> {
    lines
        .iter()
        .map(|line| (line.kind.as_str(), line.step))
        .collect()
}

/// One line of this kind and step, whose message has all of these in it.
pub fn assert_says(training: impl FnOnce(), kind: &str, step: u64, words: &[&str]) {
    let lines = lines(training);
    assert_eq!(kinds(&lines), [(kind, Some(step))], "{lines:#?}");
    for word in words {
        assert!(
            lines[0].message.contains(word),
            "no `{word}` in: {}",
            lines[0].message
        );
    }
}

/// Three groups of points in the plane that a line can part, with their classes.
pub struct Points {
    pub x: Vec<[f32; 2]>,
    pub class: Vec<usize>,
}

pub type Input<T = NoneTape> = Tensor<(usize, Const<2>), f32, Dev, T>;
pub type Logits<T = NoneTape> = Tensor<(usize, Const<3>), f32, Dev, T>;

impl Points {
    /// `count` points from `seed`; `spread` is how far they are from the middle of their group.
    pub fn new(seed: u64, count: usize, spread: f32) -> Points {
        let mut random = random(seed);
        let middles = [[1.0, 0.0], [-0.5, 0.8], [-0.5, -0.8]];
        let class: Vec<usize> = (0..count).map(|i| i % 3).collect();
        let x = class
            .iter()
            .map(|class| middles[*class].map(|it| it + spread * random.gen_range(-1.0..1.0)))
            .collect();
        Points { x, class }
    }

    /// The classes drawn by lot: nothing that can be learned carries over.
    pub fn by_lot(seed: u64, count: usize) -> Points {
        let mut random = random(seed);
        let mut points = Points::new(seed, count, 1.0);
        points
            .class
            .iter_mut()
            .for_each(|class| *class = random.gen_range(0..3));
        points
    }

    pub fn input(&self, batch: &[usize]) -> Input {
        let values = batch.iter().flat_map(|i| self.x[*i]).collect();
        device().tensor_from_vec(values, (batch.len(), Const))
    }

    pub fn targets(&self, batch: &[usize]) -> Logits {
        let mut values = vec![0.0; 3 * batch.len()];
        for (row, i) in batch.iter().enumerate() {
            values[3 * row + self.class[*i]] = 1.0;
        }
        device().tensor_from_vec(values, (batch.len(), Const))
    }

    pub fn all(&self) -> Vec<usize> {
        (0..self.class.len()).collect()
    }

    /// The share of rows whose largest logit is at the class.
    pub fn accuracy(&self, logits: &[f32]) -> f32 {
        let rows = logits.chunks_exact(3).zip(&self.class);
        let right = rows.filter(|(row, class)| row.iter().all(|it| *it <= row[**class]));
        right.count() as f32 / self.class.len() as f32
    }
}

pub fn adam(lr: f64) -> AdamConfig {
    AdamConfig {
        lr,
        ..AdamConfig::default()
    }
}

pub fn sgd(lr: f64) -> SgdConfig {
    SgdConfig {
        lr,
        momentum: None,
        weight_decay: None,
    }
}
