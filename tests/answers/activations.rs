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
