//! A small policy that learns which answers are liked.

use gradlings::prelude::*;

/// How many answers the policy can give.
const ANSWERS: usize = 6;
const STEPS: usize = 120;
const RATE: f32 = 2.0;
const BETA: f32 = 0.1;

/// Two answers each, the one that is liked first: lower numbers are liked better.
const PAIRS: [(usize, usize); 6] = [(0, 3), (1, 4), (2, 5), (0, 5), (1, 3), (2, 4)];

/// How much the policy prefers the answer that is liked, as the mean over all pairs, in nats.
fn margin(logits: &Vector) -> f32 {
    let logits = logits.as_vec();
    let margins = PAIRS.map(|(chosen, rejected)| logits[chosen] - logits[rejected]);
    margins.iter().sum::<f32>() / PAIRS.len() as f32
}

/// The probabilities of one of the two answers of each pair.
fn of(logits: Vector<Recording>, places: [usize; PAIRS.len()]) -> Vector<Recording> {
    let places = device().tensor_from_vec(places.to_vec(), (PAIRS.len(),));
    logits.log_softmax::<Axis<0>>().gather(places)
}

/// Trains a policy of six answers, of which three are liked, with a learner's loss: the loss, and by how many nats the policy
/// prefers what is liked, while the reference prefers the opposite.
///
/// `dpo` gets the policy's `ln p` of the chosen and of the rejected answers, `(6,)` each, those of the reference, and beta.
///
/// ```
/// use course::demo;
/// use gradlings::prelude::*;
///
/// demo::preferred(|chosen, rejected, _, _, beta| ((rejected - chosen) * beta).mean());
/// ```
pub fn preferred(
    dpo: impl Fn(Vector<Recording>, Vector<Recording>, Vector, Vector, f32) -> Scalar<Recording>,
) {
    let reference: Vector =
        device().tensor_from_vec(vec![-0.5, -0.3, -0.4, 0.5, 0.3, 0.4], (ANSWERS,));
    let (chosen, rejected) = (PAIRS.map(|pair| pair.0), PAIRS.map(|pair| pair.1));
    let by_reference = |places| of(reference.leaky_trace(), places).retaped::<NoneTape>();
    let mut policy = reference.clone();
    for step in 0..STEPS {
        let loss = dpo(
            of(policy.leaky_trace(), chosen),
            of(policy.leaky_trace(), rejected),
            by_reference(chosen),
            by_reference(rejected),
            BETA,
        );
        report::metric("loss", step, loss.array());
        report::metric("nats for what is liked", step, margin(&policy));
        let gradients = loss.backward();
        policy = policy.clone() - gradients.get(&policy) * RATE;
    }
}
