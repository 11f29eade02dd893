//! Rotary positions: what a product of two vectors knows of the distance of their tokens.

/// What the angles of the pairs are powers of.
pub(super) const THETA: f64 = 10_000.0;

/// The cosine and the sine of every angle, `(time, width / 2)` each.
#[cfg(not(feature = "cuda"))]
#[derive(Debug)]
pub(super) struct Rotary {
    cos: Vec<f32>,
    sin: Vec<f32>,
    pairs: usize,
}

#[cfg(not(feature = "cuda"))]
impl Rotary {
    /// For positions `0 .. time` of vectors with `width` numbers: position `p` turns pair `i` by `p / 10000^(2i / width)`.
    pub(super) fn new(time: usize, width: usize) -> Self {
        let pairs = width / 2;
        let slowness = (0..pairs).map(|pair| THETA.powf(2.0 * pair as f64 / width as f64));
        let slowness: Vec<f64> = slowness.collect();
        let angles = (0..time).flat_map(|position| {
            let slowness = slowness.iter();
            slowness.map(move |slowness| position as f64 / slowness)
        });
        let turns = angles.map(|angle| (angle.cos() as f32, angle.sin() as f32));
        let (cos, sin) = turns.unzip();
        Self { cos, sin, pairs }
    }

    /// Turns the vectors of a sequence, `(time, width)`: numbers `i` and `i + width / 2` are a point in a plane.
    pub(super) fn turn(&self, vectors: &mut [f32]) {
        self.each(vectors, |a, b, cos, sin| {
            (a * cos - b * sin, b * cos + a * sin)
        });
    }

    /// Turns them back, which is also what happens to their gradients.
    pub(super) fn turn_back(&self, vectors: &mut [f32]) {
        self.each(vectors, |a, b, cos, sin| {
            (a * cos + b * sin, b * cos - a * sin)
        });
    }

    fn each(&self, vectors: &mut [f32], point: impl Fn(f32, f32, f32, f32) -> (f32, f32)) {
        let pairs = self.pairs.max(1);
        let angles = self.cos.chunks(pairs).zip(self.sin.chunks(pairs));
        for (vector, (cos, sin)) in vectors.chunks_mut(2 * pairs).zip(angles) {
            let (first, second) = vector.split_at_mut(pairs);
            let halves = first.iter_mut().zip(second);
            for ((a, b), (cos, sin)) in halves.zip(cos.iter().zip(sin)) {
                (*a, *b) = point(*a, *b, *cos, *sin);
            }
        }
    }
}
