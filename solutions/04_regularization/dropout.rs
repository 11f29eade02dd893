//! Inverted dropout: zeros at random in training, the rest made larger by as much; nothing in evaluation.

use gradlings::prelude::*;

pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if !training {
        return activations;
    }
    let mut random = random(seed);
    let factors = (0..activations.shape().0)
        .map(|_| {
            if random.r#gen::<f32>() < rate {
                0.0
            } else {
                1.0 / (1.0 - rate)
            }
        })
        .collect();
    let factors = device().tensor_from_vec(factors, *activations.shape());
    activations * factors
}

mod mistakes {
    use gradlings::prelude::*;

    /// Multiplies each activation by `dropped` with probability `probability`, by `kept` otherwise.
    fn draw(activations: &Vector, probability: f32, kept: f32, seed: u64) -> Vector {
        let mut random = random(seed);
        let drawn = activations
            .as_vec()
            .into_iter()
            .map(|x| {
                if random.r#gen::<f32>() < probability {
                    0.0
                } else {
                    x * kept
                }
            })
            .collect();
        device().tensor_from_vec(drawn, *activations.shape())
    }

    pub fn not_rescaled(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
        if training {
            draw(&activations, rate, 1.0, seed)
        } else {
            activations
        }
    }

    pub fn swapped(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
        if training {
            draw(&activations, 1.0 - rate, 1.0 / (1.0 - rate), seed)
        } else {
            activations
        }
    }

    pub fn rate_keeps(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
        if training {
            draw(&activations, 1.0 - rate, 1.0 / rate, seed)
        } else {
            activations
        }
    }

    pub fn swapped_not_rescaled(
        activations: Vector,
        rate: f32,
        training: bool,
        seed: u64,
    ) -> Vector {
        if training {
            draw(&activations, 1.0 - rate, 1.0, seed)
        } else {
            activations
        }
    }

    pub fn divided_by_rate(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
        if training {
            draw(&activations, rate, 1.0 / rate, seed)
        } else {
            activations
        }
    }

    pub fn multiplied(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
        if training {
            draw(&activations, rate, 1.0 - rate, seed)
        } else {
            activations
        }
    }

    pub fn never_dropped(activations: Vector, _rate: f32, _training: bool, _seed: u64) -> Vector {
        activations
    }

    pub fn evaluation_dropped(
        activations: Vector,
        rate: f32,
        _training: bool,
        seed: u64,
    ) -> Vector {
        draw(&activations, rate, 1.0 / (1.0 - rate), seed)
    }

    pub fn evaluation_kept_less(
        activations: Vector,
        rate: f32,
        _training: bool,
        seed: u64,
    ) -> Vector {
        let mut random = random(seed);
        let keep = 1.0 - rate;
        let drawn = activations
            .as_vec()
            .into_iter()
            .map(|x| {
                if random.r#gen::<f32>() < keep {
                    x / keep
                } else {
                    0.0
                }
            })
            .collect();
        device().tensor_from_vec(drawn, *activations.shape())
    }

    pub fn evaluation_shrunk(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
        if training {
            draw(&activations, rate, 1.0 / (1.0 - rate), seed)
        } else {
            activations * (1.0 - rate)
        }
    }

    pub fn evaluation_enlarged(
        activations: Vector,
        rate: f32,
        training: bool,
        seed: u64,
    ) -> Vector {
        if training {
            draw(&activations, rate, 1.0 / (1.0 - rate), seed)
        } else {
            activations / (1.0 - rate)
        }
    }
}

/// Activations as they come out of a ReLU that is on: positive, so that every zero in the answer was dropped.
fn activations(g: &mut Generator, n: usize) -> Vector {
    g.vector(n).abs() + 0.5
}

fn main() {
    Reference::of("dropout in training", function(dropout))
        .inputs(["activations", "rate", "training", "seed"])
        .parts([("result", statistics())])
        .cases(6, |g, i| {
            let rate = [0.4, 0.1, 0.25, 0.5, 0.7, 0.8][i];
            (activations(g, 4000 + 2000 * i), rate, true, g.seed())
        })
        .mistake(
            "not rescaled",
            "You dropped the right share but left the others as they were; divide what is kept by `1 - rate`, or the \
             next layer gets too little.",
            function(mistakes::not_rescaled),
        )
        .mistake(
            "swapped",
            "You kept what should be dropped: `rate` is the probability of being dropped, and `1 - rate` that of \
             being kept.",
            function(mistakes::swapped),
        )
        .mistake(
            "rate keeps",
            "You took `rate` for the probability of being kept, and divided by it; it is the probability of being \
             dropped, so what is kept is divided by `1 - rate`.",
            function(mistakes::rate_keeps),
        )
        .mistake(
            "swapped and not rescaled",
            "You kept what should be dropped, and did not rescale; drop with probability `rate`, and divide what is \
             kept by `1 - rate`.",
            function(mistakes::swapped_not_rescaled),
        )
        .mistake(
            "divided by the rate",
            "You divided what is kept by `rate`; divide it by the probability of being kept, `1 - rate`.",
            function(mistakes::divided_by_rate),
        )
        .mistake(
            "multiplied",
            "You multiplied what is kept by `1 - rate`, which makes it smaller still; divide by it, to make up for \
             what is missing.",
            function(mistakes::multiplied),
        )
        .mistake(
            "never dropped",
            "You dropped nothing; while `training` is true, each activation becomes zero with probability `rate`.",
            function(mistakes::never_dropped),
        )
        .and("dropout in evaluation", function(dropout))
        .inputs(["activations", "rate", "training", "seed"])
        .case("one activation", |g| (g.vector(1), 0.5, false, g.seed()))
        .case("training, but with rate zero", |g| (g.vector(5), 0.0, true, g.seed()))
        .cases(10, |g, i| {
            let rate = g.number(0.1..0.45);
            (g.vector(8 + 4 * i), rate, false, g.seed())
        })
        .mistake(
            "dropped in evaluation",
            "You dropped activations in evaluation too; there, when `training` is false, every activation stays as it \
             is.",
            function(mistakes::evaluation_dropped),
        )
        .mistake(
            "not all kept in evaluation",
            "You dropped activations in evaluation too; there, when `training` is false, every activation stays as it \
             is.",
            function(mistakes::evaluation_kept_less),
        )
        .mistake(
            "shrunk in evaluation",
            "You multiplied by `1 - rate` in evaluation, as the first kind of dropout did; inverted dropout rescales \
             in training, so evaluation leaves everything as it is.",
            function(mistakes::evaluation_shrunk),
        )
        .mistake(
            "enlarged in evaluation",
            "You divided by `1 - rate` in evaluation too; nothing is missing there, so everything stays as it is.",
            function(mistakes::evaluation_enlarged),
        )
        .run()
}
