// right: the slope by a sigmoid of -x, and `mul_add`
pub fn relu(x: f64) -> (f64, f64) {
    (x.max(0.0), f64::from(u8::from(x > 0.0)))
}

pub fn sigmoid(x: f64) -> (f64, f64) {
    fn s(x: f64) -> f64 {
        1.0 / (1.0 + f64::exp(-x))
    }
    (s(x), s(x) * s(-x))
}

pub fn gelu(x: f64) -> (f64, f64) {
    let big = 0.5 * (1.0 + erf(x * std::f64::consts::FRAC_1_SQRT_2));
    let small = 1.0 / (2.0 * PI).sqrt() * f64::powf(std::f64::consts::E, -0.5 * x.powi(2));
    (big * x, x.mul_add(small, big))
}

// right: everything by tanh, absolute values and signs
pub fn relu(x: f64) -> (f64, f64) {
    (
        (x + x.abs()) / 2.0,
        if x == 0.0 {
            0.0
        } else {
            (1.0 + x.signum()) / 2.0
        },
    )
}

pub fn sigmoid(x: f64) -> (f64, f64) {
    let t = (x / 2.0).tanh();
    (0.5 * (1.0 + t), 0.25 * (1.0 - t * t))
}

pub fn gelu(x: f64) -> (f64, f64) {
    let p = 1.0 - (1.0 - erf(x / f64::sqrt(2.0))) / 2.0;
    let d = (-(x * x) * 0.5).exp() * (1.0 / (PI.sqrt() * 2_f64.sqrt()));
    (p * x, p + d * x)
}

// right: slopes by central differences
pub fn sigmoid(x: f64) -> (f64, f64) {
    let f = |x: f64| 1.0 / (1.0 + (-x).exp());
    (f(x), (f(x + 1e-5) - f(x - 1e-5)) / 2e-5)
}

pub fn gelu(x: f64) -> (f64, f64) {
    let f = |x: f64| x * (1.0 + erf(x / 2_f64.sqrt())) / 2.0;
    (f(x), (f(x + 1e-5) - f(x - 1e-5)) / 2e-5)
}

// wrong, mistake:signum as slope: the sign as slope
pub fn relu(x: f64) -> (f64, f64) {
    (x.max(0.0), x.signum())
}

// wrong, mistake:twice as steep: a tanh of x
pub fn sigmoid(x: f64) -> (f64, f64) {
    let s = 0.5 * (1.0 + x.tanh());
    (s, s * (1.0 - s))
}

// wrong, large: x cut off at 10
pub fn sigmoid(x: f64) -> (f64, f64) {
    let s = 1.0 / (1.0 + (-x.clamp(-10.0, 10.0)).exp());
    (s, s * (1.0 - s))
}

// wrong, mistake:Phi and phi exchanged: Phi and phi exchanged in the slope
pub fn gelu(x: f64) -> (f64, f64) {
    let cdf = (1.0 + erf(x / 2_f64.sqrt())) / 2.0;
    let pdf = (-x * x / 2.0).exp() / (2.0 * PI).sqrt();
    (x * cdf, pdf + x * cdf)
}

// wrong, mistake:bell multiplied by pi: parentheses left out
pub fn gelu(x: f64) -> (f64, f64) {
    let cdf = (1.0 + erf(x / 2_f64.sqrt())) / 2.0;
    let pdf = (-x * x / 2.0).exp() / 2_f64.sqrt() * PI;
    (x * cdf, cdf + x * pdf)
}

// wrong, mistake:0 below 0: 0 below 0
pub fn gelu(x: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 0.0);
    }
    let cdf = (1.0 + erf(x / 2_f64.sqrt())) / 2.0;
    let pdf = (-x * x / 2.0).exp() / (2.0 * PI).sqrt();
    (x * cdf, cdf + x * pdf)
}

// right: by comparisons only
pub fn relu(x: f64) -> (f64, f64) {
    match x > 0.0 {
        true => (x, 1.0),
        false => (0.0, 0.0),
    }
}

// right: by the sign, so that the exponent is never positive
pub fn sigmoid(x: f64) -> (f64, f64) {
    let e = (-x.abs()).exp();
    let large = 1.0 / (1.0 + e);
    let value = if x < 0.0 { e / (1.0 + e) } else { large };
    (value, e * large * large)
}

// right: by a tanh, which is the same function
pub fn sigmoid(x: f64) -> (f64, f64) {
    let s = 0.5 * (1.0 + (x / 2.0).tanh());
    (s, s - s * s)
}

// right: phi by the constants of std
pub fn gelu(x: f64) -> (f64, f64) {
    use std::f64::consts::{FRAC_1_SQRT_2, TAU};
    let below = 0.5 + 0.5 * erf(x * FRAC_1_SQRT_2);
    let bell = (-0.5 * x.powi(2)).exp() / TAU.sqrt();
    (x * below, below + x * bell)
}

// wrong, mistake:slope 1 at 0: the slope is 1 at 0 too
pub fn relu(x: f64) -> (f64, f64) {
    (x.max(0.0), if x >= 0.0 { 1.0 } else { 0.0 })
}

// wrong, mistake:slope -1 below 0: the slope below zero is -1
pub fn relu(x: f64) -> (f64, f64) {
    (x.max(0.0), if x > 0.0 { 1.0 } else { -1.0 })
}

// wrong, mistake:value as slope: the slope is the value
pub fn relu(x: f64) -> (f64, f64) {
    (x.max(0.0), x.max(0.0))
}

// wrong, mistake:slope 1/2 at 0: the slope at 0 is a half
pub fn relu(x: f64) -> (f64, f64) {
    let slope = if x == 0.0 {
        0.5
    } else if x > 0.0 {
        1.0
    } else {
        0.0
    };
    (x.max(0.0), slope)
}

// wrong, mistake:infinity divided by infinity in the slope: the slope is exp(-x) / (1 + exp(-x))^2, which is infinity by infinity far below 0
pub fn sigmoid(x: f64) -> (f64, f64) {
    let e = (-x).exp();
    (1.0 / (1.0 + e), e / (1.0 + e).powi(2))
}

// wrong, mistake:slope made of x: the slope is made of x, not of the value
pub fn sigmoid(x: f64) -> (f64, f64) {
    (1.0 / (1.0 + (-x).exp()), x * (1.0 - x))
}

// wrong, mistake:sign: the sign of x is lost
pub fn sigmoid(x: f64) -> (f64, f64) {
    let s = 1.0 / (1.0 + x.exp());
    (s, s * (1.0 - s))
}

// wrong, mistake:slope of the tanh: the slope of the tanh
pub fn sigmoid(x: f64) -> (f64, f64) {
    let s = 1.0 / (1.0 + (-x).exp());
    (s, 1.0 - s * s)
}

// wrong, mistake:by a tanh: the approximation by a tanh
pub fn gelu(x: f64) -> (f64, f64) {
    let inner = (2.0 / PI).sqrt() * (x + 0.044715 * x.powi(3));
    let t = inner.tanh();
    let below = 0.5 * (1.0 + t);
    let slope = (2.0 / PI).sqrt() * (1.0 + 3.0 * 0.044715 * x * x);
    (x * below, below + 0.5 * x * (1.0 - t * t) * slope)
}

// wrong, mistake:slope without its second part: the slope has Phi alone
pub fn gelu(x: f64) -> (f64, f64) {
    let below = (1.0 + erf(x / 2_f64.sqrt())) / 2.0;
    (x * below, below)
}

// wrong, mistake:bell divided by the root of pi: the bell is divided by the root of pi, without the 2
pub fn gelu(x: f64) -> (f64, f64) {
    let below = (1.0 + erf(x / 2_f64.sqrt())) / 2.0;
    let bell = (-x * x / 2.0).exp() / PI.sqrt();
    (x * below, below + x * bell)
}

// wrong, mistake:root forgotten: x goes into erf as it is
pub fn gelu(x: f64) -> (f64, f64) {
    let below = (1.0 + erf(x)) / 2.0;
    let bell = (-x * x / 2.0).exp() / (2.0 * PI).sqrt();
    (x * below, below + x * bell)
}

// wrong, mistake:bell without x: the bell is not multiplied by x
pub fn gelu(x: f64) -> (f64, f64) {
    let below = (1.0 + erf(x / 2_f64.sqrt())) / 2.0;
    let bell = (-x * x / 2.0).exp() / (2.0 * PI).sqrt();
    (x * below, below + bell)
}

// wrong, mistake:leaky: a slope of 0.01 below 0, as in a leaky ReLU
pub fn relu(x: f64) -> (f64, f64) {
    if x > 0.0 { (x, 1.0) } else { (0.01 * x, 0.01) }
}

// wrong, mistake:square of the value: the slope is s squared
pub fn sigmoid(x: f64) -> (f64, f64) {
    let s = 1.0 / (1.0 + (-x).exp());
    (s, s * s)
}

// wrong, mistake:twice as steep: the exponential has 2x, as in the tanh
pub fn sigmoid(x: f64) -> (f64, f64) {
    let s = 1.0 / (1.0 + (-2.0 * x).exp());
    (s, s * (1.0 - s))
}

// wrong, offset: 1 is added to erf after it is halved
pub fn gelu(x: f64) -> (f64, f64) {
    let below = 1.0 + erf(x / 2_f64.sqrt()) / 2.0;
    let bell = (-x * x / 2.0).exp() / (2.0 * PI).sqrt();
    (x * below, below + x * bell)
}

// wrong, mistake:bell too narrow: the square has no 2 under it
pub fn gelu(x: f64) -> (f64, f64) {
    let below = (1.0 + erf(x / 2_f64.sqrt())) / 2.0;
    let bell = (-x * x).exp() / (2.0 * PI).sqrt();
    (x * below, below + x * bell)
}

// wrong, mistake:slope of the factors: the slope is a product of both factors' slopes
pub fn gelu(x: f64) -> (f64, f64) {
    let below = (1.0 + erf(x / 2_f64.sqrt())) / 2.0;
    let bell = (-x * x / 2.0).exp() / (2.0 * PI).sqrt();
    (x * below, bell)
}

// wrong, mistake:bell divided by 2 pi: the bell is divided by 2 pi, without a root
pub fn gelu(x: f64) -> (f64, f64) {
    let below = (1.0 + erf(x / 2_f64.sqrt())) / 2.0;
    let bell = (-x * x / 2.0).exp() / (2.0 * PI);
    (x * below, below + x * bell)
}
