//! How `max_pool` and `max_pool_backward` are checked.

#[path = "../../solutions/07_cnn/max_pool.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;

mod max_pool_backward;
mod max_pool_forward;

fn main() {
    max_pool_backward::after(max_pool_forward::check()).run()
}
