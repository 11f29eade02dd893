//! The layers from dfdx's own operations against those with kernels of their own: values, and every gradient.

use dfdx::prelude::*;
use gradlings::nn::{self, generic};
use proptest::prelude::*;

type Recorded<S> = Tensor<S, f32, Cpu, OwnedTape<f32, Cpu>>;
type Image<const C: usize> = (usize, Const<C>, usize, usize);

/// A way to compute a layer: from its recorded input and its parameters.
type Way<'a, I, O, P> = &'a dyn Fn(Recorded<I>, &P) -> Recorded<O>;

/// Holds numbers against each other that were summed in two orders.
///
/// A sum of `terms` products differs from the true one by at most `terms · ε/2` of the sum of their absolute values, which
/// is `sizes`; two such sums by twice that.
fn assert_agree(what: &str, ours: &[f32], fast: &[f32], sizes: &[f32], terms: usize) {
    assert_eq!(ours.len(), fast.len(), "{what}");
    for (i, ((ours, fast), size)) in ours.iter().zip(fast).zip(sizes).enumerate() {
        let tolerance = terms as f32 * f32::EPSILON * size;
        assert!(
            (ours - fast).abs() <= tolerance,
            "{what}, element {i}: {ours}, not {fast} (± {tolerance})"
        );
    }
}

/// The output of a layer, and the gradients of its weighted sum: of the input, then of each parameter.
fn run<I: Shape, O: Shape, P: Parameters>(
    way: Way<I, O, P>,
    input: &Tensor<I, f32, Cpu>,
    parameters: &P,
    importance: &[f32],
) -> Vec<Vec<f32>> {
    let out = way(input.leaky_trace(), parameters);
    let mut found = vec![out.as_vec()];
    let weights = out.device().tensor_from_vec(
        importance[..out.shape().num_elements()].to_vec(),
        *out.shape(),
    );
    let grads = (out * weights).sum().backward();
    found.push(grads.get(input).as_vec());
    found.extend(parameters.gradients(&grads));
    found
}

/// The parameters of a layer: none, or a weight and a bias.
trait Parameters {
    fn gradients(&self, grads: &Gradients<f32, Cpu>) -> Vec<Vec<f32>>;
    fn abs(&self) -> Self;
}

impl Parameters for () {
    fn gradients(&self, _: &Gradients<f32, Cpu>) -> Vec<Vec<f32>> {
        Vec::new()
    }
    fn abs(&self) {}
}

impl<W: Shape, B: Shape> Parameters for (Tensor<W, f32, Cpu>, Tensor<B, f32, Cpu>) {
    fn gradients(&self, grads: &Gradients<f32, Cpu>) -> Vec<Vec<f32>> {
        vec![grads.get(&self.0).as_vec(), grads.get(&self.1).as_vec()]
    }
    fn abs(&self) -> Self {
        (self.0.clone().abs(), self.1.clone().abs())
    }
}

/// Runs both ways; `terms` are the lengths of the sums in the output and in each gradient.
fn hold<I: Shape, O: Shape, P: Parameters>(
    what: &str,
    (ours, fast): (Way<I, O, P>, Way<I, O, P>),
    (input, parameters): (&Tensor<I, f32, Cpu>, &P),
    importance: &[f32],
    terms: &[usize],
) {
    let found = run(ours, input, parameters, importance);
    let expected = run(fast, input, parameters, importance);
    let importance: Vec<f32> = importance.iter().map(|x| x.abs()).collect();
    let sizes = run(
        fast,
        &input.clone().abs(),
        &parameters.abs(),
        &importance[..],
    );
    assert_eq!(found.len(), terms.len(), "{what}");
    for (part, terms) in terms.iter().enumerate() {
        let name = [
            "output",
            "gradient of the input",
            "of the weight",
            "of the bias",
        ][part];
        assert_agree(
            &format!("{what}: {name}"),
            &found[part],
            &expected[part],
            &sizes[part],
            *terms,
        );
    }
}

/// Batch, height, width, stride, padding.
type Case = (usize, usize, usize, usize, usize);

const CASES: [Case; 9] = [
    (1, 5, 5, 1, 0),
    (2, 6, 9, 1, 1),
    (3, 9, 5, 1, 2),
    (4, 7, 8, 2, 0),
    (3, 8, 7, 2, 1),
    (2, 5, 11, 2, 2),
    (3, 10, 6, 3, 0),
    (1, 6, 13, 3, 1),
    // More padding than the window is wide: whole windows of zeros.
    (2, 5, 6, 4, 6),
];

fn places((_, height, width, stride, padding): Case, k: usize) -> usize {
    ((height + 2 * padding - k) / stride + 1) * ((width + 2 * padding - k) / stride + 1)
}

fn normal(dev: &Cpu, n: usize) -> Vec<f32> {
    let numbers: Tensor<(usize,), f32, _> = dev.sample_normal_like(&(n,));
    numbers.as_vec()
}

fn convolution<const IN: usize, const OUT: usize, const K: usize>(case: Case, seed: u64) {
    let (batch, height, width, stride, padding) = case;
    let dev = Cpu::seed_from_u64(seed);
    let images: Tensor<Image<IN>, f32, _> = dev.sample_normal_like(&(batch, Const, height, width));
    let weight: Tensor<Rank4<OUT, IN, K, K>, f32, _> = dev.sample_normal();
    let bias: Tensor<Rank1<OUT>, f32, _> = dev.sample_normal();
    let outputs = batch * places(case, K);
    hold(
        &format!("conv2d, IN {IN}, OUT {OUT}, K {K}, {case:?}"),
        (
            &|images, (weight, bias)| {
                generic::try_conv2d(images, weight, bias, stride, padding).expect("computed")
            },
            &|images, (weight, bias)| nn::conv2d(images, weight, bias, stride, padding),
        ),
        (&images, &(weight, bias)),
        &normal(&dev, outputs * OUT),
        &[K * K * IN + 1, K * K * OUT, outputs, outputs],
    );
}

#[test]
fn the_convolution_from_operations_of_dfdx_equals_the_one_with_a_kernel_of_its_own() {
    for (seed, case) in CASES.into_iter().enumerate() {
        let seed = seed as u64;
        convolution::<1, 1, 1>(case, seed);
        convolution::<1, 4, 3>(case, seed);
        convolution::<2, 3, 2>(case, seed);
        convolution::<3, 2, 3>(case, seed);
        convolution::<2, 5, 5>(case, seed);
    }
}

/// Integers from -1 to 1, so that most windows have several largest numbers.
fn with_ties<const C: usize>(dev: &Cpu, shape: Image<C>) -> Tensor<Image<C>, f32, Cpu> {
    let numbers = normal(dev, shape.num_elements());
    let whole = numbers.into_iter().map(|x| x.clamp(-1.0, 1.0).round());
    dev.tensor_from_vec(whole.collect(), shape)
}

fn pools<const K: usize, const S: usize>((batch, height, width, ..): Case, seed: u64) {
    let case = (batch, height, width, S, 0);
    let what = format!("K {K}, {case:?}");
    let dev = Cpu::seed_from_u64(seed);
    let images = with_ties::<2>(&dev, (batch, Const, height, width));
    let importance = normal(&dev, batch * 2 * places(case, K));
    let ours = run(
        &|images, ()| generic::try_max_pool2d(images, K, S).expect("computed"),
        &images,
        &(),
        &importance,
    );
    let fast = run(
        &|images, ()| nn::MaxPool2D::<K, S>.forward(images),
        &images,
        &(),
        &importance,
    );
    assert_eq!(ours[0], fast[0], "max pooling, {what}");
    // A number is the largest of as many windows as have it in them.
    let largest = importance.iter().fold(0.0f32, |most, x| most.max(x.abs()));
    let sizes = vec![(K * K) as f32 * largest; fast[1].len()];
    let name = format!("max pooling, {what}: gradient");
    assert_agree(&name, &ours[1], &fast[1], &sizes, K * K);

    let images: Tensor<Image<2>, f32, _> = dev.sample_normal_like(images.shape());
    hold(
        &format!("average pooling, {what}"),
        (
            &|images, ()| generic::try_avg_pool2d(images, K, S).expect("computed"),
            &|images, ()| nn::AvgPool2D::<K, S>.forward(images),
        ),
        (&images, &()),
        &importance,
        // One rounding more each: the division.
        &[K * K + 1, K * K + 1],
    );
}

#[test]
fn pooling_from_operations_of_dfdx_equals_the_one_with_a_kernel_of_its_own_even_among_equal_numbers()
 {
    for (seed, case) in CASES.into_iter().enumerate() {
        let seed = seed as u64;
        pools::<1, 1>(case, seed);
        pools::<2, 2>(case, seed);
        pools::<2, 1>(case, seed);
        pools::<2, 3>(case, seed);
        pools::<3, 2>(case, seed);
        pools::<4, 1>(case, seed);
    }
}

#[test]
fn a_nan_wins_a_window_both_ways_and_gets_its_gradient() {
    let dev = Cpu::default();
    for at in [vec![0], vec![3], vec![1, 2], vec![0, 1, 2, 3]] {
        let mut pixels = vec![1.0, -2.0, 3.0, 2.5];
        at.iter().for_each(|&i| pixels[i] = f32::NAN);
        let images: Tensor<Image<1>, f32, _> = dev.tensor_from_vec(pixels, (1, Const, 2, 2));
        let ours = run(
            &|images, ()| generic::try_max_pool2d(images, 2, 2).expect("computed"),
            &images,
            &(),
            &[1.0],
        );
        let fast = run(
            &|images, ()| nn::MaxPool2D::<2>.forward(images),
            &images,
            &(),
            &[1.0],
        );
        assert!(ours[0][0].is_nan() && fast[0][0].is_nan(), "{at:?}");
        assert_eq!(ours[1], fast[1], "{at:?}");
    }
}

#[test]
fn the_rectifier_from_operations_of_dfdx_equals_the_one_with_a_kernel_of_its_own() {
    let dev = Cpu::default();
    let numbers = [
        -1.5,
        -0.0,
        0.0,
        f32::MIN_POSITIVE,
        2.0,
        f32::INFINITY,
        f32::NEG_INFINITY,
    ];
    let input: Tensor<(usize,), f32, _> = dev.tensor_from_vec(numbers.to_vec(), (numbers.len(),));
    let importance = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0];
    let ours = run(
        &|input, ()| generic::try_relu(input).expect("computed"),
        &input,
        &(),
        &importance,
    );
    let fast = run(
        &|input, ()| nn::ReLU.forward(input),
        &input,
        &(),
        &importance,
    );
    assert_eq!(ours, fast);
}

#[test]
fn images_that_do_not_lie_in_order_give_the_same() {
    let dev = Cpu::seed_from_u64(3);
    let lying: Tensor<(usize, usize, Const<2>, usize), f32, _> =
        dev.sample_normal_like(&(3, 6, Const, 5));
    let images: Tensor<Image<2>, f32, _> = lying.permute::<_, Axes4<0, 2, 1, 3>>();
    let weight: Tensor<Rank4<3, 2, 3, 3>, f32, _> = dev.sample_normal();
    let bias: Tensor<Rank1<3>, f32, _> = dev.sample_normal();
    let [turned, straight] = [images.clone(), images.contiguous()]
        .map(|images| generic::try_conv2d(images, &weight, &bias, 1, 1).expect("computed"));
    assert_eq!(turned.as_vec(), straight.as_vec());
}

#[test]
#[should_panic = "The window is 5x5, but the image is only 3x9 with 0 of padding around it."]
fn a_window_larger_than_the_image_is_told_in_a_sentence() {
    let images: Tensor<Image<1>, f32, _> = Cpu::default().zeros_like(&(1, Const, 3, 9));
    let _ = generic::try_max_pool2d(images, 5, 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_shape_stride_and_padding_gives_the_same_both_ways(
        kernel in 1usize..=4,
        batch in 1usize..4,
        (taller, wider) in (0usize..8, 0usize..8),
        stride in 1usize..5,
        padding in 0usize..4,
        seed: u64,
    ) {
        let case = (batch, kernel + taller, kernel + wider, stride, padding);
        match kernel {
            1 => {
                convolution::<3, 2, 1>(case, seed);
                pools::<1, 2>(case, seed);
            }
            2 => {
                convolution::<2, 3, 2>(case, seed);
                pools::<2, 3>(case, seed);
            }
            3 => {
                convolution::<1, 4, 3>(case, seed);
                pools::<3, 1>(case, seed);
            }
            _ => {
                convolution::<2, 2, 4>(case, seed);
                pools::<4, 3>(case, seed);
            }
        }
    }
}
